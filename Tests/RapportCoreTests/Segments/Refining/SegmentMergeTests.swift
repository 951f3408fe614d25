import JSONLogic
import Testing

@testable import RapportCore

struct SegmentMergeTests {
  private let fixture = RefiningFixture()

  private func change(_ merge: SegmentMerge) -> DefinitionChange {
    merge.change("01", at: RefiningFixture.noon, by: "mk", reason: "one is enough")
  }

  private func segment(_ id: String) -> DefinitionReference { DefinitionReference(.segment, id) }

  @Test func `the wider rule stays, the second is retired, and what refers to it goes along`()
    throws
  {
    let merge = try SegmentMerge("a", "b", in: fixture.definitions)
    let rule = try #require(merge.rule)
    #expect(rule.json == [">=": [RefiningFixture.orders, 10]])
    #expect(rule.omissions.count == 1)
    let after = fixture.after(change(merge))
    #expect(after[segment("b")]??["status"] == "retired")
    #expect(after[segment("c")]??["rule"] == ["!": [["in_segment": ["a"]]]])
    let check = after[DefinitionReference(.service, "check")]
    #expect(check??["eligibility"] == ["in_segment": ["a"]])
    #expect(after[DefinitionReference(.script, "late")]??["segments"] == ["a"])
    #expect(after[DefinitionReference(.script, "only")]??["segments"] == ["a"])
    let trial = DefinitionTrial(fixture.definitions, at: RefiningFixture.noon)
    let outcome = trial.outcome(of: change(merge))
    #expect(!outcome.isRefused)
    let changed = outcome.definitions
    #expect(changed.uses(of: "b").isEmpty)
  }

