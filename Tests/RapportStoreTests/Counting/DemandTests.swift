import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

/// Who there is to serve is what reading every customer and every contact says.
struct DemandTests {
  private static let noon = Instant(seconds: 1_795_348_800)

  private static func definitions() throws -> Definitions {
    let files: [String: JSON] = [
      "store.json": ["name": "x", "company": "X", "defaults": ["language": "en"]],
      "attributes.json": [["path": "behavioral.orders", "label": "orders", "type": "integer"]],
      "segments/many.json": [
        "id": "many", "name": "M", "priority": 1,
        "rule": [">=": [["var": "behavioral.orders"], 5]],
        "manual": [["customer": "c3", "member": true, "reason": "r"]],
      ],
      "segments/none.json": [
        "id": "none", "name": "N", "priority": 2, "rule": ["!": [["in_segment": "many"]]],
      ],
      "segments/gone.json": [
        "id": "gone", "name": "G", "priority": 3, "status": "retired", "rule": true,
      ],
    ]
    return Definitions(decoding: DefinitionDocuments(files: files))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `customers and contacts are counted as they are one by one`(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    func any<Value>(_ values: [Value]) -> Value {
      values[Int(random.next() % UInt64(values.count))]
    }
    let folder = try TemporaryFolder()
    var customers: [String: (language: String, orders: Int?)] = [:]
    func line(_ number: Int) -> String {
      let (id, tag) = ("c\(number)", any(["de", "de-AT", "en", "es", "", "nonsense!"]))
      let orders = any([nil, 1, 5, 9])
      let language = LanguageTag.isWellFormed(tag) ? LocalizedText.base(of: tag) : "en"
      customers[id] = (language, orders)
      let told = tag.isEmpty ? "" : #", "language": "\#(tag)""#
      return
        #"{"id": "\#(id)"\#(told)\#(orders.map { #", "behavioral": {"orders": \#($0)}"# } ?? "")}"#
    }
    let base = (0..<80).map(line).joined(separator: "\n") + "\n"
    try folder.write(base, to: "customers.jsonl")
    let definitions = try Self.definitions()
    let counts = SegmentCounts(StoreLocation(folder.path), definitions)
    _ = try await counts.prepare(at: Self.noon)
    // A tail: some again, some new, one gone.
    let tail =
      [2, 3, 90, 91].map(line).joined(separator: "\n") + "\n" + #"{"id": "c7", "deleted": true}"#
      + "\n"
    customers["c7"] = nil
    try folder.write(base + tail, to: "customers.jsonl")
    var expected = Demand()
    func segments(_ id: String, _ orders: Int?) -> [Segment.ID?] {
      let isIn = id == "c3" || (orders ?? 0) >= 5
      let isOut = id != "c3" && orders.map { $0 < 5 } ?? false
      return [nil] + (isIn ? ["many"] : []) + (isOut ? ["none"] : [])
    }
    for (id, customer) in customers {
      for segment in segments(id, customer.orders) {
        expected.customers[Demand.Group(segment, customer.language), default: 0] += 1
      }
    }
    var journal: [String] = []
    for number in 0..<300 {
      let (id, channel, intent) = (
        "c\(random.next() % 95)", any(["phone", "chat", "fax"]), any(["a", "b"])
      )
      let isLater = number % 50 == 0
      let at = isLater ? "2026-12-24T00:00:00Z" : "2026-11-01T00:00:00Z"
      journal.append(
        #"{"id": "i\#(number)", "at": "\#(at)", "customer": "\#(id)", "channel": "\#(channel)", "intent": "\#(intent)"}"#
      )
      guard !isLater, let channel = Channel(rawValue: channel), let customer = customers[id] else {
        continue
      }
      for segment in segments(id, customer.orders) {
        let group = Demand.Group(segment, customer.language)
        expected.contacts[Demand.Topic(group, Intent.ID(intent), channel), default: 0] += 1
      }
    }
    try folder.write(journal.joined(separator: "\n") + "\n", to: "journal/interactions.jsonl")
    let demand = try await counts.demand(at: Self.noon)
    #expect(demand.customers == expected.customers, "seed \(seed)")
    #expect(demand.contacts == expected.contacts, "seed \(seed)")
  }

  @Test func `without a journal nobody contacted us`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"id": "c1"}"# + "\n", to: "customers.jsonl")
    let demand = try await SegmentCounts(StoreLocation(folder.path), Self.definitions()).demand(
      at: Self.noon
    )
    #expect(demand.customers == [Demand.Group(nil, "en"): 1])
    #expect(demand.contacts.isEmpty)
  }
}
