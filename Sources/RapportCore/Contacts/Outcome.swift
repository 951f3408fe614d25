/// How a contact ends; the raw value is what the journal keeps.
package enum Outcome: String, Sendable, CaseIterable {
  case resolved
  case unresolved
  case followUp = "follow-up"
  case escalated
  case noAnswer = "no-answer"
  case wrongPerson = "wrong-person"

  /// Whether a case with this outcome waits for somebody; one of another word of the team's does not.
  package static func isOpen(_ outcome: String?) -> Bool {
    guard let outcome else { return true }
    return [unresolved, followUp, noAnswer].contains { $0.rawValue == outcome }
  }
}
