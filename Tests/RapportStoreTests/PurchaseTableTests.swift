import RapportCore
import Testing

@testable import RapportStore

struct PurchaseTableTests {
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
      to: "journal/orders.jsonl"
    )
    let moment = try #require(Instant(parsing: "2026-02-20T10:00:00Z"))
    let day = try #require(CalendarDate(parsing: "2026-01-01"))
    let table = try table(folder.path, until: moment)
    #expect(
      table.purchases(of: SnapshotHash.hash("C-1", seed: 1))
        == Purchases(last: day, count: 1, spend: 10.5)
    )
    #expect(table.customers.count == 1)
    #expect(try self.table(folder("none"), until: moment).customers.isEmpty)
  }

  private func table(_ folder: String, until moment: Instant) throws -> PurchaseTable {
    let events = JournalEvents(StoreLocation(folder), seed: 1)
    return PurchaseTable(try events.orders(), until: moment, zone: TimeZones.utc)
  }
}
