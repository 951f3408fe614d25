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

  @Test func `what was bought is what is paid at the time`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"id": "1", "at": "2026-01-01T10:00:00Z", "customer": "C-1", "amount": "10.50", "currency": "EUR", "state": "paid"}
      {"id": "2", "at": "2026-02-01T10:00:00Z", "customer": "C-1", "amount": "5.00", "currency": "EUR", "state": "paid"}
      {"id": "3", "at": "2026-03-01T10:00:00Z", "customer": "C-1", "amount": "7.00", "currency": "EUR", "state": "paid"}
      {"id": "2", "at": "2026-02-01T10:00:00Z", "customer": "C-1", "amount": "5.00", "currency": "EUR", "state": "refunded"}
      broken

      """,
      to: "orders.jsonl"
    )
    let book = try OrderBook(folder("orders.jsonl"))
    let moment = try #require(Instant(parsing: "2026-02-20T10:00:00Z"))
    let day = try #require(CalendarDate(parsing: "2026-01-01"))
    #expect(
      book.purchases(until: moment, zone: TimeZones.utc) == [
        "C-1": Purchases(last: day, count: 1, spend: 10.5)
      ]
    )
    #expect(
      try OrderBook(folder("none.jsonl")).purchases(until: moment, zone: TimeZones.utc) == [:]
    )
  }
}
