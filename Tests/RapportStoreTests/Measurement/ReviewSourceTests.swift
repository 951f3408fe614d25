import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

/// Figures over whole journals.
struct ReviewSourceTests {
  private let now = Instant(parsing: "2026-11-21T12:00:00Z") ?? Instant(seconds: 0)

  private func source(_ folder: TemporaryFolder) -> JSONReviewSource {
    let location = StoreLocation(folder.path)
    return JSONReviewSource(
      location,
      JSONDirectory(location, SnapshotContents(catalog), country: nil)
    )
  }

  private let catalog = Definitions(
    decoding: DefinitionDocuments(files: [
      "store.json": ["name": "x", "format": 1],
      "attributes.json": [
        ["path": "behavioral.device", "label": "device", "type": "text", "freshForDays": 90]
      ],
    ])
  ).catalog

  private func contact(_ id: String, _ segments: JSON, at: String = "2026-11-01") -> JSON {
    [
      "id": .string(id), "at": .string("\(at)T10:00:00Z"), "customer": "C-1",
      "segments": segments,
    ]
  }

  private func rating(
    _ id: String,
    of contact: String,
    by customer: String,
    _ score: Int,
    at: String = "2026-11-02",
    _ more: JSONObject = [:]
  ) -> JSON {
    var line: JSONObject = [
      "id": .string(id), "customer": .string(customer), "interaction": .string(contact),
      "kind": "csat", "answeredAt": .string("\(at)T10:00:00Z"), "score": JSON(score), "min": 1,
      "max": 5, "source": "survey",
    ]
    for (key, value) in more { line[key] = value }
    return .object(line)
  }

  private func report(
    _ contacts: [JSON],
    _ ratings: [JSON]
  ) async throws -> SatisfactionReport {
    let folder = try TemporaryFolder()
    try folder.write("", to: "journal/surveys.jsonl")
    try RecordFile(folder("journal/interactions.jsonl")).append(contacts)
    try RecordFile(folder("journal/surveys.jsonl")).append(ratings)
    return try await source(folder).satisfaction(of: ["loyal", "mobile"], at: now)
  }

  @Test func `a rating counts for the segments the customer was in then`() async throws {
    let report = try await report(
      [contact("I1", ["loyal": 7]), contact("I2", ["loyal": 7, "mobile": 2])],
      [
        rating("S1", of: "I1", by: "C-1", 5), rating("S2", of: "I2", by: "C-2", 2),
        rating("S3", of: "I9", by: "C-3", 4),
      ]
    )
    #expect(report.all.now == Proportion(2, of: 3))
    #expect(report.segments["loyal"]?.now == Proportion(1, of: 2))
    #expect(report.segments["mobile"]?.now == Proportion(0, of: 1))
    #expect(report.all.before == Proportion())
  }

  @Test func `the period before stands apart, and what is older or later is left out`()
    async throws
  {
    let report = try await report(
      [contact("I1", ["loyal": 7], at: "2026-07-01")],
      [
        rating("S1", of: "I1", by: "C-1", 5, at: "2026-07-02"),
        rating("S2", of: "I1", by: "C-2", 5, at: "2026-01-02"),
        rating("S3", of: "I1", by: "C-3", 5, at: "2026-11-22"),
        rating("S4", of: "I1", by: "C-4", 1, at: "2026-08-23"),
      ]
    )
    #expect(report.segments["loyal"]?.before == Proportion(1, of: 2))
    #expect(report.segments["loyal"]?.now == Proportion())
  }

  @Test func `of a customer the latest counts, of a line the last, and of agents none`()
    async throws
  {
    let report = try await report(
      [contact("I1", ["loyal": 7])],
      [
        rating("S1", of: "I1", by: "C-1", 5, at: "2026-11-03"),
        rating("S2", of: "I1", by: "C-1", 1, at: "2026-11-02"),
        rating("S3", of: "I1", by: "C-2", 1),
        rating("S3", of: "I1", by: "C-2", 5),
        rating("S4", of: "I1", by: "C-3", 1, ["source": "agent"]),
        rating("S5", of: "I1", by: "C-4", 1),
        ["id": "S5", "deleted": true],
        rating("S6", of: "I1", by: "C-5", 9, ["max": 10]),
        rating("S7", of: "I1", by: "C-6", 9, ["kind": "loyalty", "max": 10]),
      ]
    )
    #expect(report.segments["loyal"]?.now == Proportion(3, of: 3))
  }

