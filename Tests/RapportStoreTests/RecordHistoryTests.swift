import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

struct RecordHistoryTests {
  @Test func `the value at a time is that of the last line up to it`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"id": "C-1", "asOf": "2026-01-10", "x": 1}
      {"id": "C-2", "updated": "2026-01-01T00:00:00Z", "note": "C-1"}
      {"id": "C-1", "updated": "2026-03-01T10:00:00Z", "x": 2}
      not json with C-1
      {"id": "C-1", "updated": "2026-05-01T10:00:00Z", "deleted": true}
      {"id": "C-1", "updated": "2026-06-01T10:00:00Z", "x": 3}
      """,
      to: "customers.jsonl"
    )
    let zone = try #require(TimeZones.zone("Europe/Berlin"))
    let history = RecordHistory(StoreLocation(folder.path), zone: zone)
    func state(_ moment: String, _ id: Customer.ID = "C-1") throws -> String {
      switch try history.state(of: id, at: try #require(Instant(parsing: moment))) {
      case .known(let customer, let since, let isLatest):
        "x \(customer.record["x"] ?? .null), \(since.map(\.description) ?? "nil")"
          + (isLatest ? ", latest" : "")
      case .removed: "removed"
      case .notYet(let first): "not before \(first)"
      case .unheard: "unheard"
      }
    }
    #expect(try state("2026-01-09T22:59:59Z") == "not before 2026-01-09T23:00:00Z")
    #expect(try state("2026-02-01T00:00:00Z") == "x 1, 2026-01-09T23:00:00Z")
    #expect(try state("2026-03-01T10:00:00Z") == "x 2, 2026-03-01T10:00:00Z")
    #expect(try state("2026-05-02T10:00:00Z") == "removed")
    #expect(try state("2026-07-01T00:00:00Z") == "x 3, 2026-06-01T10:00:00Z, latest")
    #expect(try state("2026-07-01T00:00:00Z", "C-9") == "unheard")
  }
}
