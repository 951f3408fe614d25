/// What would change in how to speak, were a segment in that is not known yet.
package struct ToneProspect: Sendable, Hashable {
  package struct Change: Sendable, Hashable {
    package var dimension: Voice.Dimension
    package var from: Int
    package var to: Int

    package init(dimension: Voice.Dimension, from: Int, to: Int) {
      self.dimension = dimension
      self.from = from
      self.to = to
    }
  }

  package var segment: Segment.ID
  /// The tone that it would set; nil where the tone stays.
  package var tone: Tone.ID?
  /// The settings that would be others, once channel, reason and mood have had their say.
  package var voice: [Change]

  package init(segment: Segment.ID, tone: Tone.ID?, voice: [Change]) {
    self.segment = segment
    self.tone = tone
    self.voice = voice
  }

  init(of segment: Segment.ID, _ would: ToneChoice, instead choice: ToneChoice) {
    self.init(
      segment: segment,
      tone: would.tone.id == choice.tone.id ? nil : would.tone.id,
      voice: Voice.Dimension.allCases.compactMap { dimension in
        let (from, to) = (choice.voice[dimension], would.voice[dimension])
        return from == to ? nil : Change(dimension: dimension, from: from, to: to)
      }
    )
  }

  var changesAnything: Bool { tone != nil || !voice.isEmpty }
}
