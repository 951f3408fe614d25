/// How a name sounds to English ears, as letters.
///
/// R. L. Taft, "Name Search Techniques", New York State Identification and Intelligence System,
/// Special Report 1 (1970), without its limit of six letters. Knight and Night are NAGT, Philips and
/// Filips FALAP.
enum NYSIIS {
  /// The letters of a folded word of a to z; other letters are passed over.
  static func key(_ word: some Collection<UInt8>) -> [UInt8] {
    var letters = word.filter { $0 &- 0x61 < 26 }
    guard letters.count > 1 else { return letters }
    for (from, to) in beginnings where letters.starts(with: from.utf8) {
      letters.replaceSubrange(..<from.utf8.count, with: to.utf8)
      break
    }
    for (from, to) in ends where letters.reversed().starts(with: from.utf8.reversed()) {
      letters.replaceSubrange((letters.count - from.utf8.count)..., with: to.utf8)
      break
    }
    return tidied(coded(letters))
  }

  private static let beginnings = [
    ("mac", "mcc"), ("kn", "nn"), ("k", "c"), ("ph", "ff"), ("pf", "ff"), ("sch", "sss"),
  ]
  private static let ends = [
    ("ee", "y"), ("ie", "y"), ("dt", "d"), ("rt", "d"), ("rd", "d"), ("nt", "d"), ("nd", "d"),
  ]

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }

  /// The first letter, then each of the others as it sounds behind the one before.
  private static func coded(_ word: [UInt8]) -> [UInt8] {
    var letters = word
    var key = [letters[0]]
    var index = 1
    while index < letters.count {
      let rest = letters[index...]
      if rest.starts(with: "ev".utf8) {
        letters.replaceSubrange(index..<index + 2, with: "af".utf8)
      } else if rest.starts(with: "sch".utf8) {
        letters.replaceSubrange(index..<index + 3, with: "sss".utf8)
      } else if rest.starts(with: "kn".utf8) {
        letters.replaceSubrange(index..<index + 2, with: "nn".utf8)
      } else if rest.starts(with: "ph".utf8) {
        letters.replaceSubrange(index..<index + 2, with: "ff".utf8)
      } else {
        letters[index] = coded(letters, at: index)
      }
      if letters[index] != key.last { key.append(letters[index]) }
      index += 1
    }
    return key
  }

  private static func coded(_ letters: [UInt8], at index: Int) -> UInt8 {
    let before = letters[index - 1]
    let after = index + 1 < letters.count ? letters[index + 1] : 0
    switch Unicode.Scalar(letters[index]) {
    case "a", "e", "i", "o", "u": return UInt8(ascii: "a")
    case "q": return UInt8(ascii: "g")
    case "z": return UInt8(ascii: "s")
    case "m": return UInt8(ascii: "n")
    case "k": return UInt8(ascii: "c")
    case "h" where !isVowel(before) || !isVowel(after): return before
    case "w" where isVowel(before): return before
    default: return letters[index]
    }
  }

  /// Without a last s, with a last ay as y, and without a last a.
  private static func tidied(_ key: [UInt8]) -> [UInt8] {
    var key = key
    if key.count > 1, key.last == UInt8(ascii: "s") { key.removeLast() }
    if key.count > 2, key.reversed().starts(with: "ya".utf8) { key.remove(at: key.count - 2) }
    if key.count > 1, key.last == UInt8(ascii: "a") { key.removeLast() }
    return key
  }
}
