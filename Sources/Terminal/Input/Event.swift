/// What a terminal tells the program.
package enum Event: Hashable, Sendable {
  case key(Key)
  /// A bracketed paste as it came: neither sanitised nor free of newlines.
  case paste(String)
  case mouse(Mouse)
  case resize(Size)
  /// Whether the terminal's window has the focus, where the terminal tells.
  case focus(Bool)
  /// The terminal is gone or the process was asked to end: save and leave, draw no more.
  case closed
}
