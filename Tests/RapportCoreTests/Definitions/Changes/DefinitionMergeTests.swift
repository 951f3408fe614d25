import JSONLogic
import Testing

@testable import RapportCore

struct DefinitionMergeTests {
  private let segment = DefinitionReference(.segment, "loyal")

  private func merge(_ before: JSON?, _ theirs: JSON?, _ mine: JSON?) -> DefinitionMerge {
    DefinitionMerge(segment, before: before, theirs: theirs, mine: mine)
  }

  @Test func `what only one side changed is taken, at every depth`() {
    let before: JSON = ["id": "loyal", "name": "Loyal", "adjust": ["detail": 1], "note": "x"]
    let theirs: JSON = ["id": "loyal", "name": "Faithful", "adjust": ["detail": 1, "pace": 2]]
    let mine: JSON = [
      "id": "loyal", "name": "Loyal", "adjust": ["detail": -1], "note": "x", "tone": "warm",
    ]
    let merge = merge(before, theirs, mine)
    #expect(merge.conflicts.isEmpty)
    #expect(
      merge.merged == [
        "id": "loyal", "name": "Faithful", "adjust": ["detail": -1, "pace": 2], "tone": "warm",
      ]
    )
  }

  @Test func `what both changed to different values is a conflict, each with its place`() {
    let before: JSON = ["name": "Loyal", "adjust": ["detail": 1], "needs": ["a"], "owner": "mk"]
    let theirs: JSON = ["name": "Faithful", "adjust": ["detail": 2], "needs": ["a", "b"]]
    let mine: JSON = ["name": "True", "adjust": [:], "needs": ["c", "a"], "owner": "ab"]
    let merge = merge(before, theirs, mine)
    #expect(merge.merged == nil)
    #expect(
      merge.conflicts.map(\.pointer) == ["/name", "/adjust/detail", "/needs", "/owner"]
    )
    #expect(merge.conflicts.map(\.theirs) == ["Faithful", 2, ["a", "b"], nil])
    #expect(merge.conflicts.map(\.mine) == ["True", nil, ["c", "a"], "ab"])
    #expect(merge.conflicts.allSatisfy { $0.reference == segment })
  }

  @Test func `two halves of two rules are no rule`() {
    let plain: JSON = [">": [["var": "a"], 1]]
    let merge = merge(
      ["rule": plain],
      ["rule": ["and": [plain, true]]],
      ["rule": ["or": [plain, false]]]
    )
    #expect(merge.conflicts.map(\.pointer) == ["/rule"])
  }

  @Test func `both did the same`() {
    #expect(merge(["name": "a"], ["name": "b"], ["name": "b"]).merged == ["name": "b"])
    let gone = merge(["name": "a"], nil, nil)
    #expect(gone.merged == nil && gone.conflicts.isEmpty)
  }

  @Test func `removing what somebody changed, or changing what somebody removed, is a conflict`() {
    #expect(merge(["name": "a"], ["name": "b"], nil).conflicts.map(\.pointer) == [""])
    #expect(merge(["name": "a"], nil, ["name": "b"]).conflicts.map(\.pointer) == [""])
    #expect(merge(nil, ["name": "a"], ["name": "b"]).conflicts.map(\.pointer) == [""])
  }

  @Test func `the counter of changes is nobody's wish`() {
    let merge = merge(
      ["name": "a", "revision": 1],
      ["name": "a", "revision": 3, "tone": "warm"],
      ["name": "b", "revision": 1]
    )
    #expect(merge.merged == ["name": "b", "tone": "warm"])
  }

  @Test func `a key with a slash is written as JSON pointers have it`() {
    let merge = merge(["a/b~": 1], ["a/b~": 2], ["a/b~": 3])
    #expect(merge.conflicts.map(\.pointer) == ["/a~1b~0"])
  }

  @Test func `merging is fair, whatever the objects`() {
    let seed: UInt64 = 20_261_128
    var random = SplitMix64(seed: seed)
    for round in 0..<2_000 {
      let before = object(2, &random)
      let theirs = edited(before, 2, &random)
      let mine = edited(before, 2, &random)
      let one = merge(before, theirs, mine)
      let other = merge(before, mine, theirs)
      #expect(one.merged == other.merged, "seed \(seed), round \(round)")
      #expect(
        Set(one.conflicts.map(\.pointer)) == Set(other.conflicts.map(\.pointer)),
        "seed \(seed), round \(round)"
      )
      #expect(merge(before, before, mine).merged == mine, "seed \(seed), round \(round)")
      #expect(merge(before, theirs, before).merged == theirs, "seed \(seed), round \(round)")
      guard case .object(let merged)? = one.merged else { continue }
      for key in Set(before.keys + theirs.keys + mine.keys) {
        if theirs[key] == before[key] { #expect(merged[key] == mine[key], "round \(round)") }
        if mine[key] == before[key] { #expect(merged[key] == theirs[key], "round \(round)") }
      }
    }
  }

  private func object(_ depth: Int, _ random: inout SplitMix64) -> JSON {
    var object: JSONObject = [:]
    for key in ["a", "b", "c", "d"] where Bool.random(using: &random) {
      object[key] =
        depth > 0 && Bool.random(using: &random)
        ? self.object(depth - 1, &random) : JSON(Int.random(in: 0...2, using: &random))
    }
    return .object(object)
  }

  private func edited(_ value: JSON, _ depth: Int, _ random: inout SplitMix64) -> JSON {
    guard case .object(var object) = value else {
      return JSON(Int.random(in: 0...2, using: &random))
    }
    for key in ["a", "b", "c", "d"] where Int.random(in: 0..<4, using: &random) == 0 {
      switch (object[key], Int.random(in: 0..<3, using: &random)) {
      case (_, 0): object[key] = nil
      case (let value?, 1): object[key] = edited(value, depth - 1, &random)
      default: object[key] = self.object(max(0, depth - 1), &random)
      }
    }
    return .object(object)
  }
}

extension JSON {
  fileprivate var keys: [String] { objectValue?.keys ?? [] }
}
