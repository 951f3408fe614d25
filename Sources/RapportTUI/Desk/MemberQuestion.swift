import RapportCore

/// What a customer may be asked for us: whether a need or a preference of a segment is theirs.
struct MemberQuestion: Hashable, Sendable {
  var segment: Segment.ID
  var name: String
  var part: ProfilePart
  var revision: Int

  var question: String { part.question }

  /// As feedback on a part, whose words are kept with it.
  var target: FeedbackTarget {
    FeedbackTarget(
      Feedback.Subject(
        DefinitionReference(.segment, segment.rawValue),
        revision: revision,
        part: part.id
      ),
      name: "\(name), \(part.text)",
      evidence: [part.text]
    )
  }
}
