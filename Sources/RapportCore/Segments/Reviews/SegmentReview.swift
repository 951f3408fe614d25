/// That somebody looked a segment over: who, when, and which version of it.
///
/// It is kept as a line of journal/feedback.jsonl with the verdict `reviewed`, and taken back as any other
/// line there.
package struct SegmentReview: Sendable, Hashable, Identifiable {
  /// Of its line.
  package var id: Feedback.ID
  package var segment: Segment.ID
  package var at: Instant
  package var by: Agent.ID
  /// Nil where another program did not say.
  package var revision: Int?
  package var note: String?

  /// Nil for a line that marks no review of a segment.
  package init?(_ line: Feedback) {
    guard line.verdict == .reviewed, let on = line.on, on.definition?.kind == .segment else {
      return nil
    }
    id = line.id
    segment = Segment.ID(on.id)
    at = line.at
    by = line.by
    revision = on.revision
    note = line.reason
  }

  /// The last review of a segment, of one agent's where `agent` is given.
  package static func last(
    of segment: Segment.ID,
    by agent: Agent.ID? = nil,
    in lines: [Feedback],
    at moment: Instant
  ) -> SegmentReview? {
    lines.compactMap(SegmentReview.init)
      .filter { $0.segment == segment && $0.at <= moment && (agent == nil || $0.by == agent) }
      .max { ($0.at, $0.id) < ($1.at, $1.id) }
  }
}

extension SegmentReview {
  /// `3 days ago by R. Tan (version 7): the limit still fits`.
  ///
  /// - Parameters:
  ///   - today: in the store's time zone.
  ///   - zone: the store's.
  ///   - words: for the agent's name.
  /// - Returns: the words.
  package func words(on today: CalendarDate, in zone: Zone, _ words: FeedbackWords) -> String {
    let days = today.days(since: zone.date(at))
    let when = days <= 0 ? "today" : days == 1 ? "yesterday" : "\(Wording.days(days)) ago"
    let version = revision.map { " (version \($0))" } ?? ""
    return "\(when) by \(words.agent(by))\(version)\(note.map { ": \($0)" } ?? "")"
  }
}

extension Feedback {
  /// The line that a review was read from.
  package init(_ review: SegmentReview) {
    let reference = DefinitionReference(.segment, review.segment.rawValue)
    let subject = Subject(reference, revision: review.revision)
    self.init(id: review.id, at: review.at, by: review.by, on: subject, verdict: .reviewed)
    reason = review.note
  }

  /// That an agent looked a segment over as it is now.
  ///
  /// - Parameters:
  ///   - id: a ULID.
  ///   - segment: at the version that was looked at.
  ///   - agent: who.
  ///   - note: what they found, where they say so.
  ///   - moment: when.
  package init(
    id: ID,
    reviewing segment: Segment,
    by agent: Agent.ID,
    note: String?,
    at moment: Instant
  ) {
    let reference = DefinitionReference(.segment, segment.id.rawValue)
    let subject = Subject(reference, revision: segment.revision)
    self.init(id: id, at: moment, by: agent, on: subject, verdict: .reviewed)
    reason = note?.nonBlank
  }
}
