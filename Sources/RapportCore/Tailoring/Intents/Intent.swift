/// Why the customer contacts us; on screen: the reason.
package struct Intent: Sendable, Identifiable {
  package typealias ID = Identifier<Intent>

  /// When offers may be made.
  package enum Offers: String, Sendable {
    case always
    case afterSolution = "after-solution"
    case never
  }

  package var id: ID
  package var title: LocalizedText
  package var revision = 1
  /// The kind of situation (`complaint`, `question`, ...), as the tone checks name it.
  package var mood: String?
  /// Upper bounds of the voice.
  package var caps: [Voice.Dimension: Int] = [:]
  package var offers: Offers = .always
  /// By language: what callers say.
  package var examples: [String: [String]] = [:]

  package init(id: ID, title: LocalizedText) {
    self.id = id
    self.title = title
  }
}
