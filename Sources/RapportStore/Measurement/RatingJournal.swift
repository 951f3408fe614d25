import RapportCore

/// What customers said of contacts, joined with the segments they were in then.
///
/// Reads both journals anew where one of them, or what is asked for, changed: about a second for a
/// million contacts.
struct RatingJournal {
  private let location: StoreLocation
  private var known: (key: Key, report: SatisfactionReport)?

  private struct Key: Equatable {
    var segments: [Segment.ID]
    var moment: Instant
    var interactions: FileStatus?
    var surveys: FileStatus?
  }

  init(_ location: StoreLocation) { self.location = location }

  /// Days after a contact in which it may be rated.
  private static let patience: Int64 = 90

  mutating func report(
    of segments: [Segment.ID],
    at moment: Instant
  ) throws(FileError) -> SatisfactionReport {
    // Within a minute the same answers count.
    let minute = Instant(milliseconds: moment.milliseconds / 60_000 * 60_000)
    let key = Key(
      segments: segments,
      moment: minute,
      interactions: try FileStatus(at: interactions),
      surveys: try FileStatus(at: surveys)
    )
    if let known, known.key == key { return known.report }
    let length = Int64(Satisfaction.days) * 86_400
    let start = moment.adding(seconds: -2 * length)
    let since = start.adding(seconds: -Self.patience * 86_400)
    let contacts = try contacts(segments, since: since)
    var tally = RatingTally(
      segments,
      before: start..<moment.adding(seconds: -length),
      now: moment.adding(seconds: -length)..<moment.adding(seconds: 1)
    )
    for rating in try ratings() {
      tally.add(rating, segments: contacts[rating.interaction] ?? [])
    }
    let report = tally.report
    known = (key, report)
    return report
  }

  private var interactions: String { location.file("journal/interactions.jsonl") }
  private var surveys: String { location.file("journal/surveys.jsonl") }

  /// By the hash of their id, in which of the segments the customer was, by their number.
  private func contacts(
    _ segments: [Segment.ID],
    since: Instant
  ) throws(FileError) -> [UInt64: [Int]] {
    let fields = ["id", "at", "deleted"] + segments.map { "segments.\($0)" }
    var contacts: [UInt64: [Int]] = [:]
    try JournalScanner.readAll(interactions, fields) { line in
      guard let id = line.hash(0, seed: SnapshotHash.anySeed) else { return }
      contacts[id] = nil
      guard line.flag(2) != true, let at = line.text(1).flatMap({ Instant(parsing: $0) }),
        at >= since
      else { return }
      let own = segments.indices.filter { line.number($0 + 3) != nil }
      if !own.isEmpty { contacts[id] = own }
    }
    return contacts
  }

  /// Those that customers gave; of each id the last line counts.
  private func ratings() throws(FileError) -> [RatingTally.Rating] {
    let fields = [
      "id", "customer", "interaction", "deleted", "kind", "source", "answeredAt", "score", "min",
      "max", "reversed",
    ]
    var ratings: [UInt64: RatingTally.Rating] = [:]
    try JournalScanner.readAll(surveys, fields) { line in
      guard let id = line.hash(0, seed: SnapshotHash.anySeed) else { return }
      ratings[id] = nil
      guard line.flag(3) != true, let customer = line.hash(1, seed: SnapshotHash.anySeed),
        let rating = CustomerRating(
          kind: line.text(4),
          source: line.text(5),
          answeredAt: line.text(6),
          score: line.number(7),
          scale: (line.number(8), line.number(9)),
          reversed: line.flag(10)
        )
      else { return }
      ratings[id] = RatingTally.Rating(
        customer: customer,
        interaction: line.hash(2, seed: SnapshotHash.anySeed) ?? 0,
        at: rating.at,
        isSatisfied: rating.score >= Satisfaction.satisfiedFrom
      )
    }
    return Array(ratings.values)
  }
}