  @Test func `what is appended is seen, and without journals there is nothing`() async throws {
    let folder = try TemporaryFolder()
    let source = source(folder)
    #expect(try await source.satisfaction(of: ["loyal"], at: now).all == Satisfaction())
    #expect(try await source.adjustments().isEmpty)
    let day = try #require(CalendarDate(parsing: "2026-11-21"))
    #expect(try await source.overdue(on: day, zone: TimeZones.utc).isEmpty)
    try folder.write("", to: "journal/surveys.jsonl")
    try RecordFile(folder("journal/surveys.jsonl")).append([
      rating("S1", of: "I1", by: "C-1", 5)
    ])
    #expect(
      try await source.satisfaction(of: ["loyal"], at: now).all.now == Proportion(1, of: 1)
    )
  }

  @Test func `promises of all agents that are late come, the oldest first`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "journal/interactions.jsonl")
    func promise(_ id: String, _ customer: String, _ day: String) -> JSON {
      [
        "id": .string(id), "at": "2026-11-10T10:00:00Z", "customer": .string(customer),
        "agent": .string("a\(id)"), "followUp": ["at": .string(day)],
      ]
    }
    try RecordFile(folder("journal/interactions.jsonl")).append([
      promise("1", "C-1", "2026-11-19"), promise("2", "C-2", "2026-11-12"),
      promise("3", "C-3", "2026-11-21"), promise("4", "C-4", "2026-11-11"),
      ["id": "5", "at": "2026-11-12T10:00:00Z", "customer": "C-4", "outcome": "resolved"],
    ])
    let day = try #require(CalendarDate(parsing: "2026-11-21"))
    let overdue = try await source(folder).overdue(on: day, zone: TimeZones.utc)
    #expect(overdue.map(\.customer) == ["C-2", "C-1"])
    #expect(overdue.map(\.by) == ["a2", "a1"])
  }

  @Test func `changes under test come by their day, without those taken back`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "journal/adjustments.jsonl")
    func line(_ id: String, _ day: String) -> JSON {
      [
        "id": .string(id), "at": "2026-11-10T10:00:00Z", "by": "lb",
        "on": ["kind": "script", "id": "charged"], "metric": "csat",
        "evaluateAt": .string(day),
      ]
    }
    try RecordFile(folder("journal/adjustments.jsonl")).append([
      line("1", "2026-12-01"), line("2", "2026-11-30"), line("3", "2026-11-01"),
      ["id": "3", "deleted": true], ["id": "4"],
    ])
    #expect(try await source(folder).adjustments().map(\.id) == ["2", "1"])
  }

  @Test func `how old values are is told from the customers`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"id": "C-1", "behavioral": {"device": "ios"}, "asOf": "2026-01-01"}
      {"id": "C-2", "behavioral": {"device": "ios"}, "asOf": "2026-11-01"}

      """,
      to: "customers.jsonl"
    )
    var definitions = Definitions(
      settings: StoreSettings(name: "x", company: "x"),
      catalog: catalog
    )
    let stale = try await source(folder).stale(definitions, at: now)
    #expect(stale.map(\.path) == ["behavioral.device"])
    #expect(stale.first?.stale == Proportion(1, of: 2))
    definitions.settings.thresholds["staleShare"] = 0.5
    #expect(try await source(folder).stale(definitions, at: now).isEmpty)
  }
}

/// Whom changed records move between segments.
struct RecordMovesTests {
  private let start = Instant(parsing: "2026-11-14T00:00:00Z") ?? Instant(seconds: 0)
  private let now = Instant(parsing: "2026-11-21T00:00:00Z") ?? Instant(seconds: 0)

  private func moves(_ lines: String) async throws -> [Segment.ID: SizeMove] {
    let folder = try TemporaryFolder()
    try folder.write(lines, to: "customers.jsonl")
    let definitions = Definitions(
      decoding: DefinitionDocuments(files: [
        "store.json": ["name": "x", "format": 1],
        "attributes.json": [
          ["path": "behavioral.orders", "label": "orders", "type": "integer"]
        ],
        "segments/loyal.json": [
          "id": "loyal", "name": "Loyal", "priority": 1,
          "rule": [">=": [["var": "behavioral.orders"], 10]],
        ],
      ])
    )
    let location = StoreLocation(folder.path)
    let directory = JSONDirectory(location, SnapshotContents(definitions.catalog), country: nil)
    let source = JSONReviewSource(location, directory)
    guard case .counted(let moves) = try await source.moves(definitions, since: start, at: now)
    else { return [:] }
    return moves
  }

  @Test func `who changed is compared with their last line before`() async throws {
    let moves = try await moves(
      """
      {"id": "C-1", "behavioral": {"orders": 4}, "updated": "2026-10-01T00:00:00Z"}
      {"id": "C-1", "behavioral": {"orders": 9}, "updated": "2026-11-01T00:00:00Z"}
      {"id": "C-1", "behavioral": {"orders": 10}, "updated": "2026-11-15T00:00:00Z"}
      {"id": "C-2", "behavioral": {"orders": 12}, "updated": "2026-11-01T00:00:00Z"}
      {"id": "C-2", "behavioral": {"orders": 2}, "updated": "2026-11-16T00:00:00Z"}
      {"id": "C-2", "behavioral": {"orders": 3}, "updated": "2026-11-17T00:00:00Z"}
      {"id": "C-3", "behavioral": {"orders": 12}, "updated": "2026-11-01T00:00:00Z"}
      {"id": "C-4", "behavioral": {"orders": 12}, "updated": "2026-11-01T00:00:00Z"}
      {"id": "C-4", "deleted": true, "updated": "2026-11-18T00:00:00Z"}

      """
    )
    #expect(moves["loyal"]?.joined == 1 && moves["loyal"]?.left == 2)
  }

  @Test func `who has no earlier line counts only where they are new`() async throws {
    let moves = try await moves(
      """
      {"id": "C-1", "behavioral": {"orders": 11}, "updated": "2026-11-15T00:00:00Z"}
      {"id": "C-2", "behavioral": {"orders": 11}, "since": "2020-01-01", "updated": "2026-11-15T00:00:00Z"}
      {"id": "C-3", "behavioral": {"orders": 11}, "since": "2026-11-15", "updated": "2026-11-15T00:00:00Z"}

      """
    )
    #expect(moves["loyal"]?.joined == 1 && moves["loyal"]?.left == 0)
    #expect(moves["loyal"]?.notKnown == 2)
  }

  @Test func `a line without a time is an earlier one, and an unchanged base moves nobody`()
    async throws
  {
    let moved = try await moves(
      """
      {"id": "C-1", "behavioral": {"orders": 9}}
      {"id": "C-1", "behavioral": {"orders": 10}, "updated": "2026-11-15T00:00:00Z"}

      """
    )
    #expect(moved["loyal"]?.joined == 1)
    let old = #"{"id": "C-1", "behavioral": {"orders": 10}, "asOf": "2026-11-01"}"# + "\n"
    #expect(try await moves(old).isEmpty)
  }
}
