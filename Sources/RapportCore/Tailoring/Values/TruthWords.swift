/// Yes and no in the languages that contacts are held in.
enum TruthWords {
  /// Nil for a language that is not listed: a blank is better than another language.
  static func word(_ value: Bool, language: String) -> String? {
    words[LocalizedText.base(of: language)].map { value ? $0.yes : $0.no }
  }

  private static let words: [String: (yes: String, no: String)] = [
    "ar": ("نعم", "لا"), "bg": ("да", "не"), "cs": ("ano", "ne"), "da": ("ja", "nej"),
    "de": ("ja", "nein"), "el": ("ναι", "όχι"), "en": ("yes", "no"), "es": ("sí", "no"),
    "fi": ("kyllä", "ei"), "fr": ("oui", "non"), "he": ("כן", "לא"), "hu": ("igen", "nem"),
    "it": ("sì", "no"), "ja": ("はい", "いいえ"), "ko": ("네", "아니요"), "nb": ("ja", "nei"),
    "nl": ("ja", "nee"), "pl": ("tak", "nie"), "pt": ("sim", "não"), "ro": ("da", "nu"),
    "ru": ("да", "нет"), "sv": ("ja", "nej"), "tr": ("evet", "hayır"), "uk": ("так", "ні"),
    "zh": ("是", "否"),
  ]
}
