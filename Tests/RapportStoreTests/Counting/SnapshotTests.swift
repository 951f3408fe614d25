import Foundation
import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

struct SnapshotTests {
  private static let contents = SnapshotContents(RandomCustomers.catalog)

  private func snapshot(_ text: String, _ folder: TemporaryFolder) async throws -> Snapshot {
    try folder.write(text, to: "customers.jsonl")
    let source = try RecordSource(folder("customers.jsonl"))
    let file = SnapshotFile(StoreLocation(folder.path), contents: Self.contents)
    return try await file.prepare(source, limit: text.utf8.count, longestTail: 0)
  }

  @Test(arguments: 1...4)
  func `columns hold what rules read of every customer`(seed: UInt64) async throws {
    var source = RandomCustomers(seed: seed)
    let lines = (0..<500).map { _ in source.line() }
    let folder = try TemporaryFolder()
    let snapshot = try await snapshot(lines.joined(separator: "\n") + "\n", folder)
    let naive = NaiveBase(lines)
    let live = try #require(snapshot.live)
    #expect(live.cardinality == naive.customers.count)
    let table = snapshot.table
    for facts in naive.facts {
      let row = try #require(snapshot.row(of: facts.customer.id.rawValue))
      #expect(live[row])
      let range = try #require(snapshot.range(of: row))
      let bytes = try folder.read("customers.jsonl")[range]
      #expect(try JSON(parsing: bytes)["id"]?.stringValue == facts.customer.id.rawValue)
      for path in Self.contents.columns.paths {
        let path = VariablePath(dotted: path)
        let column = try #require(table[path])
        #expect(column[row] == facts.value(at: path), "seed \(seed), \(facts.customer.id): \(path)")
      }
    }
    #expect(snapshot.row(of: "nobody") == nil)
  }

