import JSONLogic
package import RapportCore

/// Figures over whole journals, and what many customers' records tell.
///
/// An actor of its own, so that reading all of a journal holds up nobody who asks for one customer. What
/// was read is kept as long as the files are what they were.
package actor JSONReviewSource: ReviewSource {
  let location: StoreLocation
  private let directory: JSONDirectory
  private var promises: JournalIndex
  private var ratings: RatingJournal
  /// So many customers tell how old values are.
  private static let sampleSize = 5_000

  /// - Parameters:
  ///   - location: the store.
  ///   - directory: of its customers.
  package init(_ location: StoreLocation, _ directory: JSONDirectory) {
    self.location = location
    self.directory = directory
    promises = JournalIndex(location.file("journal/interactions.jsonl"))
    ratings = RatingJournal(location)
  }

  package func satisfaction(
    of segments: [Segment.ID],
    at moment: Instant
  ) throws -> SatisfactionReport {
    try ratings.report(of: segments, at: moment)
  }

  package func overdue(on day: CalendarDate, zone: Zone) throws -> [FollowUp] {
    try promises.catchUp()
    return try promises.promises(by: nil)
      .compactMap { Interaction(record: $0).flatMap { FollowUp(of: $0, in: zone) } }
      .filter { $0.due < day }
      .sorted { ($0.due, $0.id) < ($1.due, $1.id) }
  }

  package func adjustments() throws -> [Adjustment] {
    var latest: [Adjustment.ID: Adjustment] = [:]
    for record in try JournalRecords(location.file("journal/adjustments.jsonl")).records() {
      guard let id = record["id"]?.stringValue else { continue }
      latest[Adjustment.ID(id)] =
        record["deleted"]?.boolValue == true ? nil : Adjustment(record: record)
    }
    return latest.values.sorted { ($0.evaluateAt, $0.id) < ($1.evaluateAt, $1.id) }
  }

  package func stale(
    _ definitions: Definitions,
    at moment: Instant
  ) async throws -> [Freshness.Share] {
    let zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    var freshness = Freshness(definitions.catalog, today: zone.date(moment), zone: zone)
    await directory.start()
    for (customer, _) in try await directory.sample(Self.sampleSize).customers {
      try Task.checkCancellation()
      freshness.add(customer)
    }
    return freshness.stale(from: definitions.settings[.staleShare])
  }
}
