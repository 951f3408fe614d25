import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

/// What came of segments and of parts of them.
struct SegmentInsightTests {
  private static let noon = Instant(seconds: 1_795_348_800)
  private static let orders: JSON = ["var": "behavioral.orders"]

  private func counts(_ folder: TemporaryFolder) async throws -> SegmentCounts {
    try folder.write(
      """
      {"id": "A", "behavioral": {"orders": 3}, "technographic": {"bikes": ["city", "kids"]}}
      {"id": "B", "behavioral": {"orders": 12}, "technographic": {"bikes": ["city"]}}
      {"id": "C", "behavioral": {"orders": 7}}
      {"id": "D", "behavioral": {"orders": null}, "technographic": {"bikes": []}}

      """,
      to: "customers.jsonl"
    )
    try folder.write(
      """
      {"id": "1", "customer": "A", "at": "2026-11-01T08:00:00Z", "channel": "phone", "segments": {"s": 3}}
      {"id": "2", "customer": "B", "at": "2026-11-02T08:00:00Z", "channel": "chat", "segments": {"s": 4, "t": 1}}
      {"id": "3", "customer": "B", "at": "2024-01-02T08:00:00Z", "channel": "chat", "segments": {"s": 3}}
      {"id": "4", "customer": "C", "at": "2026-11-03T08:00:00Z", "channel": "chat", "segments": {"s": 4}}
      {"id": "4", "deleted": true}

      """,
      to: "journal/interactions.jsonl"
    )
    try folder.write(
      """
      {"id": "r1", "customer": "A", "interaction": "1", "kind": "csat", "answeredAt": "2026-11-01T09:00:00Z", "score": 5}
      {"id": "r2", "customer": "B", "interaction": "2", "kind": "csat", "answeredAt": "2026-11-02T09:00:00Z", "score": 2}
      {"id": "r3", "customer": "B", "interaction": "2", "kind": "csat", "source": "agent", "answeredAt": "2026-11-02T09:00:00Z", "score": 5}
      {"id": "r4", "customer": "B", "interaction": "3", "kind": "csat", "answeredAt": "2024-01-02T09:00:00Z", "score": 4}

      """,
      to: "journal/surveys.jsonl"
    )
    var segment = Segment(id: "s", name: "S", priority: 1)
    segment.rule = try Rule(
      ["or": [["<": [Self.orders, 99]], ["missing": ["behavioral.orders"]]]],
      operations: RuleOperations.names
    )
    var definitions = Definitions(
      settings: StoreSettings(name: "Test", company: "Test"),
      catalog: RandomCustomers.catalog
    )
    definitions.segments = [segment]
    let counts = SegmentCounts(StoreLocation(folder.path), definitions)
    _ = try await counts.prepare(at: Self.noon)
    return counts
  }

  @Test func `the values of members are counted, ascending, and who has none`() async throws {
    let folder = try TemporaryFolder()
    let counts = try await counts(folder)
    let orders = try await counts.values(
      at: "behavioral.orders",
      ofMembersOf: "s",
      at: Self.noon
    )
    #expect(orders?.members == 4 && orders?.missing == 1)
    #expect(orders?.entries == [.init(3, 1), .init(7, 1), .init(12, 1)])
    #expect(try await counts.values(at: "no.path", ofMembersOf: "s", at: Self.noon) == nil)
  }

  @Test func `contacts and ratings of the last year go to the side that their customer is on`()
    async throws
  {
    let folder = try TemporaryFolder()
    let counts = try await counts(folder)
    let sides: [JSON] = [["<": [Self.orders, 10]], [">=": [Self.orders, 10]]]
    let rules = try sides.map {
      try Rule($0, operations: RuleOperations.names)
    }
    let outcomes = try await counts.outcomes(of: rules, at: Self.noon)
    #expect(outcomes.map(\.customers) == [2, 1])
    #expect(outcomes.map(\.contacts) == [1, 1])
    #expect(outcomes.map(\.rated) == [1, 1])
    #expect(outcomes.map(\.satisfied) == [1, 0])
  }

  @Test func `each version has the contacts that were held in its time`() async throws {
    let folder = try TemporaryFolder()
    let counts = try await counts(folder)
    let outcomes = try await counts.outcomes(ofVersionsOf: "s", at: Self.noon)
    #expect(outcomes.keys.sorted() == [3, 4])
    #expect(outcomes[3]?.words == "2 contacts, 2 of 2 satisfied")
    #expect(outcomes[4]?.words == "1 contact, 0 of 1 satisfied")
    #expect(try await counts.outcomes(ofVersionsOf: "none", at: Self.noon).isEmpty)
  }
}
