/// How to speak: a voice, phrases to say and to avoid, and the opening, apology, hold and closing lines.
package struct Tone: Sendable, Identifiable {
  package typealias ID = Identifier<Tone>

  /// What a channel changes.
  package struct Variant: Sendable {
    package var phrases: [String: [String: String]] = [:]
    package var voice = Voice()

    package init() {}
  }

  package var id: ID
  package var name: String
  package var revision = 1
  package var voice = Voice()
  /// By language: `du`, `Sie`, `tu`, `vous`.
  package var address: [String: String] = [:]
  /// By language.
  package var say: [String: [String]] = [:]
  package var avoid: [String: [String]] = [:]
  package var bannedWords: [String: [String]] = [:]
  package var maxSentenceWords: Int?
  /// By language, then by name (greeting, apology, hold, closing): Mustache templates.
  package var phrases: [String: [String: String]] = [:]
  package var channels: [Channel: Variant] = [:]
  /// Findings that somebody accepts.
  package var waived: [Waiver] = []

  package init(id: ID, name: String) {
    self.id = id
    self.name = name
  }
}
