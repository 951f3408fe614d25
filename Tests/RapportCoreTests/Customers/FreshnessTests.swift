import JSONLogic
import Testing

@testable import RapportCore

struct FreshnessTests {
  private let today = CalendarDate(daysSinceEpoch: 20_800)

  private func shares(_ records: [JSON]) throws -> [Freshness.Share] {
    let definitions = Definitions(
      decoding: DefinitionDocuments(files: [
        "store.json": ["name": "x", "format": 1],
        "attributes.json": [
          ["path": "behavioral.device", "label": "device", "type": "text", "freshForDays": 90],
          ["path": "behavioral.orders", "label": "orders", "type": "integer"],
        ],
      ])
    )
    var freshness = Freshness(definitions.catalog, today: today, zone: TimeZones.utc)
    for record in records {
      freshness.add(try #require(record.objectValue.flatMap { Customer(record: $0) }))
    }
    return freshness.stale(from: 0.2)
  }

  @Test func `the day of the value counts before that of the import and of the record`() throws {
    let device: JSON = ["device": "ios", "orders": 3]
    let old = "2026-01-01"
    let records: [JSON] = [
      ["id": "1", "behavioral": device, "observed": ["behavioral.device": .string(old)]],
      [
        "id": "2", "behavioral": device, "observed": ["behavioral.device": "2026-12-01"],
        "asOf": .string(old),
      ],
      ["id": "3", "behavioral": device, "asOf": .string(old), "updated": "2026-12-01T00:00:00Z"],
      ["id": "4", "behavioral": device, "updated": "2026-12-01T00:00:00Z"],
      // Of whom nothing is known, or not since when.
      ["id": "5", "updated": "2026-01-01T00:00:00Z"], ["id": "6", "behavioral": device],
    ]
    let found = try shares(records)
    #expect(found.map(\.path) == ["behavioral.device"])
    #expect(found.first?.stale == Proportion(2, of: 4))
  }

  @Test func `what is fresh enough is not told`() throws {
    let records = (0..<10).map { number -> JSON in
      [
        "id": .string("\(number)"), "behavioral": ["device": "ios"],
        "asOf": number < 2 ? "2026-01-01" : "2026-12-01",
      ]
    }
    #expect(try shares(records).isEmpty)
  }
}
