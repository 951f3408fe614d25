import Dispatch

/// A backend without a terminal: scripted events in, frames out.
///
/// For tests and recorded sessions.
package final class VirtualTerminal: TerminalBackend {
  package enum Step: Hashable, Sendable {
    /// Input that arrives at once.
    case events([Event])
    /// Nothing happens until the deadline the program asked for.
    case deadline
    /// Nothing happens until a detached worker calls `wake`.
    case wake
  }

  package private(set) var size: Size
  package let depth: ColorDepth
  /// Every frame shown, in order.
  package private(set) var frames: [Frame] = []
  package private(set) var themes: [ResolvedTheme] = []
  package private(set) var copied: [String] = []
  package private(set) var bells = 0
  package private(set) var redraws = 0
  package private(set) var suspensions = 0
  package private(set) var programs: [[String]] = []
  package private(set) var isClosed = false
  /// What `copy` answers.
  package var clipboard: ClipboardOutcome = .copied(channel: "virtual")

  /// Stands in for programs that are given the terminal.
  package var onRun: ([String]) -> ProgramOutcome = { _ in .exited(0) }

  private var script: ArraySlice<Step>
  private let wakes = DispatchSemaphore(value: 0)

  /// After the script's last step the terminal closes.
  package init(size: Size, depth: ColorDepth = .trueColor, script: [Step] = []) {
    self.size = size
    self.depth = depth
    self.script = script[...]
  }

  /// A script from one event a step, as a person types.
  package convenience init(size: Size, keys: [Key]) {
    self.init(size: size, script: keys.map { .events([.key($0)]) })
  }

  package var wake: @Sendable () -> Void {
    let wakes = wakes
    return { wakes.signal() }
  }

  package var frame: Frame? { frames.last }

  package func present(_ frame: Frame, theme: ResolvedTheme) {
    frames.append(frame)
    themes.append(theme)
  }

  package func events(until deadline: ContinuousClock.Instant?) -> [Event] {
    switch script.popFirst() {
    case nil: return [.closed]
    case .deadline: return []
    case .wake:
      // A worker that died must not hang a test for ever.
      return wakes.wait(timeout: .now() + .seconds(30)) == .success ? [] : [.closed]
    case .events(let events):
      for case .resize(let size) in events { self.size = size }
      return events
    }
  }

  package func suspend() { suspensions += 1 }

  package func run(_ arguments: [String]) -> ProgramOutcome {
    programs.append(arguments)
    return onRun(arguments)
  }

  package func redraw() { redraws += 1 }
  package func bell() { bells += 1 }

  package func copy(_ text: String, report: @escaping @Sendable (ClipboardOutcome) -> Void) {
    copied.append(text)
    report(clipboard)
  }

  package func close() { isClosed = true }
}