  @Test func `lists are united, and what contradicts is chosen`() throws {
    var merge = try SegmentMerge("a", "b", in: fixture.definitions)
    #expect(
      Set(merge.fields.filter(\.isConflict).map(\.key)) == [
        "name", "priority", "goal", "tone", "golden", "manual",
      ]
    )
    #expect(merge.object["services"] == ["line", "check"])
    #expect(merge.object["needs"] == ["speed", "price"])
    #expect(merge.object["tone"] == "warm")
    #expect(merge.object["golden"] == ["members": ["C-1", "C-2", "C-3"]])
    #expect(merge.object["manual"]?.arrayValue?.map { $0["member"] } == [true])
    merge.choices = ["tone": .second, "golden": .second, "manual": .second]
    #expect(merge.object["tone"] == "brisk")
    #expect(merge.object["golden"] == ["members": ["C-3", "C-1"], "nonmembers": ["C-2"]])
    #expect(merge.object["manual"]?.arrayValue?.map { $0["member"] } == [false])
    #expect(merge.object["priority"] == 10)
  }

  /// In the first by the rule from 10 orders on, in the second from 12 on.
  private func facts(_ orders: [Customer.ID: Int]) -> [Customer.ID: CustomerFacts] {
    Dictionary(
      uniqueKeysWithValues: orders.map { id, count in
        let record: JSONObject = [
          "id": .string(id.rawValue), "behavioral": ["orders": JSON(count)],
        ]
        return (id, CustomerFacts(Customer(id: id, record: record)))
      }
    )
  }

  @Test func `who is in either is so by hand too, and who is in both`() throws {
    var fixture = fixture
    func entry(_ customer: String, _ member: Bool) -> JSON {
      ["customer": .string(customer), "member": .bool(member), "reason": "r"]
    }
    fixture.files["segments/a.json"]?["manual"] = [
      entry("C-1", true), entry("C-2", false), entry("C-3", true),
    ]
    fixture.files["segments/b.json"]?["manual"] = [entry("C-4", false)]
    let facts = facts(["C-1": 1, "C-2": 20, "C-3": 13, "C-4": 15])
    func kept(_ joining: SegmentMerge.Joining, placed: Bool = true) throws -> [String] {
      var merge = try SegmentMerge("a", "b", joining: joining, in: fixture.definitions)
      if placed { merge.place(facts, at: RefiningFixture.noon) }
      let kept = (merge.object["manual"]?.arrayValue ?? []).compactMap {
        $0["customer"]?.stringValue
      }
      #expect(merge.dropped.count == 4 - kept.count)
      return kept
    }
    // C-2 is in b, C-4 in a: in either. C-1 is in a alone, C-3 in both.
    #expect(try kept(.any) == ["C-1", "C-3"])
    #expect(try kept(.all) == ["C-2", "C-3", "C-4"])
    // Of customers who cannot be read what somebody decided stays, unless it is for one of the two.
    #expect(try kept(.any, placed: false) == ["C-1", "C-2", "C-3", "C-4"])
    #expect(try kept(.all, placed: false) == ["C-2", "C-4"])
  }

  @Test func `what was decided until a day before takes nothing from what counts`() throws {
    var fixture = fixture
    fixture.files["segments/a.json"]?["manual"] = [
      ["customer": "C-1", "member": true, "reason": "r"]
    ]
    fixture.files["segments/b.json"]?["manual"] = [
      ["customer": "C-1", "member": false, "reason": "r", "until": "2020-01-31"]
    ]
    var merge = try SegmentMerge("a", "b", in: fixture.definitions)
    merge.choices = ["manual": .second]
    merge.place(facts(["C-1": 1]), at: RefiningFixture.noon)
    #expect(merge.object["manual"]?.arrayValue?.map { $0["member"] } == [true])
    #expect(merge.dropped.isEmpty)
  }

  @Test func `whatever somebody changes of one of the two meanwhile is a conflict`() throws {
    let merge = try SegmentMerge("a", "b", in: fixture.definitions)
    var fixture = fixture
    fixture.files["segments/b.json"]?["rule"] = [">=": [RefiningFixture.orders, 3]]
    #expect(throws: DefinitionConflict.self) {
      try change(merge).rebased(on: fixture.definitions.documents)
    }
  }

  @Test func `a new segment retires both`() throws {
    let merge = try SegmentMerge("a", "b", into: "best", joining: .all, in: fixture.definitions)
    #expect(merge.rule?.json == [">=": [RefiningFixture.orders, 12]])
    let after = fixture.after(change(merge))
    #expect(after[segment("best")]??["id"] == "best")
    #expect(after[segment("best")]??["revision"] == nil)
    #expect(after[segment("a")]??["status"] == "retired")
    #expect(after[segment("b")]??["status"] == "retired")
    #expect(after[DefinitionReference(.script, "late")]??["segments"] == ["best"])
  }

  @Test func `what one asks of the other is answered by the other's rule`() throws {
    var fixture = fixture
    fixture.files["segments/a.json"]?["rule"] = [
      "and": [["!": [["in_segment": ["b"]]]], [">=": [RefiningFixture.orders, 3]]]
    ]
    let merge = try SegmentMerge("a", "b", in: fixture.definitions)
    #expect(SegmentMove.asked(by: try #require(merge.unsimplified)).isEmpty)
    let changed = fixture.definitions.applying(change(merge))
    #expect(SegmentGraph(changed.segments).cycles.isEmpty)
  }

  @Test func `what is asked of any other segment stays in the rule`() throws {
    var definitions = fixture.definitions
    let place = try #require(definitions.segments.firstIndex { $0.id == "b" })
    let asks: JSON = ["!": [["in_segment": ["z"]]]]
    definitions.segments.append(Segment(id: "z", name: "Z", priority: 90))
    definitions.segments[place].rule = try Rule(asks, operations: RuleOperations.names)
    let merge = try SegmentMerge("a", "b", in: definitions)
    #expect(merge.unsimplified?["or"]?[1] == asks)
    #expect(merge.rule?.json.compact().contains("null") == false)
  }

  @Test func `whoever must be in both is nobody where one has no rule`() throws {
    var definitions = fixture.definitions
    let place = try #require(definitions.segments.firstIndex { $0.id == "b" })
    definitions.segments[place].rule = nil
    let merge = try SegmentMerge("a", "b", joining: .all, in: definitions)
    #expect(merge.unsimplified == false)
  }

  @Test func `what cannot be merged is refused before it happens`() throws {
    let definitions = fixture.definitions
    func code(_ body: () throws(SegmentRefusal) -> SegmentMerge) -> String? {
      do throws(SegmentRefusal) {
        _ = try body()
        return nil
      } catch {
        return error.code
      }
    }
    #expect(
      code { () throws(SegmentRefusal) in try SegmentMerge("a", "a", in: definitions) }
        == "same-segment"
    )
    #expect(
      code { () throws(SegmentRefusal) in try SegmentMerge("a", "x", in: definitions) }
        == "no-segment"
    )
    #expect(
      code { () throws(SegmentRefusal) in try SegmentMerge("a", "b", into: "c", in: definitions) }
        == "id-taken"
    )
    #expect(
      code { () throws(SegmentRefusal) in try SegmentMerge("a", "b", into: "b", in: definitions) }
        == "id-taken"
    )
    #expect(
      code { () throws(SegmentRefusal) in try SegmentMerge("a", "b", into: "No!", in: definitions) }
        == "bad-id"
    )
    var fixture = fixture
    fixture.files["segments/b.json"]?["status"] = "retired"
    let retired = fixture.definitions
    #expect(
      code { () throws(SegmentRefusal) in try SegmentMerge("a", "b", in: retired) } == "retired"
    )
  }

  @Test func `undone, everything is as it was`() throws {
    let definitions = fixture.definitions
    let merge = try SegmentMerge("a", "b", in: definitions)
    let done = try change(merge).rebased(on: definitions.documents)
    let after = definitions.documents.applying(done)
    let undo = done.reversed(id: "02", at: RefiningFixture.noon, by: "ab", reason: "no")
    let back = after.applying(try undo.rebased(on: after))
    for (file, object) in definitions.documents.files {
      #expect(SegmentVersion.bare(back.files[file]) == SegmentVersion.bare(object), "\(file)")
    }
  }
}
