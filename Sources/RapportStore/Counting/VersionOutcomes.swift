import JSONLogic
import RapportCore

/// What the journals tell of the contacts with members of a segment, by the revision of that time.
///
/// A contact keeps the segments that its customer was in, so that a changed rule changes nothing of it.
struct VersionOutcomes {
  private let location: StoreLocation
  private let segment: Segment.ID
  private let seed: UInt64 = 0

  init(_ location: StoreLocation, of segment: Segment.ID) {
    self.location = location
    self.segment = segment
  }

  /// Cost: one look at each line of two journals.
  func counted(until moment: Instant) throws -> [Int: SegmentOutcome] {
    var revisions: [UInt64: Int] = [:]
    try JournalScanner.readAll(
      location.file("journal/interactions.jsonl"),
      ["id", "at", "segments.\(segment)"]
    ) { line in
      guard let id = line.hash(0, seed: seed) else { return }
      // A later line takes the place of an earlier one.
      revisions[id] = nil
      guard let at = line.text(1).flatMap({ Instant(parsing: $0) }), at <= moment,
        let revision = line.number(2).flatMap({ Int(exactly: $0) })
      else { return }
      revisions[id] = revision
    }
    var outcomes: [Int: SegmentOutcome] = [:]
    for revision in revisions.values {
      outcomes[revision, default: SegmentOutcome()].contacts += 1
    }
    for (contact, score) in try ratings(until: moment) {
      guard let revision = revisions[contact] else { continue }
      outcomes[revision, default: SegmentOutcome()].rated += 1
      if score >= SegmentOutcome.satisfiedFrom {
        outcomes[revision, default: SegmentOutcome()].satisfied += 1
      }
    }
    return outcomes
  }

  /// The ratings that customers gave, with the contact that each is of.
  private func ratings(until moment: Instant) throws -> [(contact: UInt64, score: Double)] {
    var ratings: [UInt64: (contact: UInt64, score: Double)] = [:]
    let fields = [
      "id", "interaction", "kind", "source", "answeredAt", "score", "min", "max", "reversed",
    ]
    try JournalScanner.readAll(location.file("journal/surveys.jsonl"), fields) { line in
      guard let id = line.hash(0, seed: seed) else { return }
      ratings[id] = nil
      guard let contact = line.hash(1, seed: seed),
        let rating = CustomerRating(
          kind: line.text(2),
          source: line.text(3),
          answeredAt: line.text(4),
          score: line.number(5),
          scale: (line.number(6), line.number(7)),
          reversed: line.flag(8)
        ), rating.at <= moment
      else { return }
      ratings[id] = (contact, rating.score)
    }
    return Array(ratings.values)
  }
}
