import JSONLogic
import Testing

@testable import RapportCore

struct DefinitionChangeTests {
  private let warm = DefinitionReference(.tone, "warm")
  private let noon = Instant(seconds: 1_800_000_000)

  private func change(_ edits: DefinitionChange.Edit...) -> DefinitionChange {
    DefinitionChange(id: "1", at: noon, by: "mk", reason: "shorter", edits: edits)
  }

  @Test func `a change is read back from its line`() throws {
    let change = change(
      .init(warm, before: ["id": "warm", "revision": 3], after: ["id": "warm", "revision": 4]),
      .init(DefinitionReference(.store, "store"), before: ["name": "a"], after: ["name": "b"]),
      .init(DefinitionReference(.script, "old"), before: ["id": "old", "revision": 2], after: nil)
    )
    let record = change.record
    #expect(record["set"]?[0]?["revision"] == 4)
    #expect(record["set"]?[1]?["revision"] == nil)
    #expect(record["set"]?[2]?["revision"] == 3)
    #expect(record["set"]?[2]?["after"] == .some(.null))
    let read = try #require(DefinitionChange(record: record))
    #expect(read.record == record)
    #expect(read.edits[2].after == nil)
    #expect(
      DefinitionChange(record: [
        "id": "2", "at": "2026-11-22T08:00:00Z", "by": "mk",
        "set": [["kind": "customer", "id": "C-1", "revision": 2, "paths": ["note"]]],
      ]) == nil
    )
  }

  @Test func `the next revision follows what is there, and what there was of a removed one`() throws
  {
    var documents = DefinitionDocuments(files: ["tones/warm.json": ["id": "warm", "revision": 7]])
    let named = change(
      .init(
        warm,
        before: ["id": "warm", "revision": 5],
        after: ["id": "warm", "name": "Warm", "revision": 5]
      )
    )
    let rebased = try named.rebased(on: documents)
    #expect(rebased.edits.first?.before == ["id": "warm", "revision": 7])
    #expect(rebased.edits.first?.after == ["id": "warm", "name": "Warm", "revision": 8])
    documents.files = [:]
    let made = change(.init(warm, before: nil, after: ["id": "warm"]))
    #expect(try made.rebased(on: documents).edits.first?.revision == 1)
    #expect(try made.rebased(on: documents) { _ in 4 }.edits.first?.revision == 5)
  }

  @Test func `what is there already is not written again`() throws {
    let documents = DefinitionDocuments(files: ["tones/warm.json": ["id": "warm", "revision": 7]])
    let same = change(.init(warm, before: ["id": "warm", "name": "x"], after: ["id": "warm"]))
    #expect(try same.rebased(on: documents).edits.isEmpty)
  }

  @Test func `a change taken back is refused where the same field moved on, and only there`() throws
  {
    let first: JSON = ["id": "warm", "name": "Warm"]
    let second: JSON = ["id": "warm", "name": "Warmer", "revision": 2]
    let undo = change(.init(warm, before: first, after: second))
      .reversed(id: "2", at: noon, by: "mk", reason: "undo")
    var now = second
    now["owner"] = "ab"
    now["revision"] = 3
    var documents = DefinitionDocuments(files: ["tones/warm.json": now])
    #expect(
      try undo.rebased(on: documents).edits.first?.after == [
        "id": "warm", "name": "Warm", "owner": "ab", "revision": 4,
      ]
    )
    documents[warm]?["name"] = "Hot"
    #expect(throws: DefinitionConflict.self) { try undo.rebased(on: documents) }
  }

  @Test func `an item of a list is replaced in its place, and a new one goes where its id belongs`()
  {
    var documents = DefinitionDocuments(
      files: ["intents.json": [["id": "b", "x": 1], ["id": "d"], "odd", ["id": "b", "x": 2]]]
    )
    documents[DefinitionReference(.intent, "b")] = ["id": "b", "x": 3]
    documents[DefinitionReference(.intent, "c")] = ["id": "c"]
    documents[DefinitionReference(.intent, "e")] = ["id": "e"]
    documents[DefinitionReference(.intent, "d")] = nil
    #expect(
      documents.files["intents.json"] == [
        ["id": "b", "x": 3], ["id": "c"], "odd", ["id": "b", "x": 2], ["id": "e"],
      ]
    )
    #expect(documents.pointer(of: DefinitionReference(.intent, "c")) == ["1"])
    documents[DefinitionReference(.attribute, "a.b")] = ["path": "a.b"]
    #expect(documents.files["attributes.json"] == [["path": "a.b"]])
  }

  @Test func `what can never be written is refused, all of it at once`() {
    var documents = DefinitionDocuments(files: ["agents.json": ["id": "mk"]])
    documents.problems = [
      Problem(.error, at: Place(file: "tones/warm.json", line: 3), "column 5: a comma before }")
    ]
    let refusals = change(
      .init(warm, before: nil, after: ["id": "warm"]),
      .init(DefinitionReference(.tone, "../store"), before: nil, after: ["id": "../store"]),
      .init(DefinitionReference(.tone, "cold"), before: nil, after: ["id": "warm"]),
      .init(DefinitionReference(.agent, "mk"), before: nil, after: ["id": "mk"]),
      .init(DefinitionReference(.store, "store"), before: ["name": "x"], after: nil),
      .init(DefinitionReference(.segment, "s"), before: nil, after: "text")
    ).refusals(in: documents)
    #expect(
      refusals.map(\.description) == [
        "tones/warm.json:3: it cannot be changed: column 5: a comma before }",
        "tones/../store.json: \"../store\" is no id of tones; use small letters, digits and hyphens",
        "tones/cold.json: \"id\" is not \"cold\"; an id stays what it is",
        "agents.json: an object where a list is wanted",
        "store.json: the store's settings cannot be removed",
        "segments/s.json: text \"text\" where an object is wanted",
      ]
    )
  }
}
