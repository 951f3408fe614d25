import JSONLogic
import Testing

@testable import RapportCore

struct SegmentSplitTests {
  private let fixture = RefiningFixture()

  private func cut(_ path: String, _ value: JSON) throws -> SegmentCut {
    SegmentCut(try #require(fixture.definitions.catalog[path]), at: value)
  }

  private func split(_ id: Segment.ID, _ cut: SegmentCut, keepsOld: Bool = false) throws
    -> SegmentSplit
  {
    try SegmentSplit(
      id,
      at: cut,
      keepsOld: keepsOld,
      in: fixture.definitions,
      words: fixture.names.words
    )
  }

  @Test func `a threshold makes two segments whose rules say no more than they must`() throws {
    let split = try self.split("b", try cut("behavioral.orders", 20))
    #expect(split.parts.map(\.id) == ["b-under-20", "b-from-20"])
    #expect(split.parts.map(\.name) == ["Big, orders less than 20", "Big, orders at least 20"])
    #expect(split.parts.map(\.priority) == [20, 21])
    #expect(split.parts[1].rule == [">=": [RefiningFixture.orders, 20]])
    let change = split.change("01", at: RefiningFixture.noon, by: "mk", reason: "too broad")
    let after = fixture.after(change)
    #expect(after[DefinitionReference(.segment, "b")]??["status"] == "retired")
    #expect(
      after[DefinitionReference(.script, "late")]??["segments"] == ["b-under-20", "b-from-20", "a"]
    )
    #expect(
      after[DefinitionReference(.service, "check")]??["eligibility"] == [
        "or": [["in_segment": ["b-under-20"]], ["in_segment": ["b-from-20"]]]
      ]
    )
    let changed = fixture.definitions.applying(change)
    #expect(changed.problems.filter { $0.severity == .error }.isEmpty)
    #expect(changed.segments.contains { $0.id == "b-from-20" && $0.revision == 1 })
  }

  @Test func `each customer is on one side, and who has no value on neither`() throws {
    let operations = RuleOperations.bound(
      today: TimeZones.utc.date(RefiningFixture.noon),
      zone: TimeZones.utc
    )
    for (path, value) in [
      ("behavioral.orders", 12), ("behavioral.lastOrder", "2026-08-24"),
      ("behavioral.newsletter", true), ("technographic.device", "ios"),
      ("technographic.bikes", "kids"), ("technographic.version", "4.3.0"),
    ] as [(String, JSON)] {
      let sides = try cut(path, value).sides.map { try Rule($0, operations: operations) }
      var generator = SplitMix64(seed: 5)
      for _ in 0..<60 {
        let facts = CustomerFacts(RandomRuleTests.customer(&generator))
        let answers = sides.map { $0.answer(facts) }
        #expect(answers.count { $0 == .in } <= 1, "\(path) \(facts.document)")
        #expect(answers.contains(.in) == !answers.contains(.unknown), "\(path) \(facts.document)")
      }
    }
  }

  @Test func `customers named by hand go to the side that they are on`() throws {
    var split = try self.split("a", try cut("behavioral.orders", 20))
    func facts(_ id: String, _ orders: JSON?) -> CustomerFacts {
      var record: JSONObject = ["id": .string(id)]
      if let orders { record["behavioral"] = ["orders": orders] }
      return CustomerFacts(Customer(id: Customer.ID(id), record: record))
    }
    split.place(
      ["C-1": facts("C-1", 30), "C-2": facts("C-2", nil), "C-7": facts("C-7", 2)],
      at: RefiningFixture.noon
    )
    let change = split.change("01", at: RefiningFixture.noon, by: "mk", reason: "too broad")
    let after = fixture.after(change)
    let low = try #require(after[DefinitionReference(.segment, "a-under-20")] ?? nil)
    let high = try #require(after[DefinitionReference(.segment, "a-from-20")] ?? nil)
    #expect(high["golden"] == ["members": ["C-1"]])
    #expect(low["golden"] == nil)
    #expect(low["manual"]?.arrayValue?.count == 1)
    #expect(high["manual"] == nil)
    let lines = split.lines(nil, effect: nil, names: fixture.names)
    #expect(lines.contains { $0.text == "C-2: on neither side, so pinned to neither" })
    split.places["C-7"] = nil
    let unplaced = split.lines(nil, effect: nil, names: fixture.names)
    #expect(unplaced.contains { $0.text == "C-7: on neither side, so taken into both" })
  }

  @Test func `a kept segment and what refers to it stay as they are`() throws {
    let split = try self.split("b", try cut("behavioral.orders", 20), keepsOld: true)
    #expect(split.parts.map(\.priority) == [21, 22])
    let change = split.change("01", at: RefiningFixture.noon, by: "mk", reason: "finer")
    #expect(change.edits.map(\.reference.id) == ["b-under-20", "b-from-20", "b"])
    let written = try change.rebased(on: fixture.definitions.documents)
    #expect(written.edits.map(\.reference.id) == ["b-under-20", "b-from-20"])
    // Of it the parts are made: what somebody changes of it meanwhile is a conflict.
    var other = fixture
    other.files["segments/b.json"]?["rule"] = [">=": [RefiningFixture.orders, 3]]
    #expect(throws: DefinitionConflict.self) {
      try change.rebased(on: other.definitions.documents)
    }
  }

  @Test func `ids, priorities and sides that cannot be are refused`() throws {
    let cut = try cut("behavioral.orders", 20)
    func code(_ body: (inout SegmentSplit) -> Void) throws -> String? {
      var split = try self.split("b", cut)
      body(&split)
      do throws(SegmentRefusal) {
        try split.check()
        return nil
      } catch {
        return error.code
      }
    }
    #expect(try code { _ in } == nil)
    #expect(try code { $0.rename(ids: ["c"]) } == "id-taken")
    #expect(try code { $0.rename(ids: ["x", "x"]) } == "id-taken")
    #expect(try code { $0.rename(ids: ["Ö"]) } == "bad-id")
    #expect(try code { $0.rename(priorities: [10]) } == "priority-taken")
    #expect(try code { $0.rename(priorities: [5, 5]) } == "priority-taken")
    let split = try self.split("b", cut)
    let empty = SplitProposal(
      cut: cut,
      sides: [SegmentOutcome(customers: 0), SegmentOutcome(customers: 4)],
      unknown: 0
    )
    #expect(throws: SegmentRefusal.self) { try split.check(empty, names: fixture.names) }
    #expect(throws: SegmentRefusal.self) {
      try SegmentCut(cut.attribute, typed: "many", fixture.names.words.wording)
    }
  }

  @Test func `candidates are near the fifths and the middle, and never leave a side empty`() throws
  {
    let attribute = try #require(fixture.definitions.catalog["behavioral.orders"])
    let values = AttributeValues(
      members: 103,
      missing: 3,
      entries: (1...10).map { AttributeValues.Entry(JSON($0), 10) }
    )
    #expect(SplitProposal.candidates(attribute, values) == [6, 3, 5, 7, 9])
    let same = AttributeValues(members: 9, missing: 0, entries: [.init(4, 9)])
    #expect(SplitProposal.candidates(attribute, same).isEmpty)
    let skewed = AttributeValues(members: 9, missing: 0, entries: [.init(1, 8), .init(2, 1)])
    #expect(SplitProposal.candidates(attribute, skewed) == [2])
  }
}
