import JSONLogic
import Testing

@testable import RapportCore

struct CustomerPatchTests {
  private let zoe = CustomerTests.zoe
  private let at = Instant(seconds: 1_795_269_791)

  private func patch(_ changes: CustomerPatch.Change...) -> CustomerPatch {
    CustomerPatch(customer: zoe.id, changes: changes, by: "mk", at: at)
  }

  @Test func `only the named paths change, and the revision counts up`() throws {
    let changed = try patch(
      .init(path: "behavioral.orders", expected: 14, value: 15),
      .init(path: "note", expected: "Prefers e-mail after 18:00.", value: nil),
      .init(path: "psychographic.values", expected: nil, value: ["price"])
    ).applied(to: zoe)
    #expect(changed.value(at: "behavioral.orders") == 15)
    #expect(changed.value(at: "behavioral.lastOrder") == "2026-10-02")
    #expect(changed.note == nil)
    #expect(changed.value(at: "psychographic.values") == ["price"])
    #expect(changed.rev == 1)
    #expect(changed.updated == at)
  }

  @Test func `what somebody else changed is a conflict, named by path`() {
    let error = #expect(throws: PatchConflict.self) {
      try patch(
        .init(path: "behavioral.orders", expected: 13, value: 15),
        .init(path: "language", expected: "en", value: "de")
      ).applied(to: zoe)
    }
    // The language is already what was to be set.
    #expect(error?.paths.map(\.path) == ["behavioral.orders"])
    #expect(error?.paths.first?.now == 14)
  }

  @Test func `an answer keeps its day and ends a refusal`() throws {
    let day = try #require(CalendarDate(parsing: "2026-11-22"))
    let refused = try CustomerPatch.notSaid(
      "demographic.age",
      by: "mk",
      at: at,
      on: day,
      customer: zoe
    ).applied(to: zoe)
    #expect(refused.notSaid("demographic.age") == day)
    let answered = try CustomerPatch.answer(
      ["price"],
      to: "psychographic.values",
      by: "mk",
      at: at,
      on: day,
      customer: zoe
    ).applied(to: zoe)
    #expect(answered.notSaid("psychographic.values") == nil)
    #expect(answered.record["notSaid"] == nil)
    #expect(answered.observed("psychographic.values") == day)
  }

  @Test func `a patch and its opposite leave the record as it was`() throws {
    var generator = SplitMix64(seed: 9)
    let paths = ["a", "a.b", "a.b.c", "behavioral.orders", "notSaid.x.y", "name.given", "tags"]
    for _ in 0..<500 {
      let path = paths[Int.random(in: paths.indices, using: &generator)]
      let old = zoe.value(at: path)
      let value: JSON? = Bool.random(using: &generator) ? JSON(7) : nil
      let there = try patch(.init(path: path, expected: old, value: value)).applied(to: zoe)
      #expect(there.value(at: path) == value, "seed 9: \(path)")
      let back = try patch(.init(path: path, expected: value, value: old)).applied(to: there)
      var (left, right) = (back.record, zoe.record)
      for key in ["rev", "updated"] { (left[key], right[key]) = (nil, nil) }
      #expect(left == right, "seed 9: \(path)")
    }
  }
}
