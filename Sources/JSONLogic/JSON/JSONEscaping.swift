/// Which characters JSON text writes as `\u` escapes.
///
/// The value read back is the same.
public enum JSONEscaping: Hashable, Sendable {
  /// What RFC 8259 demands: quote, backslash and U+0000 to U+001F; and DEL, as jq does.
  case required
  /// Also what acts on a terminal or hides in it: the C1 controls, bidirectional controls,
  /// zero-width characters and other invisible format characters.
  case terminal

  /// Whether a character beyond the ones that always are must be escaped.
  func escapes(_ scalar: Unicode.Scalar) -> Bool {
    guard self == .terminal else { return false }
    return switch scalar.value {
    case 0x80...0x9F: true
    case 0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFEFF, 0xFFA0: true
    case 0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
    case 0xFFF9...0xFFFB, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
    default: false
    }
  }
}
