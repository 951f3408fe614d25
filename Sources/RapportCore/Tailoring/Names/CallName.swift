/// What a customer is called in a sentence: `Zoë`, `Frau Müller`, `田中様`.
///
/// A name is never cut: where the part that custom asks for is not on record, the full name is used,
/// and where there is none at all the answer is nil, so that the phrase does without.
package enum CallName {
  /// The name for a contact in `language`; `culture` is the customer's own language, where known.
  package static func text(
    for name: PersonName,
    isFormal: Bool,
    language: String,
    culture: String? = nil
  ) -> String? {
    let language = LocalizedText.base(of: language)
    let culture = LocalizedText.base(of: culture ?? language)
    if honorifics.keys.contains(language) { return honored(name, isFormal, language) }
    guard isFormal else { return name.preferred ?? name.given ?? whole(name, culture) }
    if givenEvenFormal.contains(culture), let given = name.given {
      return name.salutation.map { "\($0) \(given)" } ?? given
    }
    guard let salutation = name.salutation else { return whole(name, culture) }
    guard let family = name.family ?? name.full ?? name.given else { return nil }
    return language == "hu" ? "\(family) \(salutation)" : "\(salutation) \(family)"
  }

  /// The full name; parts in an East Asian script are written without a space.
  private static func whole(_ name: PersonName, _ culture: String) -> String? {
    if name.full == nil, let family = name.family, let given = name.given,
      family.isEastAsian, given.isEastAsian
    {
      return family + given
    }
    return name.displayed(language: culture)
  }

  /// Japanese, Korean and Chinese: the honorific follows the name, and being without one is rude.
  private static func honored(_ name: PersonName, _ isFormal: Bool, _ language: String) -> String? {
    let whole = whole(name, language)
    let called: String?
    switch language {
    case "ko": called = isFormal ? whole : name.preferred ?? name.given ?? whole
    case "ja": called = isFormal ? name.family ?? whole : name.preferred ?? name.family ?? whole
    default: called = isFormal ? name.family ?? whole : name.preferred ?? name.given ?? whole
    }
    guard let called else { return nil }
    if let salutation = name.salutation, isFormal {
      return salutation.isEastAsian ? called + salutation : "\(salutation) \(called)"
    }
    guard let honorific = honorifics[language]?[isFormal ? 0 : 1], !honorific.isEmpty else {
      return isFormal ? whole : called
    }
    return called + honorific
  }

  /// After the name where no salutation is on record: formal, then informal.
  private static let honorifics = ["ja": ["様", "さん"], "ko": ["님", "님"], "zh": ["", ""]]

  /// Where people are addressed by their given name in formal speech too.
  private static let givenEvenFormal: Set = ["is", "vi", "th", "id", "ms", "my", "lo", "km"]
}

extension String {
  /// Whether it begins with a Han, Kana or Hangul character.
  var isEastAsian: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      return true
    default: return false
    }
  }
}
