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
    for (from, to) in beginnings where has(letters, from, at: 0) {
      letters.replaceSubrange(..<from.utf8CodeUnitCount, with: bytes(to))
      break
    }
    for (from, to) in ends where has(letters, from, at: letters.count - from.utf8CodeUnitCount) {
      letters.replaceSubrange((letters.count - from.utf8CodeUnitCount)..., with: bytes(to))
      break
    }
    return tidied(coded(letters))
  }

  private static func bytes(_ text: StaticString) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// Whether some letters stand at a place.
  private static func has(_ letters: [UInt8], _ wanted: StaticString, at place: Int) -> Bool {
    let wanted = bytes(wanted)
    guard place >= 0, place + wanted.count <= letters.count else { return false }
    return wanted.indices.allSatisfy { letters[place + $0] == wanted[$0] }
  }

  private static let beginnings: [(StaticString, StaticString)] = [
    ("mac", "mcc"), ("kn", "nn"), ("k", "c"), ("ph", "ff"), ("pf", "ff"), ("sch", "sss"),
  ]
  private static let ends: [(StaticString, StaticString)] = [
    ("ee", "y"), ("ie", "y"), ("dt", "d"), ("rt", "d"), ("rd", "d"), ("nt", "d"), ("nd", "d"),
  ]

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch Unicode.Scalar(letter) {
    case "a", "e", "i", "o", "u": true
    default: false
    }
  }

  /// The first letter, then each of the others as it sounds behind the one before.
  private static func coded(_ word: [UInt8]) -> [UInt8] {
    var letters = word
    var key = [letters[0]]
    var index = 1
    while index < letters.count {
      if has(letters, "ev", at: index) {
        letters[index] = UInt8(ascii: "a")
        letters[index + 1] = UInt8(ascii: "f")
      } else if has(letters, "sch", at: index) {
        for place in index...index + 2 { letters[place] = UInt8(ascii: "s") }
      } else if has(letters, "kn", at: index) {
        letters[index] = UInt8(ascii: "n")
      } else if has(letters, "ph", at: index) {
        letters[index] = UInt8(ascii: "f")
        letters[index + 1] = UInt8(ascii: "f")
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
    if key.count > 2, has(key, "ay", at: key.count - 2) { key.remove(at: key.count - 2) }
    if key.count > 1, key.last == UInt8(ascii: "a") { key.removeLast() }
    return key
  }
}
