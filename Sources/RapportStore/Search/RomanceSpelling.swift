/// Spelling of French, Italian, Spanish and Portuguese, written as an English reader would.
enum RomanceSpelling {
  /// The letters of a folded word of a to z, as they sound: c and g before e, i and y are s and j, qu
  /// before e and i are k, gn and gl are n and l, h is silent, x at the beginning is j.
  static func plain(_ word: some Collection<UInt8>) -> [UInt8] {
    let letters = Array(word)
    var plain: [UInt8] = []
    var index = 0
    while index < letters.count {
      let after = index + 1 < letters.count ? letters[index + 1] : 0
      let second = index + 2 < letters.count ? letters[index + 2] : 0
      index += 1
      switch Unicode.Scalar(letters[index - 1]) {
      case "c" where isSoft(after): plain.append(UInt8(ascii: "s"))
      case "g" where isSoft(after): plain.append(UInt8(ascii: "j"))
      case "g" where after == UInt8(ascii: "n") && second != 0: break
      case "g" where after == UInt8(ascii: "l") && second == UInt8(ascii: "i"): break
      case "q" where after == UInt8(ascii: "u") && isSoft(second):
        plain.append(UInt8(ascii: "k"))
        index += 1
      case "p" where after == UInt8(ascii: "h"):
        plain.append(UInt8(ascii: "f"))
        index += 1
      case "x" where index == 1: plain.append(UInt8(ascii: "j"))
      case "h" where plain.last != UInt8(ascii: "c") && plain.last != UInt8(ascii: "s"): break
      default: plain.append(letters[index - 1])
      }
    }
    return plain
  }

  private static func isSoft(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "e") || letter == UInt8(ascii: "i") || letter == UInt8(ascii: "y")
  }
}
