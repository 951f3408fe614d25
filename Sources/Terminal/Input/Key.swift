/// One key press, as far as every terminal can tell keys apart.
package enum Key: Hashable, Sendable {
  case character(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 to F12.
  case function(Int)
  /// A letter held with Control, in lower case. Ctrl-I, Ctrl-M, Ctrl-H and Ctrl-[ do not exist:
  /// they are the bytes of Tab, Enter, Backspace and Escape.
  case control(Character)
  case alt(Character)
}
