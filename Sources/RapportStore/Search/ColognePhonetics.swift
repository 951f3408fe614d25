/// How a German name sounds, as digits.
///
/// H. J. Postel, "Die Kölner Phonetik. Ein Verfahren zur Identifizierung von Personennamen auf der
/// Grundlage der Gestaltanalyse", IBM-Nachrichten 19 (1969), 925-931. Müller and Miller are 657,
/// Meyer, Maier and Mayr 67.
enum ColognePhonetics {
  /// The digits of a folded word of a to z; other letters are passed over.
  static func key(_ word: some BidirectionalCollection<UInt8>) -> [UInt8] {
    let letters = word.filter { $0 &- 0x61 < 26 }
    var key: [UInt8] = []
    var last: UInt8 = 0
    func append(_ digit: UInt8) {
      if digit != last, digit != 0x30 || key.isEmpty { key.append(digit) }
      last = digit
    }
    for (index, letter) in letters.enumerated() {
      let before = index > 0 ? letters[index - 1] : 0
      let after = index + 1 < letters.count ? letters[index + 1] : 0
      if letter == UInt8(ascii: "x"), !isOne(before, of: "ckq") { append(0x34) }
      if let digit = digit(letter, before, after) { append(digit) }
    }
    return key
  }

  private static func isOne(_ letter: UInt8, of letters: StaticString) -> Bool {
    letters.withUTF8Buffer { $0.contains(letter) }
  }

  /// The last digit of a letter; nil for one that is not heard.
  private static func digit(_ letter: UInt8, _ before: UInt8, _ after: UInt8) -> UInt8? {
    switch Unicode.Scalar(letter) {
    case "a", "e", "i", "j", "o", "u", "y": return 0x30
    case "b": return 0x31
    case "p": return after == UInt8(ascii: "h") ? 0x33 : 0x31
    case "d", "t": return isOne(after, of: "csz") ? 0x38 : 0x32
    case "f", "v", "w": return 0x33
    case "g", "k", "q": return 0x34
    case "c":
      let isHard =
        before == 0 ? isOne(after, of: "ahkloqrux") : isOne(after, of: "ahkoqux")
      return isHard && !isOne(before, of: "sz") ? 0x34 : 0x38
    case "l": return 0x35
    case "m", "n": return 0x36
    case "r": return 0x37
    case "s", "x", "z": return 0x38
    default: return nil
    }
  }
}
