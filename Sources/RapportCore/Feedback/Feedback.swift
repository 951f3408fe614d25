import JSONLogic

/// What an agent said of something that the Desk showed: whether it fits, or what is lacking.
package struct Feedback: Sendable, Identifiable {
  package typealias ID = Identifier<Feedback>

  package enum Verdict: String, Sendable, CaseIterable {
    case fits, not, unsure, agrees, disagrees, other, lacks
    /// Somebody looked it over; no feedback, and it waits for nothing.
    case reviewed
  }

  /// A definition at the version that was seen, and the part of it that is meant.
  package struct Subject: Sendable, Hashable {
    /// As the store writes it; other programs may mean something that is no definition.
    package var kind: String
    package var id: String
    package var revision: Int?
    /// The id of a step, `subject`, or a phrase of a tone such as `say/en/0`.
    package var part: String?

    package init(_ kind: String, _ id: String, revision: Int? = nil, part: String? = nil) {
      self.kind = kind
      self.id = id
      self.revision = revision
      self.part = part
    }

    package init(_ reference: DefinitionReference, revision: Int? = nil, part: String? = nil) {
      self.init(reference.kind.rawValue, reference.id, revision: revision, part: part)
    }

    /// Nil where it is of no kind of definition.
    package var definition: DefinitionReference? {
      DefinitionReference.Kind(rawValue: kind).map { DefinitionReference($0, id) }
    }
  }

  package struct Answer: Sendable, Hashable {
    package var by: Agent.ID
    package var at: Instant
    package var text: String

    package init(by: Agent.ID, at: Instant, text: String) {
      self.by = by
      self.at = at
      self.text = text
    }
  }

  /// A ULID.
  package var id: ID
  package var at: Instant
  package var by: Agent.ID
  /// Nil where nobody known was on the line.
  package var customer: Customer.ID?
  /// Of the contact; the journal may not have it yet.
  package var interaction: Interaction.ID?
  /// Nil where something is lacking, for which there is no definition yet.
  package var on: Subject?
  package var verdict: Verdict
  /// The agent's own words; what was asked for where something is lacking.
  package var reason: String?
  /// What the agent saw, in words, without the customer's personal values.
  package var evidence: [String] = []
  package var answer: Answer?
  /// The line as it was read; keys that the program does not know stay in it.
  var read: JSONObject = [:]

  package init(id: ID, at: Instant, by: Agent.ID, on: Subject?, verdict: Verdict) {
    self.id = id
    self.at = at
    self.by = by
    self.on = on
    self.verdict = verdict
  }

  /// Whether a supervisor has something to answer; that something fits, and no more, wants none.
  package var waits: Bool {
    guard answer == nil else { return false }
    switch verdict {
    case .fits: return reason != nil
    case .agrees, .reviewed: return false
    case .not, .unsure, .disagrees, .other, .lacks: return true
    }
  }
}

extension Feedback {
  /// Whether an agent says something of a segment; that somebody looked it over is no feedback.
  package func isSaid(of segment: Segment.ID) -> Bool {
    on?.kind == "segment" && on?.id == segment.rawValue && verdict != .reviewed
  }
}
