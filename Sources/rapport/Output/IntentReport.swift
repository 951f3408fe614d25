import JSONLogic
import RapportCore

/// Reasons ranked by a caller's words, to be printed.
struct IntentReport {
  let matches: [IntentMatch]
  let cues: [String]
  let definitions: Definitions

  /// Share, title, the words that speak for it, the nearest example.
  var table: [[String]] {
    matches.map { match in
      let share = String(Int((match.share * 100).rounded()))
      return [
        String(repeating: " ", count: max(0, 3 - share.count)) + "\(share) %", title(match),
        match.words.joined(separator: ", "), match.example.map { "\u{201C}\($0)\u{201D}" } ?? "",
      ]
    }
  }

  /// Nil where nothing sounds upset.
  var mood: String? {
    guard !cues.isEmpty else { return nil }
    return "Sounds upset: " + cues.map { "\u{201C}\($0)\u{201D}" }.joined(separator: ", ")
  }

  /// `mood` is a proposal with what it rests on, or null.
  var json: JSON {
    [
      "intents": .array(rows),
      "mood": cues.isEmpty
        ? .null : ["proposed": "upset", "because": .array(cues.map { .string($0) })],
    ]
  }

  var rows: [JSON] {
    matches.map { match in
      [
        "intent": .string(match.intent.rawValue), "title": .string(title(match)),
        "share": .number(JSONNumber((match.share * 1_000).rounded() / 1_000)),
        "words": .array(match.words.map { .string($0) }),
        "example": match.example.map { .string($0) } ?? .null,
      ]
    }
  }

  private func title(_ match: IntentMatch) -> String {
    let intent = definitions.intents.first { $0.id == match.intent }
    return intent?.title.text(preferring: [definitions.settings.language, "en"])
      ?? match.intent.rawValue
  }
}