  @Test func `numbers beyond a double keep their digits, and texts that look alike stay apart`()
    async throws
  {
    let values = [
      "12345678901234567890", "0.1", "0.1000000000000000055511151231257827", "9007199254740993",
      "-0", "1e400", "1E3", "1000.0", #""1000""#, #""é""#, #""e\u0301""#, #""\ud83d\ude00""#,
      #"["a\"b","\u0001"]"#, #"[1,2.50,null,true,{"x":[]}]"#,
    ]
    let lines = values.enumerated().map { #"{"id":"\#($0)","behavioral":{"orders":\#($1)}}"# }
    let folder = try TemporaryFolder()
    let snapshot = try await snapshot(lines.joined(separator: "\n") + "\n", folder)
    let column = try #require(snapshot.table["behavioral.orders"])
    for (number, value) in values.enumerated() where value != "1e400" {
      let row = try #require(snapshot.row(of: "\(number)"))
      #expect(column[row] == (try JSON(parsing: value)), "\(value)")
    }
    #expect(snapshot.damaged == 1)
  }

  @Test func `a column of too many different texts is given up`() async throws {
    let lines = (0..<66_000).map {
      #"{"id":"\#($0)","note":"n\#($0)","behavioral":{"orders":\#($0)}}"#
    }
    let folder = try TemporaryFolder()
    let snapshot = try await snapshot(lines.joined(separator: "\n") + "\n", folder)
    #expect(snapshot.givenUp == ["note"])
    let column = try #require(snapshot.table["behavioral.orders"])
    for row in [0, 255, 256, 65_535, 65_999] { #expect(column[row] == JSON(row)) }
  }

  @Test func `pieces of a file meet at every line`() async throws {
    // Lines of some hundred bytes over several pieces, some of them longer than a reader's buffer.
    let pad = String(repeating: "x", count: 3_000)
    let long = String(repeating: "y", count: 1_500_000)
    let lines = (0..<9_000).map { number in
      #"{"id":"\#(number)","note":"\#(number % 3_000 == 7 ? long : pad)","since":"\#(number)"}"#
    }
    let folder = try TemporaryFolder()
    let snapshot = try await snapshot(lines.joined(separator: "\n") + "\n", folder)
    #expect(snapshot.rowCount == 9_000 && snapshot.damaged == 0)
    let column = try #require(snapshot.table["since"])
    for row in 0..<9_000 { #expect(column[row] == .string("\(row)")) }
  }

  @Test func `a damaged snapshot is never believed`() async throws {
    var random = SplitMix64(seed: 5)
    var source = RandomCustomers(seed: 5)
    let lines = (0..<200).map { _ in source.line() }
    let folder = try TemporaryFolder()
    _ = try await snapshot(lines.joined(separator: "\n") + "\n", folder)
    let name = ".cache/customers.snapshot"
    let whole = try folder.read(name)
    let records = try RecordSource(folder("customers.jsonl"))
    let file = SnapshotFile(StoreLocation(folder.path), contents: Self.contents)
    #expect(file.read(for: records) != nil)
    for position in 0..<64 {
      var bytes = whole
      bytes[position] ^= UInt8(1 << Int.random(in: 0...7, using: &random))
      try folder.write(bytes, to: name)
      #expect(file.read(for: records) == nil, "byte \(position)")
    }
    for _ in 0..<60 {
      try folder.write(
        Array(whole.prefix(Int.random(in: 0..<whole.count, using: &random))),
        to: name
      )
      #expect(file.read(for: records) == nil)
      let noise = (0..<Int.random(in: 0...400, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      try folder.write(noise, to: name)
      #expect(file.read(for: records) == nil)
    }
    // Inside, damage is found when the section is used, and the snapshot is made anew.
    let naive = NaiveBase(lines)
    let operations = RuleOperations.bound(
      today: CalendarDate(daysSinceEpoch: 20_779),
      zone: TimeZones.utc
    )
    var definitions = Definitions(
      settings: StoreSettings(name: "T", company: "T"),
      catalog: RandomCustomers.catalog
    )
    definitions.segments = []
    for round in 0..<80 {
      var bytes = whole
      for _ in 0...Int.random(in: 0...20, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255,
          using: &random
        )
      }
      try folder.write(bytes, to: name)
      let counts = SegmentCounts(StoreLocation(folder.path), definitions)
      let rule = try Rule(source.rule(3), operations: RuleOperations.names)
      let size = try await counts.size(of: rule, at: Instant(seconds: 1_795_348_800))
      #expect(size == naive.counts(of: rule, operations), "round \(round): \(rule.json)")
    }
  }

  @Test func `a snapshot of another file, or of one that was rewritten, is foreign`() async throws {
    let folder = try TemporaryFolder()
    let text =
      (0..<50).map { #"{"id":"\#($0)","since":"2020-01-01"}"# }.joined(separator: "\n") + "\n"
    _ = try await snapshot(text, folder)
    let file = SnapshotFile(StoreLocation(folder.path), contents: Self.contents)
    // Replaced by another file.
    try FileManager.default.removeItem(atPath: folder("customers.jsonl"))
    try folder.write(text, to: "other.jsonl")
    try FileManager.default.moveItem(
      atPath: folder("other.jsonl"),
      toPath: folder("customers.jsonl")
    )
    #expect(file.read(for: try RecordSource(folder("customers.jsonl"))) == nil)
    // Rewritten in place: shorter, or of the same size.
    for other in [String(text.dropLast(40)), text.replacingOccurrences(of: "2020", with: "2021")] {
      _ = try await snapshot(text, folder)
      #expect(file.read(for: try RecordSource(folder("customers.jsonl"))) != nil)
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: folder("customers.jsonl")))
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: Data(other.utf8))
      try handle.close()
      #expect(file.read(for: try RecordSource(folder("customers.jsonl"))) == nil)
    }
  }

  @Test func `killed while a snapshot is made, the next one counts right`() async throws {
    let folder = try TemporaryFolder()
    let lines = (0..<400).map { #"{"id":"\#($0)","since":"2020-01-01"}"# }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "customers.jsonl")
    let seed: UInt64 = 77
    var random = SplitMix64(seed: seed)
    let rule = try Rule(["===": [["var": "since"], "2020-01-01"]])
    var definitions = Definitions(
      settings: StoreSettings(name: "T", company: "T"),
      catalog: AttributeCatalog(Attribute.builtIn)
    )
    definitions.segments = []
    for round in 0..<40 {
      let hammer = try HammerProcess(["snapshot", folder.path, "0"])
      _ = hammer.kill(
        afterPromises: Int.random(in: 0...3, using: &random),
        spinning: Int.random(in: 0...300_000, using: &random)
      )
      let counts = SegmentCounts(StoreLocation(folder.path), definitions)
      let size = try await counts.size(of: rule, at: Instant(seconds: 0))
      #expect(size == AnswerCounts(isIn: 400, all: 400), "seed \(seed), round \(round)")
    }
  }

  @Test func `sorting by digits is sorting`() {
    var random = SplitMix64(seed: 8)
    for size in [0, 1, 2, 300, 5_000] {
      let keys = (0..<size).map { _ in random.next() >> UInt64.random(in: 0...63, using: &random) }
      let order = RadixSort.order(of: keys).map(Int.init)
      #expect(order == keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) })
      let sorted = keys.sorted()
      let index = HashIndex(sorted)
      for key in keys { #expect(index.position(of: key, in: sorted) == sorted.firstIndex(of: key)) }
      #expect(index.position(of: 77_777, in: sorted) == sorted.firstIndex(of: 77_777))
    }
  }
}
