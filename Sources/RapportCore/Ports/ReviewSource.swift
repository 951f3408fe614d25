/// What a week's review and the figures of segments take from whole journals and many customers.
///
/// Every call is asynchronous and made off the interface's thread. Each throws what keeps a file from
/// being read; a file that is not there is empty.
package protocol ReviewSource: Sendable {
  /// What customers said of contacts in the period up to `moment` and in the one before, by the
  /// segments they were in then.
  func satisfaction(
    of segments: [Segment.ID],
    at moment: Instant
  ) async throws -> SatisfactionReport

  /// What anybody promised customers for a day before `day` and did not do, the longest overdue first.
  func overdue(on day: CalendarDate, zone: Zone) async throws -> [FollowUp]

  /// Changes under test, the first to be judged first.
  func adjustments() async throws -> [Adjustment]

  /// Whom changes of records since `start` moved into and out of segments, by the rules of today and with
  /// the accounts left aside.
  func moves(
    _ definitions: Definitions,
    since start: Instant,
    at moment: Instant
  ) async throws -> RecordMoves

  /// Attributes of which more values are stale than may be, the worst first.
  func stale(_ definitions: Definitions, at moment: Instant) async throws -> [Freshness.Share]
}
