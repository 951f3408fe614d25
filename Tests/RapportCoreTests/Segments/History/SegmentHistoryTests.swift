import JSONLogic
import Testing

@testable import RapportCore

struct SegmentHistoryTests {
  private let reference = DefinitionReference(.segment, "a")

  private func change(
    _ number: Int,
    _ before: JSON?,
    _ after: JSON?,
    by agent: Agent.ID = "mk"
  ) -> DefinitionChange {
    DefinitionChange(
      id: DefinitionChange.ID("01\(number)"),
      at: Instant(seconds: 1_795_000_000 + Int64(number) * 86_400),
      by: agent,
      reason: "reason \(number)",
      edits: [.init(reference, before: before, after: after)]
    )
  }

  private func object(_ name: String, _ revision: Int) -> JSON {
    ["id": "a", "name": .string(name), "priority": 10, "revision": JSON(revision)]
  }

  private var history: SegmentHistory {
    SegmentHistory(
      of: reference,
      changes: [
        change(3, object("B", 2), object("C", 3)), change(2, object("A", 1), object("B", 2)),
      ],
      now: object("C", 3)
    )
  }

  @Test func `every version is there, the first one too`() {
    #expect(history.versions.map(\.revision) == [3, 2, 1])
    #expect(history.versions.map { $0.change?.id } == ["013", "012", nil])
    #expect(history["2"]?.object?["name"] == "B")
    #expect(history["013"]?.object?["name"] == "C")
    #expect(history["4"] == nil)
    #expect(history.choices == "there are versions 1, 2 and 3")
    #expect(
      SegmentHistory(of: reference, changes: [], now: object("A", 2)).choices
        == "there is version 2 only"
    )
    let untouched = SegmentHistory(of: reference, changes: [], now: object("A", 7))
    #expect(untouched.versions.map(\.revision) == [7])
    #expect(untouched.standing == nil)
  }

  @Test func `what was taken back is not taken back again`() {
    let first = change(2, object("A", 1), object("B", 2))
    let second = change(3, object("B", 2), object("C", 3), by: "ab")
    var undone = change(4, object("C", 3), object("B", 4))
    undone.undoes = second.id
    var undoneToo = change(5, object("B", 4), object("A", 5))
    undoneToo.undoes = first.id
    func standing(_ changes: [DefinitionChange]) -> DefinitionChange.ID? {
      SegmentHistory(of: reference, changes: changes.reversed(), now: nil).standing?.change?.id
    }
    #expect(standing([first, second]) == second.id)
    #expect(standing([first, second, undone]) == first.id)
    #expect(standing([first, second, undone, undoneToo]) == nil)
  }

  @Test func `a way back to a version is a change of its own, and is taken back as such`() throws {
    let first = change(2, object("A", 1), object("B", 2))
    let second = change(3, object("B", 2), object("C", 3))
    // What it makes is what taking back the second would make.
    let revert = change(4, object("C", 3), object("B", 4))
    let history = SegmentHistory(of: reference, changes: [revert, second, first], now: nil)
    #expect(history.standing?.change?.id == revert.id)
    let back = revert.reversed(id: "9", at: revert.at, by: "mk", reason: "no")
    let read = try #require(DefinitionChange(record: back.record))
    #expect(read.undoes == revert.id)
    let after = SegmentHistory(of: reference, changes: [read, revert, second, first], now: nil)
    #expect(after.standing?.change?.id == second.id)
  }

  @Test func `reverting makes a new version, and keeps what others changed of other fields`() throws
  {
    let version = try #require(history["1"])
    let now = object("C", 3)
    let revert = DefinitionChange.reverting(
      reference,
      from: now,
      to: version,
      id: "09",
      at: RefiningFixture.noon,
      by: "mk",
      reason: "as it was"
    )
    var documents = DefinitionDocuments(files: ["segments/a.json": now])
    let made = try revert.rebased(on: documents)
    #expect(made.edits.first?.after == object("A", 4))
    documents[reference]?["summary"] = "theirs"
    #expect(try revert.rebased(on: documents).edits.first?.after?["summary"] == "theirs")
    documents[reference]?["name"] = "theirs"
    #expect(throws: DefinitionConflict.self) { try revert.rebased(on: documents) }
  }

  @Test func `fields are compared in words, the rule first`() throws {
    let fixture = RefiningFixture()
    let old = try #require(fixture.files["segments/a.json"])
    var new = old
    new["rule"] = [">=": [RefiningFixture.orders, 8]]
    new["tone"] = "brisk"
    new["services"] = ["check"]
    new["goal"] = ["text": "Keep them all.", "target": 0.9]
    new["golden"] = ["members": ["C-1"]]
    new["summary"] = "New"
    new["revision"] = 5
    let comparison = SegmentComparison(from: old, to: new, names: fixture.names)
    #expect(
      comparison.fields.map(\.text) == [
        "orders at least 10 -> 8", "about added: New",
        "goal target added: 0.9; text Keep them. -> Keep them all.", "tone Warm -> Brisk",
        "offers added: Check; removed: Priority line", "must belong: no longer C-2",
      ]
    )
    var pinned = old
    pinned["golden"] = ["members": ["C-1", "C-2", "C-4"], "nonmembers": ["C-9"]]
    pinned["waive"] = [["finding": "nearly-equal", "pointer": "/rule", "reason": "on purpose"]]
    #expect(
      SegmentComparison(from: old, to: pinned, names: fixture.names).fields.map(\.text) == [
        "must belong: now also C-4", "must not belong: now C-9",
        "problems that may stay added: nearly equal at /rule (on purpose)",
      ]
    )
    #expect(
      SegmentComparison(from: old, to: old, names: fixture.names).text == "nothing is different"
    )
    #expect(SegmentComparison(from: nil, to: old, names: fixture.names).text == "segment made")
  }
}
