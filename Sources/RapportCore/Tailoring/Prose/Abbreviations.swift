/// Full stops that end no sentence.
enum Abbreviations {
  /// Whether a word before a full stop is shortened: an initial, a part of `z. B.`, or one of a list.
  static func isOne(_ word: String, in language: String) -> Bool {
    if word.unicodeScalars.count == 1, let letter = word.unicodeScalars.first {
      return letter.properties.isAlphabetic && !(language == "en" && letter == "i")
    }
    return common.contains(word) || byLanguage[language]?.contains(word) ?? false
  }

  /// Whether a word is a number as days of a month have it.
  static func isOrdinal(_ word: String) -> Bool { Int(word).map { (1...31).contains($0) } ?? false }

  /// Whether the name of a month begins at a place.
  static func isMonth(_ bytes: [UInt8], at place: Int, _ language: String) -> Bool {
    (months[language] ?? []).contains { bytes[place...].starts(with: $0.utf8) }
  }

  private static let common: Set = [
    "dr", "prof", "st", "no", "nr", "tel", "etc", "vs", "max", "min",
  ]

  private static let byLanguage: [String: Set<String>] = [
    "de": [
      "bzw", "ca", "evtl", "ggf", "inkl", "exkl", "str", "usw", "vgl", "zzgl", "abs", "bspw",
      "mwst",
      "sog", "geb", "z.b", "d.h", "u.a", "o.ä", "i.d.r", "mio", "mrd", "std", "fr", "hr",
    ],
    "en": [
      "mr", "mrs", "ms", "e.g", "i.e", "approx", "incl", "inc", "ltd", "dept", "ext", "a.m", "p.m",
    ],
    "es": [
      "sr", "sra", "srta", "d", "dña", "ud", "uds", "pág", "aprox", "p.ej", "núm", "av", "avda",
    ],
    "fr": ["m", "mme", "mlle", "mm", "p.ex", "env", "av", "bd", "réf", "tél"],
    "it": ["sig", "sig.ra", "dott", "ecc", "es"],
    "nl": ["dhr", "mevr", "bijv", "enz", "evt", "incl", "excl"],
    "pt": ["sr", "sra", "exmo", "exma", "av", "p.ex"],
  ]

  private static let months = [
    "de": [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
      "November", "Dezember",
    ]
  ]
}
