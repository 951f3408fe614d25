extension Text {
  /// One line of text in which every scalar has a place in a cell.
  ///
  /// Untrusted text must neither move the cursor nor hide what it says. Newlines and tabs become
  /// spaces; other controls a visible `·`; bidirectional controls, zero-width scalars, tags and
  /// soft hyphens disappear; unassigned and private scalars become U+FFFD. What curses cannot
  /// keep in a cell is reduced to what it can: of a joined emoji its first, no skin tones and
  /// variation selectors, flags as two letters, keycaps as digits, at most four marks. A mark
  /// without a letter gets a dotted circle. Sanitising twice changes nothing more.
  package static func sanitised(_ text: String, limit: Int = scalarLimit) -> String {
    if text.utf8.count <= limit, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var cleaner = Cleaner(limit: limit)
    for scalar in text.unicodeScalars {
      guard cleaner.take(scalar) else { break }
    }
    return String(cleaner.output)
  }

  /// The lines of a text, each sanitised; breaks as Unicode has them (UAX #14, mandatory breaks).
  package static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { sanitised(String($0)) }
  }

  private struct Cleaner {
    let limit: Int
    var output = String.UnicodeScalarView()
    private var count = 0
    /// The scalar that marks join; nil before the first.
    private var base: Unicode.Scalar?
    private var marks = 0
    private var afterJoiner = false
    private var afterReturn = false

    init(limit: Int) { self.limit = limit }

    /// False once the limit is reached and the rest is cut.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      let afterReturn = afterReturn
      self.afterReturn = scalar == "\r"
      if scalar == "\n", afterReturn { return true }
      switch DisplayWidth.kind(of: scalar) {
      case .narrow, .wide: return take(visible: scalar)
      case .mark: return take(mark: scalar)
      case .unknown: return emit("\u{FFFD}")
      case .separator: return emit(" ")
      case .control: return emit(scalar.isLineControl ? " " : "·")
      case .ignorable:
        if scalar == "\u{200D}", base?.isPicture == true { afterJoiner = true }
        return true
      }
    }

    private mutating func take(visible scalar: Unicode.Scalar) -> Bool {
      if let letter = scalar.flagLetter { return emit(letter) }
      if base?.isPicture == true, scalar.isPicture, afterJoiner || scalar.isSkinTone {
        afterJoiner = false
        return true
      }
      return emit(scalar)
    }

    private mutating func take(mark: Unicode.Scalar) -> Bool {
      guard let base else { return emit("\u{25CC}") && take(mark: mark) }
      if mark == "\u{20E3}", base.isKeycap { return true }
      guard marks < Text.markLimit, count < limit else { return true }
      marks += 1
      count += 1
      output.append(mark)
      return true
    }

    private mutating func emit(_ scalar: Unicode.Scalar) -> Bool {
      guard count < limit else {
        // The last scalar makes room for the sign that something is missing.
        if !output.isEmpty { output.removeLast() }
        output.append("…")
        return false
      }
      output.append(scalar)
      count += 1
      base = scalar
      marks = 0
      afterJoiner = false
      return true
    }
  }
}

extension Unicode.Scalar {
  /// Tab, newline, vertical tab, form feed, return and next line.
  fileprivate var isLineControl: Bool { (0x09...0x0D).contains(value) || value == 0x85 }
  /// An emoji beyond the digits and signs of ASCII.
  var isPicture: Bool { value > 0xFF && properties.isEmoji }
  fileprivate var isSkinTone: Bool { (0x1F3FB...0x1F3FF).contains(value) }
  fileprivate var isKeycap: Bool { ("0"..."9").contains(self) || self == "#" || self == "*" }

  /// The letter of a regional indicator, of which two make a flag.
  fileprivate var flagLetter: Unicode.Scalar? {
    guard (0x1F1E6...0x1F1FF).contains(value) else { return nil }
    return Unicode.Scalar(value - 0x1F1E6 + 0x41)
  }
}
