/// Text that leaves the program by another way than a cell.
extension Text {
  /// Text for a clipboard: what was written, without what could act on the program it is pasted
  /// into or hide in it.
  ///
  /// Newlines (as `\n`), tabs, emoji and their selectors stay; joiners (U+200C, U+200D) stay
  /// between letters, where scripts need them, and between emoji. Other controls, bidirectional
  /// controls, zero-width scalars and tags are dropped.
  package static func clipboardSafe(_ text: String) -> String {
    leaving(text, newline: "\n", tab: "\t")
  }

  /// One line for a terminal or a log outside the interface; newlines and tabs become spaces.
  package static func lineSafe(_ text: String) -> String {
    leaving(text, newline: " ", tab: " ")
  }

  private static func leaving(
    _ text: String,
    newline: Unicode.Scalar,
    tab: Unicode.Scalar
  ) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    let scalars = text.unicodeScalars
    var output = String.UnicodeScalarView()
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      defer { index = next }
      switch DisplayWidth.kind(of: scalar) {
      case .narrow, .wide, .mark, .unknown: output.append(scalar)
      case .separator: output.append(newline)
      case .control:
        if scalar == "\t" {
          output.append(tab)
        } else if scalar == "\n" || scalar == "\u{85}" {
          output.append(newline)
        } else if scalar == "\r", next == scalars.endIndex || scalars[next] != "\n" {
          output.append(newline)
        }
      case .ignorable:
        let following = next < scalars.endIndex ? scalars[next] : nil
        if scalar.isKept(after: output.last, before: following) { output.append(scalar) }
      }
    }
    return String(output)
  }
}

extension Unicode.Scalar {
  fileprivate func isKept(after last: Unicode.Scalar?, before next: Unicode.Scalar?) -> Bool {
    guard let last else { return false }
    if value == 0xFE0E || value == 0xFE0F { return last.properties.isEmoji }
    guard value == 0x200C || value == 0x200D, let next else { return false }
    if value == 0x200D, next.isPicture, last.isPicture || last.value == 0xFE0F { return true }
    return last.joinsLetters && next.joinsLetters
  }

  private var joinsLetters: Bool {
    properties.isAlphabetic || DisplayWidth.kind(of: self) == .mark
  }
}
