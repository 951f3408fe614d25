package import JSONLogic

/// The tailored response for an intent: steps of text, per channel and language.
package struct Script: Sendable, Identifiable {
  package typealias ID = Identifier<Script>

  /// A value that the agent is asked for once per contact.
  package struct Ask: Sendable, Hashable, Identifiable {
    package var id: String
    package var label: LocalizedText
    /// RE2, the whole value.
    package var pattern: String?
    /// Whether it tells one customer from others; nil where nobody said so.
    package var personal: Bool?

    package init(id: String, label: LocalizedText, pattern: String? = nil) {
      self.id = id
      self.label = label
      self.pattern = pattern
    }
  }

  package var id: ID
  package var title: LocalizedText
  package var revision = 1
  package var intent: Intent.ID
  /// Empty means any.
  package var segments: [Segment.ID] = []
  package var tones: [Tone.ID] = []
  package var channels: [Channel] = []
  package var condition: Rule?
  package var broken: Problem?
  package var subject: LocalizedText?
  package var asks: [Ask] = []
  package var steps: [Step] = []
  /// Findings that somebody accepts.
  package var waived: [Waiver] = []

  package init(id: ID, title: LocalizedText, intent: Intent.ID) {
    self.id = id
    self.title = title
    self.intent = intent
  }
}
