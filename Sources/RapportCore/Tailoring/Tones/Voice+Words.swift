extension Voice.Dimension {
  /// What a voice is called at both ends of it.
  package var ends: (low: String, high: String) {
    switch self {
    case .formality: ("casual", "formal")
    case .humor: ("serious", "playful")
    case .respect: ("cheeky", "respectful")
    case .enthusiasm: ("matter-of-fact", "enthusiastic")
    case .empathy: ("businesslike", "warm")
    case .pace: ("slow", "quick")
    case .detail: ("short", "thorough")
    }
  }

  /// `very casual`, `casual`, `in between`, `formal`, `very formal`.
  package func words(_ setting: Int) -> String {
    guard setting != 0 else { return "in between" }
    let end = setting < 0 ? ends.low : ends.high
    return abs(setting) > 1 ? "very \(end)" : end
  }
}

extension Voice {
  /// Its settings in words, the furthest from the middle first; empty for a voice in the middle.
  package var words: [String] {
    let settings = ToneWords.order.filter { self[$0] != 0 }
    let strong = settings.filter { abs(self[$0]) > 1 }
    return (strong + settings.filter { abs(self[$0]) == 1 }).map { $0.words(self[$0]) }
  }
}
