package import Terminal

/// What bytes from a terminal mean.
package enum Input: Hashable, Sendable {
  case key(Key)
  case paste(String)
  case mouse(Mouse)
  case focus(Bool)
  /// An answer to a question of ours, which may come late or never.
  case reply(TerminalReply)
}

/// The answers of a terminal that we understand.
package enum TerminalReply: Hashable, Sendable {
  /// Primary device attributes (DA1), which every terminal answers.
  case attributes
  /// Whether a private mode exists (DECRPM): 0 no, 1 set, 2 reset, 3 and 4 permanently so.
  case mode(Int, state: Int)
  /// The background's colour (OSC 11).
  case background(red: UInt8, green: UInt8, blue: UInt8)
  /// A setting as the terminal understood it (DECRQSS), as `48:2:1:2:3m`.
  case setting(String)
}
