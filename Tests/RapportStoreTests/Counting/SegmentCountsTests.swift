import Foundation
import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

/// Counting agrees with explaining, customer by customer.
struct SegmentCountsTests {
  private static let noon = Instant(seconds: 1_795_348_800)
  private static let operations = RuleOperations.bound(
    today: TimeZones.utc.date(noon),
    zone: TimeZones.utc
  )

  private func definitions(_ segments: [Segment] = []) -> Definitions {
    var definitions = Definitions(
      settings: StoreSettings(name: "Test", company: "Test"),
      catalog: RandomCustomers.catalog
    )
    definitions.segments = segments
    return definitions
  }

  private func rule(_ json: JSON) throws -> Rule {
    try Rule(json, operations: RuleOperations.names)
  }

  @Test(arguments: 1...3)
  func `sizes of random rules are those of reading every customer`(seed: UInt64) async throws {
    var source = RandomCustomers(seed: seed)
    let folder = try TemporaryFolder()
    var lines = (0..<600).map { _ in source.line() }
    let base = lines.joined(separator: "\n") + "\n"
    try folder.write(base, to: "customers.jsonl")
    let counts = SegmentCounts(StoreLocation(folder.path), definitions())
    _ = try await counts.prepare(at: Self.noon)
    for round in 0..<3 {
      // From the second round on there is a tail, at last one without a newline.
      if round > 0 {
        lines += (0..<60).map { _ in source.line() }
        let text = lines.joined(separator: "\n") + (round == 1 ? "\n" : "")
        try append(String(text.dropFirst(try folder.text("customers.jsonl").count)), to: folder)
      }
      let naive = NaiveBase(lines)
      for number in 0..<(round == 0 ? 150 : 40) {
        let rule = try rule(source.rule(number % 4))
        let size = try await counts.size(of: rule, at: Self.noon)
        let expected = naive.counts(of: rule, Self.operations)
        #expect(size == expected, "seed \(seed), round \(round), rule \(number): \(rule.json)")
      }
    }
  }

  @Test(arguments: 1...4)
  func `segments count their manual members, accounts and one another`(seed: UInt64) async throws {
    var source = RandomCustomers(seed: seed + 100)
    let folder = try TemporaryFolder()
    var lines = (0..<500).map { _ in source.line() }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "customers.jsonl")
    let ids = (0..<8).map { "s\($0)" }
    var segments: [Segment] = []
    for (position, id) in ids.enumerated() {
      var segment = Segment(id: Segment.ID(id), name: id, priority: position + 1)
      segment.rule = try rule(
        source.rule(2, segments: Array(ids[..<position]) + (position == 5 ? ["s6", "none"] : []))
      )
      if position == 2 { segment.rule = nil }
      if position == 3 { segment.status = .retired }
      for number in 0..<position {
        segment.manual.append(
          Segment.Manual(
            customer: Customer.ID(number == 1 ? "C-9999" : source.id()),
            member: number % 2 == 0,
            reason: "",
            until: number == 3 ? CalendarDate(daysSinceEpoch: 10) : nil
          )
        )
      }
      segments.append(segment)
    }
    let definitions = definitions(segments)
    let counts = SegmentCounts(StoreLocation(folder.path), definitions)
    _ = try await counts.prepare(at: Self.noon)
    lines += (0..<50).map { _ in source.line() }
    let known = try folder.text("customers.jsonl").count
    try append(String((lines.joined(separator: "\n") + "\n").dropFirst(known)), to: folder)
    let evaluator = MembershipEvaluator(definitions, at: Self.noon)
    let facts = NaiveBase(lines).facts
    let sizes = try await counts.sizes(of: definitions.segments.map(\.id), at: Self.noon)
    var members: [[Customer.ID: Bool]] = []
    for (segment, size) in zip(definitions.segments, sizes) {
      var expected = AnswerCounts()
      var isIn: [Customer.ID: Bool] = [:]
      for facts in facts {
        let answer = evaluator.membership(of: facts, in: segment).answer
        expected.add(Answer(answer))
        isIn[facts.customer.id] = answer == .in
      }
      members.append(isIn)
      #expect(
        size.counts == expected,
        "seed \(seed), \(segment.id): \(segment.rule?.json ?? .null)"
      )
    }
    let overlaps = try await counts.overlaps(of: definitions.segments.map(\.id), at: Self.noon)
    for (row, left) in members.enumerated() {
      for (column, right) in members.enumerated() {
        let expected = left.count { $0.value && right[$0.key] == true }
        #expect(overlaps[row][column] == expected, "seed \(seed), \(row) and \(column)")
      }
    }
  }

  @Test func `a segment whose id is computed is counted as it is explained`() async throws {
    // Found by fuzzing.
    let folder = try TemporaryFolder()
    let lines = (1...20).map { #"{"id":"C-\#($0)","behavioral":{"orders":\#($0)}}"# }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "customers.jsonl")
    var segment = Segment(id: "many", name: "Many", priority: 1)
    segment.rule = try rule([">": [["var": "behavioral.orders"], 15]])
    let counts = SegmentCounts(StoreLocation(folder.path), definitions([segment]))
    let size = try await counts.size(
      of: rule(["in_segment": [["cat": ["ma", "ny"]]]]),
      at: Self.noon
    )
    #expect(size == AnswerCounts(isIn: 5, all: 20))
  }

  @Test func `joiners and leavers are named`() async throws {
    let folder = try TemporaryFolder()
    let lines = (1...100).map { #"{"id":"C-\#($0)","behavioral":{"orders":\#($0)}}"# }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "customers.jsonl")
    var segment = Segment(id: "s", name: "S", priority: 1)
    segment.manual = [Segment.Manual(customer: "C-96", member: true, reason: "")]
    segment.rule = try rule([">": [["var": "behavioral.orders"], 90]])
    var other = segment
    other.rule = try rule(["<": [["var": "behavioral.orders"], 4]])
    let counts = SegmentCounts(StoreLocation(folder.path), definitions([segment]))
    let change = try await counts.preview(of: other, samples: 2, at: Self.noon).difference
    #expect(change.before.isIn == 10 && change.after.isIn == 4)
    #expect(change.joining == 3 && change.leaving == 9)
    #expect(change.joiners == ["C-1", "C-2"] && change.leavers == ["C-91", "C-92"])
  }

  @Test func `a store without a place for a snapshot counts all the same`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"id":"a"}"# + "\n", to: "customers.jsonl")
    // A file where the folder should be: nothing can be kept, as on a read-only disk.
    try folder.write("x", to: ".cache")
    let counts = SegmentCounts(StoreLocation(folder.path), definitions())
    let size = try await counts.size(of: rule(true), at: Self.noon)
    #expect(size == AnswerCounts(isIn: 1, all: 1))
  }

  @Test func `a cancelled question ends with an error`() async throws {
    let folder = try TemporaryFolder()
    let lines = (0..<2_000).map { #"{"id":"C-\#($0)","hidden":1}"# }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "customers.jsonl")
    let counts = SegmentCounts(StoreLocation(folder.path), definitions())
    _ = try await counts.prepare(at: Self.noon)
    let slow = try rule(["===": [["var": "hidden"], 1]])
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await counts.size(of: slow, at: Self.noon)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try await counts.size(of: slow, at: Self.noon).isIn == 2_000)
  }

  private func append(_ text: String, to folder: TemporaryFolder) throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: folder("customers.jsonl")))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }
}
