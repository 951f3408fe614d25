package import Terminal

/// How a terminal is to be opened.
package struct TerminalOptions: Sendable {
  /// The depth the user asked for; nil to find it out.
  package var depth: ColorDepth?
  /// Whether the terminal may be asked for its background and depth; costs one round trip, at most
  /// 200 ms.
  package var asksTerminal: Bool
  /// Where messages to standard error go while the screen is in use; nil: nowhere.
  package var logPath: String?
  package var environment: TerminalEnvironment

  package init(
    depth: ColorDepth? = nil,
    asksTerminal: Bool = false,
    logPath: String? = nil,
    environment: TerminalEnvironment = .process
  ) {
    self.depth = depth
    self.asksTerminal = asksTerminal
    self.logPath = logPath
    self.environment = environment
  }
}
