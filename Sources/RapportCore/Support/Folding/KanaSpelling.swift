/// Japanese kana in Latin letters, for searching: スズキ is suzuki.
///
/// Modified Hepburn as in the ALA-LC romanisation table for Japanese (2012), with the additional
/// katakana of the Cabinet's notice of 1991 for foreign names (ファ fa, ティ ti, ヴ vu). Macrons and the
/// apostrophe behind n are left out, as folding would drop them.
package enum KanaSpelling {
  /// Whether ō is written o, as in passports, or as the kana are, ou or oo, as it is typed.
  package enum Vowels { case short, full }

  /// Whether a scalar is a kana, full or half width, or belongs to one.
  package static func isKana(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x3096, 0x3099...0x309E, 0x30A1...0x30FA, 0x30FC...0x30FE, 0xFF66...0xFF9F: true
    default: false
    }
  }

  /// Kana as full-width katakana, a mark of voice joined to its letter and a mark of repetition
  /// replaced by what it repeats, so that one spelling stands for all that look the same.
  package static func katakana(_ kana: some Sequence<Unicode.Scalar>) -> [UInt32] {
    var result: [UInt32] = []
    for scalar in kana {
      var value = scalar.value
      switch value {
      case 0xFF66...0xFF9D: value = halfWidth[Int(value - 0xFF66)]
      case 0xFF9E: value = voiced
      case 0xFF9F: value = halfVoiced
      case 0x309B: value = voiced
      case 0x309C: value = halfVoiced
      case 0x3041...0x3096, 0x309D...0x309E: value += 0x60
      default: break
      }
      switch value {
      case voiced, halfVoiced:
        guard let last = result.popLast() else { continue }
        result.append(value == voiced ? withVoice(last) : withHalfVoice(last))
      case 0x30FD: result.append(result.last.map(withoutVoice) ?? value)
      case 0x30FE: result.append(result.last.map { withVoice(withoutVoice($0)) } ?? value)
      default: result.append(value)
      }
    }
    return result
  }

  /// A katakana in UTF-8.
  package static func bytes(_ katakana: UInt32) -> [UInt8] {
    Unicode.Scalar(katakana).flatMap { UTF8.encode($0) }.map(Array.init) ?? []
  }

  private static let voiced: UInt32 = 0x3099
  private static let halfVoiced: UInt32 = 0x309A

  /// カ to ト come in pairs, the voiced second; ハ to ホ in threes.
  private static func withVoice(_ kana: UInt32) -> UInt32 {
    switch kana {
    case 0x30AB...0x30C2 where kana % 2 == 1, 0x30C4, 0x30C6, 0x30C8: kana + 1
    case 0x30CF...0x30DD where kana % 3 == 0: kana + 1
    case 0x30A6: 0x30F4
    case 0x30EF...0x30F2: kana + 8
    default: kana
    }
  }

  private static func withHalfVoice(_ kana: UInt32) -> UInt32 {
    0x30CF...0x30DD ~= kana && kana % 3 == 0 ? kana + 2 : kana
  }

  private static func withoutVoice(_ kana: UInt32) -> UInt32 {
    withVoice(kana &- 1) == kana ? kana - 1 : kana
  }

  /// From U+FF66.
  private static let halfWidth = Array(
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
      .unicodeScalars.map(\.value)
  )
}
