/// A tone as somebody hears it: with the voice that their segment, the channel and the reason give it.
struct Speaker: Sendable {
  var tone: Tone
  var channel: Channel
  var voice: Voice
  /// Whom it speaks to; nil among them are those in no segment.
  var segments: Set<Segment.ID?>

  /// Everyone who may speak in a channel about a reason: for each active segment the tone of those who
  /// are in it alone.
  static func all(
    of definitions: Definitions,
    _ tones: ToneResolver,
    channel: Channel,
    intent: Intent.ID?
  ) -> [Speaker] {
    var speakers: [Speaker] = []
    let active = definitions.segments.filter { $0.status == .active }
    for segment in [nil] + active.map(Optional.some) {
      let memberships = segment.map {
        [Membership(segment: $0.id, name: $0.name, revision: 0, answer: .in, because: [])]
      }
      let choice = tones.choose(memberships ?? [], channel: channel, intent: intent, mood: .calm)
      let place = speakers.firstIndex { $0.tone.id == choice.tone.id && $0.voice == choice.voice }
      if let place {
        speakers[place].segments.insert(segment?.id)
      } else {
        speakers.append(
          Speaker(
            tone: choice.tone,
            channel: channel,
            voice: choice.voice,
            segments: [segment?.id]
          )
        )
      }
    }
    return speakers
  }

  /// Whether a script for some segments and tones is said by them.
  func says(_ script: Script) -> Bool {
    (script.tones.isEmpty || script.tones.contains(tone.id))
      && (script.segments.isEmpty || script.segments.contains { segments.contains($0) })
  }
}

extension [Speaker] {
  /// `brisk`, `brisk and warm`, `brisk, warm and 3 more`.
  var names: String {
    var names: [String] = []
    for speaker in self where !names.contains(speaker.tone.id.rawValue) {
      names.append(speaker.tone.id.rawValue)
    }
    return names.sorted().inWords
  }
}

extension [String] {
  /// At most three in a sentence, and how many more there are.
  var inWords: String {
    guard count > 3 else {
      return count < 2
        ? first ?? "" : dropLast().joined(separator: ", ") + " and " + self[count - 1]
    }
    return prefix(2).joined(separator: ", ") + " and \(count - 2) more"
  }
}
