/// A screen with a keyboard.
///
/// Confined to the thread that runs the interface, but for `wake`.
package protocol TerminalBackend: AnyObject {
  var size: Size { get }
  /// How many colours it shows; themes are resolved for it.
  var depth: ColorDepth { get }
  /// Makes a sleeping `events(until:)` return; may be called from any thread and any number of
  /// times. What `Mailbox` is given.
  var wake: @Sendable () -> Void { get }

  /// Shows a frame; rows equal to those of the last one cost nothing.
  func present(_ frame: Frame, theme: ResolvedTheme)

  /// Sleeps until there is input, a wake or the deadline (nil: none), and returns all input that
  /// is there in order; empty after a wake or at the deadline.
  ///
  /// Resizes that arrive together are one event, of the last size. After `.closed` there is no
  /// more input.
  func events(until deadline: ContinuousClock.Instant?) -> [Event]

  /// Gives the terminal back to the shell until the process continues; the next frame is drawn
  /// whole.
  func suspend()

  /// Gives the terminal to a program, found as a shell finds it, until it ends; the next frame is drawn
  /// whole.
  func run(_ arguments: [String]) -> ProgramOutcome

  /// Makes the next frame be drawn whole, whatever the screen is thought to show.
  func redraw()

  func bell()

  /// Copies text that is already safe for a clipboard (`Text.clipboardSafe`) and tells once what
  /// became of it, on any thread.
  ///
  /// Does not wait: the program that takes the text may need a second to answer.
  func copy(_ text: String, report: @escaping @Sendable (ClipboardOutcome) -> Void)

  /// Restores the terminal; safe to call again.
  func close()
}
