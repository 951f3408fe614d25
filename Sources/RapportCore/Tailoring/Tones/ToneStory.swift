/// How a tone came about, in sentences for the agent.
package struct ToneStory: Sendable {
  /// `Warm and personal, from Loyal advocates`.
  package var source: String
  /// `Mobile-first would make it Quick and to the point, but counts for less`.
  package var overruled: [String]
  /// `shorter, for Loyal advocates`; in the order in which they came.
  package var adjustments: [String]
  /// `Key accounts would make it Formal and exact, not known yet`.
  package var prospects: [String]
  /// The first of `prospects` that would set another tone, and how many would.
  private let otherTones: (first: String, count: Int)?

  package init(_ tone: ResolvedTone, in definitions: Definitions) {
    let names = ToneNames(definitions)
    source =
      tone.tone.name
      + (tone.from.map { ", from \(names.segment($0))" } ?? ", the default tone")
    overruled = tone.overruled.map {
      "\(names.segment($0.segment)) would make it \(names.tone($0.tone)), but counts for less"
    }
    adjustments = Self.grouped(tone.adjustments).map { cause, words in
      "\(words.joined(separator: ", ")), for \(names.cause(cause))"
    }
    let prospects = tone.prospects.map { prospect in
      let what =
        prospect.tone.map(names.tone)
        ?? prospect.voice.map { ToneWords.change($0.dimension, from: $0.from, to: $0.to) }
        .joined(separator: ", ")
      return "\(names.segment(prospect.segment)) would make it \(what), not known yet"
    }
    let others = tone.prospects.indices.filter { tone.prospects[$0].tone != nil }
    self.prospects = prospects
    otherTones = others.first.map { (prospects[$0], others.count) }
  }

  /// In one line: who set it, and what the strongest segment that is not known yet would make of it.
  package var line: String {
    guard let otherTones else { return source }
    let more = otherTones.count - 1
    let others = more == 0 ? "" : more == 1 ? "; one other would too" : "; \(more) others would too"
    return "\(source); \(otherTones.first)\(others)"
  }

  /// Everything, a sentence each.
  package var sentences: [String] { [source] + overruled + adjustments + prospects }

  /// What each cause changed, in the order of the causes.
  private static func grouped(
    _ adjustments: [ResolvedTone.Adjustment]
  ) -> [(cause: ResolvedTone.Adjustment.Cause, words: [String])] {
    var groups: [(cause: ResolvedTone.Adjustment.Cause, words: [String])] = []
    for change in adjustments {
      let word = ToneWords.change(change.dimension, from: change.from, to: change.to)
      if let position = groups.firstIndex(where: { $0.cause == change.cause }) {
        groups[position].words.append(word)
      } else {
        groups.append((change.cause, [word]))
      }
    }
    return groups
  }
}

/// What the definitions call what a tone depends on.
private struct ToneNames {
  let definitions: Definitions

  init(_ definitions: Definitions) { self.definitions = definitions }

  func segment(_ id: Segment.ID) -> String {
    definitions.segments.first { $0.id == id }?.name ?? id.rawValue
  }

  func tone(_ id: Tone.ID) -> String {
    definitions.tones.first { $0.id == id }?.name ?? id.rawValue
  }

  func cause(_ cause: ResolvedTone.Adjustment.Cause) -> String {
    switch cause {
    case .segment(let id): segment(id)
    case .channel(let channel): channel.words
    case .intent(let id): "the reason \"\(title(id))\""
    case .mood(let mood): mood == .upset ? "an upset caller" : "a calm caller"
    }
  }

  private func title(_ id: Intent.ID) -> String {
    let intent = definitions.intents.first { $0.id == id }
    return intent?.title.text(preferring: [definitions.settings.language, "en"]) ?? id.rawValue
  }
}
