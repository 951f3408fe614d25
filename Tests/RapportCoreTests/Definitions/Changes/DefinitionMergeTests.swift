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
      merge.conflicts.map(\.pointer) == ["/name", "/adjust/detail", "/owner"]
    )
    #expect(merge.conflicts.map(\.theirs) == ["Faithful", 2, nil])
    #expect(merge.conflicts.map(\.mine) == ["True", nil, "ab"])
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
}
