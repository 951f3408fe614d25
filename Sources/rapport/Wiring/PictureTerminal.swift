import Dispatch
import Terminal

/// A terminal that plays a list of keys and keeps the last frame, for pictures of the interface.
final class PictureTerminal: TerminalBackend {
  private(set) var size: Size
  let depth = ColorDepth.trueColor
  private(set) var frame: Frame?
  private var keys: ArraySlice<Key>
  private let wakes = DispatchSemaphore(value: 0)
  /// With no news for so long, the interface has settled.
  private static let quiet: DispatchTimeInterval = .milliseconds(400)

  init(size: Size, keys: [Key]) {
    self.size = size
    self.keys = keys[...]
  }

  var wake: @Sendable () -> Void {
    let wakes = wakes
    return { wakes.signal() }
  }

  func present(_ frame: Frame, theme: ResolvedTheme) { self.frame = frame }

  func events(until deadline: ContinuousClock.Instant?) -> [Event] {
    if wakes.wait(timeout: .now() + Self.quiet) == .success { return [] }
    guard let key = keys.popFirst() else { return [.closed] }
    return [.key(key)]
  }

  func copy(_ text: String, report: @escaping @Sendable (ClipboardOutcome) -> Void) {
    report(.copied(channel: "picture"))
  }

  func run(_ arguments: [String]) -> ProgramOutcome {
    .notStarted(reason: "a picture has no terminal to lend")
  }

  func suspend() {}
  func redraw() {}
  func bell() {}
  func close() {}
}
