package import JSONLogic
package import RapportCore

extension SegmentCounts: SegmentInsight {
  private static let year = 365 * 86_400

  package func values(
    at path: String,
    ofMembersOf segment: Segment.ID,
    at moment: Instant
  ) async throws -> AttributeValues? {
    try await ask(at: moment) { try $0.values(at: path, ofMembersOf: segment) }
  }

  package func outcomes(of rules: [Rule], at moment: Instant) async throws -> [SegmentOutcome] {
    let start = Instant(milliseconds: moment.milliseconds - 1_000 * Int64(Self.year))
    return try await ask(at: moment) { [location] counter in
      let events = JournalEvents(location, seed: counter.seed)
      return try counter.outcomes(
        of: rules,
        contacts: try events.contacts(),
        ratings: try events.ratings(),
        in: start...moment
      )
    }
  }

  package func outcomes(
    ofVersionsOf segment: Segment.ID,
    at moment: Instant
  ) async throws -> [Int: SegmentOutcome] {
    try VersionOutcomes(location, of: segment).counted(until: moment)
  }
}
