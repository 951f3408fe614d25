package import JSONLogic

/// The answer for one customer and one segment, with its explanation.
package struct Membership: Sendable, Identifiable {
  package enum Answer: String, Sendable { case `in`, out, unknown, broken }

  /// One compared fact, in words: `14 orders (12 or more)`.
  package struct Reason: Sendable, Hashable {
    package var text: String
    package var answer: Answer
    package var path: String?
    package var actual: JSON?

    package init(text: String, answer: Answer, path: String? = nil, actual: JSON? = nil) {
      self.text = text
      self.answer = answer
      self.path = path
      self.actual = actual
    }
  }

  package var segment: Segment.ID
  package var name: String
  package var revision: Int
  package var answer: Answer
  /// What decided it, most telling first; for *unknown* the facts that are missing; for *broken* why.
  package var because: [Reason]
  /// For *out*: what would have to change, in words: `nearly: 38 of 50 employees`.
  package var nearMiss: String?
  /// Set where a person decided it instead of the rule.
  package var manual: Segment.Manual?

  package var id: Segment.ID { segment }

  package init(
    segment: Segment.ID,
    name: String,
    revision: Int,
    answer: Answer,
    because: [Reason],
    nearMiss: String? = nil,
    manual: Segment.Manual? = nil
  ) {
    self.segment = segment
    self.name = name
    self.revision = revision
    self.answer = answer
    self.because = because
    self.nearMiss = nearMiss
    self.manual = manual
  }

  /// The reasons in one line.
  package var why: String { Self.line(because) }

  /// The reasons in one line; what is not known is said once for all of it.
  package static func line(_ reasons: [Reason]) -> String {
    var wasUnknown = false
    return reasons.map { reason in
      defer { wasUnknown = reason.text.hasPrefix(unknownPrefix) }
      return wasUnknown && reason.text.hasPrefix(unknownPrefix)
        ? String(reason.text.dropFirst(unknownPrefix.count)) : reason.text
    }.joined(separator: ", ")
  }
}
