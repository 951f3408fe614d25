/// Why there can be no full screen; the line mode works all the same.
package enum TerminalError: Error, Hashable, Sendable {
  case noTerminal
  case noName
  case unsuitable(name: String)
  case failed(reason: String)
}

extension TerminalError: CustomStringConvertible {
  package var description: String {
    let instead = "use --plain"
    return switch self {
    case .noTerminal: "this process has no terminal; \(instead)"
    case .noName:
      "TERM is not set; set it to your terminal's name, as xterm-256color, or \(instead)"
    case .unsuitable(let name):
      "a terminal called \(name) (TERM) cannot show a full screen; \(instead)"
    case .failed(let reason): "the terminal cannot be opened: \(reason); \(instead)"
    }
  }
}
