import RapportCore

/// Marking segments as reviewed: that somebody looked one over, and which version of it.
extension App {
  /// Asks what was found, which may be left out.
  mutating func askReview(now: Instant) {
    guard let segment = segmentUnderCursor(now: now) else { return }
    let label = "\(segment.name), version \(segment.revision) is reviewed: what did you find?"
    layers.append(.input(InputLine(label, for: .reviewNote(segment.id))))
  }

  mutating func review(_ id: Segment.ID, note: String?, now: Instant) -> [Effect] {
    guard let segment = knowledge.definitions.segments.first(where: { $0.id == id }) else {
      say(.warning, "\(id) is not in the store any more", at: now)
      return []
    }
    let line = Feedback(
      id: Feedback.ID(ULID(at: now, using: &random).description),
      reviewing: segment,
      by: agent.id,
      note: note,
      at: now
    )
    return [.saveFeedback(line)]
  }

  /// It is on disk: the figures that say when anybody looked are read again.
  mutating func takeReviewed(_ line: Feedback, now: Instant) -> [Effect] {
    guard let review = SegmentReview(line) else { return [] }
    workbench.reviews.append(review)
    say(.ok, "Reviewed: \(words(of: review)); u takes it back", at: now)
    return readWeek(now: now)
  }

  /// The last own review, where nothing was changed since: what `u` takes back first.
  var reviewToTakeBack: SegmentReview? {
    guard let review = workbench.reviews.last else { return nil }
    return workbench.own.last.map { $0.at > review.at } ?? false ? nil : review
  }

  mutating func takeReviewTakenBack(_ line: Feedback, now: Instant) -> [Effect] {
    workbench.reviews.removeAll { $0.id == line.id }
    let words = SegmentReview(line).map { self.words(of: $0) } ?? feedbackWords.subject(line.on)
    say(.info, "Taken back: the review of \(words)", at: now)
    return readWeek(now: now)
  }

  /// `Loyal advocates, version 7`.
  private func words(of review: SegmentReview) -> String {
    let version = review.revision.map { ", version \($0)" } ?? ""
    return knowledge.segmentName(review.segment) + version
  }

  var canReviewSegment: Availability {
    guard workbench.page == .segments else { return .no("segments are reviewed on their own page") }
    guard agent.role != .agent else { return .no("supervisors review segments") }
    return .when(
      !knowledge.definitions.segments.isEmpty,
      else: "there is no segment yet: n makes one"
    )
  }
}

extension WorkbenchFacts {
  /// `every 90 days; last reviewed 3 days ago by R. Tan (version 7)`; nil where neither is known.
  func reviewWords(of segment: Segment) -> String? {
    let every = segment.reviewEveryDays.map { "every \(TimeWords.plural($0, "day"))" }
    let words = FeedbackWords(definitions)
    // What was just marked is there before all figures are read again.
    let own = reviews.last { $0.segment == segment.id }
    let known = [state(of: segment.id)?.review, own].compactMap(\.self).max { $0.at < $1.at }
    let last = known.map {
      "last reviewed \($0.words(on: zone.date(now), in: zone, words))"
    }
    let parts = [every, last].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
