/// Scalars that customers' text must never bring to a terminal.
enum UnsafeScalars {
  /// Controls, bidirectional controls and what has no width, but for newlines and the joiners
  /// between letters.
  static func found(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0x00..<0x20, 0x7F..<0xA0: true
      case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
      case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
      default: false
      }
    }
  }
}
