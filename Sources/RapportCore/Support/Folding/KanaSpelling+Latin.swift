extension KanaSpelling {
  /// The Latin letters of full-width katakana; empty where they have none, as ー alone.
  package static func latin(_ katakana: [UInt32], _ vowels: Vowels) -> [UInt8] {
    var letters: [UInt8] = []
    var isDoubled = false
    for kana in katakana {
      switch kana {
      case 0x30C3: isDoubled = true
      case 0x30FC:
        if vowels == .full, let last = letters.last, isVowel(last) { letters.append(last) }
      case 0x30E3, 0x30E5, 0x30E7: join(glide: small[kana] ?? [], to: &letters)
      case 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30EE:
        join(vowel: small[kana] ?? [], to: &letters, vowels)
      default:
        guard 0x30A1...0x30FE ~= kana else { continue }
        let own = table[Int(kana - 0x30A1)]
        if isDoubled, let first = own.first, !isVowel(first) {
          // Before ch it is a t.
          letters.append(own.starts(with: "ch".utf8) ? UInt8(ascii: "t") : first)
        }
        isDoubled = false
        if own.count == 1, isVowel(own[0]) {
          append(vowel: own[0], to: &letters, vowels)
        } else {
          letters += own
        }
      }
    }
    return letters
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }

  /// A vowel that lengthens the one before: aa, uu, ee, oo and ou, but ii and ei are written.
  private static func append(vowel: UInt8, to letters: inout [UInt8], _ vowels: Vowels) {
    let (a, i, o, u) = (letters.last, UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"))
    let isLong = a == vowel && vowel != i || a == o && vowel == u
    if vowels == .full || !isLong { letters.append(vowel) }
  }

  /// ャ ュ ョ: ki and ya are kya, shi and ya sha.
  private static func join(glide: [UInt8], to letters: inout [UInt8]) {
    guard let last = letters.last, isVowel(last), let vowel = glide.last else {
      letters += glide
      return
    }
    letters.removeLast()
    letters += last == UInt8(ascii: "i") && isSoft(letters[...]) ? [vowel] : glide
  }

  /// ァ ィ ゥ ェ ォ: fu and a are fa, te and i ti, u and i wi, ku and a kwa, chi and e che, ki and e kye.
  private static func join(vowel: [UInt8], to letters: inout [UInt8], _ vowels: Vowels) {
    guard let own = vowel.last else { return }
    let stem = letters.dropLast()
    var between: [UInt8] = []
    switch letters.last.map({ Character(Unicode.Scalar($0)) }) {
    case "i" where own != letters.last: between = isSoft(stem) ? [] : [UInt8(ascii: "y")]
    case "u" where own != letters.last:
      let isHard = stem.last.map { isVowel($0) || "kg".utf8.contains($0) } ?? true
      between = isHard ? [UInt8(ascii: "w")] : []
    case "e", "o":
      guard own != letters.last, let last = stem.last, "td".utf8.contains(last) else { fallthrough }
    default: return append(vowel: own, to: &letters, vowels)
    }
    letters.removeLast()
    letters += between + [own]
  }

  private static func isSoft(_ stem: ArraySlice<UInt8>) -> Bool {
    ["sh", "ch", "j"].contains { stem.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private static let small: [UInt32: [UInt8]] = [
    0x30A1: Array("a".utf8), 0x30A3: Array("i".utf8), 0x30A5: Array("u".utf8),
    0x30A7: Array("e".utf8), 0x30A9: Array("o".utf8), 0x30E3: Array("ya".utf8),
    0x30E5: Array("yu".utf8), 0x30E7: Array("yo".utf8), 0x30EE: Array("a".utf8),
  ]

  /// From U+30A1; a point stands for what is no syllable of its own.
  private static let table: [[UInt8]] =
    """
    a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo
    ta da chi ji . tsu zu te de to do na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po
    ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa i e o n vu ka ke va vi ve vo . . . .
    """
    .split { $0 == " " || $0 == "\n" }.map { $0 == "." ? [] : Array($0.utf8) }
}
