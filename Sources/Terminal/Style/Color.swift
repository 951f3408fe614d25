/// A colour as a theme names it, before a terminal's depth is known.
package enum Color: Hashable, Sendable {
  /// Whatever the user's terminal uses for text, or for its background.
  case terminalDefault
  /// One of the 16 colours whose look the user's terminal decides.
  case ansi(UInt8)
  /// A colour of the 256 of xterm: 16-231 a 6x6x6 cube, 232-255 greys.
  case indexed(UInt8)
  case rgb(UInt8, UInt8, UInt8)
}
