import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

struct JSONDefinitionsTests {
  private let loyal = DefinitionFixture.loyal

  @Test
  func `a change is journaled and written in canonical form, and keeps what it does not know`()
    async throws
  {
    let fixture = try DefinitionFixture()
    try OpenFile(fixture.folder("segments/loyal.json"), for: .reading)
      .adopt(mode: 0o640, group: nil)
    let saved = try await fixture.store.save(fixture.change(["name": "Faithful"]))
    #expect(saved.edits.first?.revision == 8)
    #expect(
      try fixture.folder.text("segments/loyal.json") == """
        {
          "id": "loyal",
          "name": "Faithful",
          "odd": [
            1.5,
            12345678901234567890
          ],
          "priority": 10,
          "revision": 8
        }

        """
    )
    #expect(try FileStatus(at: fixture.folder("segments/loyal.json"))?.mode == 0o640)
    let line = try JSON(parsing: try #require(fixture.journal.first))
    #expect(line == saved.record)
    #expect(line["by"] == "mk" && line["reason"] == "why not")
    #expect(line["set"]?[0]?["before"]?["name"] == "Loyal")
    #expect(line["set"]?[0]?["after"]?["name"] == "Faithful")
    #expect(line["set"]?[0]?["revision"] == 8)
  }

  @Test func `a change of one word changes one line of the file, besides the version`() async throws
  {
    let fixture = try DefinitionFixture()
    _ = try await fixture.store.save(
      fixture.change(["summary": "Order often.", "needs": ["speed", "a name"]])
    )
    let before = try fixture.folder.lines("segments/loyal.json")
    _ = try await fixture.store.save(fixture.change(["summary": "Order seldom."], id: "01KB"))
    let after = try fixture.folder.lines("segments/loyal.json")
    let difference = after.difference(from: before)
    #expect(difference.insertions.count == 2 && difference.removals.count == 2)
    #expect(
      after.filter { !before.contains($0) } == [
        #"  "revision": 9,"#, #"  "summary": "Order seldom.""#,
      ]
    )
  }

  @Test func `an item of a list is replaced in its place, and the rest stays`() async throws {
    let fixture = try DefinitionFixture()
    let billing = DefinitionReference(.intent, "billing")
    _ = try await fixture.store.save(fixture.change(of: billing, ["title": "Bills"]))
    let made = DefinitionReference(.intent, "cancelling")
    _ = try await fixture.store.save(fixture.change(of: made, ["title": "Cancelling"], id: "01KB"))
    #expect(
      try JSON(parsing: fixture.folder.read("intents.json")) == [
        ["id": "billing", "revision": 2, "title": "Bills"],
        ["id": "cancelling", "revision": 1, "title": "Cancelling"],
        ["id": "delivery", "odd": 1, "title": "Delivery"],
      ]
    )
  }

  @Test func `objects are made and removed, several at once`() async throws {
    let fixture = try DefinitionFixture()
    let warm = DefinitionReference(.tone, "warm")
    let loyal = try await fixture.now()
    let change = fixture.changing([
      .init(warm, before: nil, after: ["id": "warm", "name": "Warm"]),
      .init(self.loyal, before: loyal, after: nil),
      .init(
        DefinitionReference(.store, "store"),
        before: ["format": 1, "name": "Test"],
        after: ["format": 1, "name": "Test", "defaults": ["tone": "warm"]]
      ),
    ])
    _ = try await fixture.store.save(change)
    #expect(try Folder.names(in: fixture.folder("segments")).isEmpty)
    #expect(
      try JSON(parsing: fixture.folder.read("tones/warm.json")) == [
        "id": "warm", "name": "Warm", "revision": 1,
      ]
    )
    let definitions = try await fixture.another.load()
    #expect(definitions.settings.tone == "warm" && definitions.segments.isEmpty)
    // Made again, its revisions go on.
    let again = fixture.changing([.init(self.loyal, before: nil, after: loyal)], id: "01KB")
    #expect(try await fixture.store.save(again).edits.first?.revision == 9)
  }

  @Test func `fields that others changed are kept, and a field that both changed is a conflict`()
    async throws
  {
    let fixture = try DefinitionFixture()
    let mine = try await fixture.change(["name": "Faithful", "summary": "Ours"])
    let theirs = try await fixture.change(["tone": "warm"], id: "01KB")
    _ = try await fixture.another.save(theirs)
    let saved = try await fixture.store.save(mine)
    #expect(saved.edits.first?.after?["tone"] == "warm")
    #expect(saved.edits.first?.revision == 9)
    let late = fixture.changing(
      [.init(loyal, before: mine.edits[0].before, after: ["id": "loyal", "name": "True"])],
      id: "01KC"
    )
    do {
      _ = try await fixture.store.save(late)
      Issue.record("saved over a change of somebody else")
    } catch let conflict as DefinitionConflict {
      #expect(conflict.fields.map(\.pointer) == ["/name"])
      #expect(conflict.fields.first?.theirs == "Faithful" && conflict.fields.first?.mine == "True")
      #expect(try await conflict.now[loyal] == fixture.now())
    }
    #expect(try fixture.journal.count == 2)
  }

  @Test func `a conflict says who changed the field, and when`() async throws {
    let fixture = try DefinitionFixture()
    let mine = try await fixture.change(["name": "True"])
    var theirs = try await fixture.change(["name": "Faithful"], id: "01KB")
    theirs.by = "ab"
    _ = try await fixture.another.save(theirs)
    _ = try await fixture.another.save(fixture.change(["summary": "s"], id: "01KC"))
    let conflict = await #expect(throws: DefinitionConflict.self) {
      try await fixture.store.save(mine)
    }
    #expect(conflict?.fields.first?.author == .init(by: "ab", at: DefinitionFixture.start))
  }

  @Test func `what is wrong only together is not written, and comes back put together`()
    async throws
  {
    let fixture = try DefinitionFixture()
    let script = DefinitionReference(.script, "late")
    let steps: JSON = [
      ["id": "open", "kind": "say", "text": "Hello"],
      ["id": "ask", "kind": "choose", "next": [["label": "On", "to": "open"]]],
      ["id": "end", "kind": "say", "text": "Bye"],
    ]
    let base: JSON = ["id": "late", "title": "Late", "intent": "delivery", "steps": steps]
    _ = try await fixture.store.save(
      fixture.changing([.init(script, before: nil, after: base)], id: "01KA")
    )
    let before = try await fixture.now(script)
    let theirs = before?.setting(.array(Array(steps.arrayValue?.prefix(2) ?? [])), at: ["steps"])
    let mine = before?.setting("end", at: ["steps", "1", "next", "0", "to"])
    _ = try await fixture.another.save(
      fixture.changing([.init(script, before: before, after: theirs)], id: "01KB")
    )
    let files = try fixture.folder.read("scripts/late.json")
    let refusal = await #expect(throws: DefinitionRefusal.self) {
      try await fixture.store.save(
        fixture.changing([.init(script, before: before, after: mine)], id: "01KC")
      )
    }
    #expect(refusal?.problems.first?.place.pointer == "/steps/1/next/0/to")
    #expect(refusal?.merged?.edits.first?.after?["steps"]?.arrayValue?.count == 2)
    #expect(refusal?.merged?.edits.first?.after?["steps"]?[1]?["next"]?[0]?["to"] == "end")
    #expect(try fixture.folder.read("scripts/late.json") == files)
    #expect(try fixture.journal.count == 2)
  }

  @Test func `saving the same twice writes once`() async throws {
    let fixture = try DefinitionFixture()
    let change = try await fixture.change(["name": "Faithful"])
    _ = try await fixture.store.save(change)
    #expect(try await fixture.store.save(change).edits.isEmpty)
    #expect(try fixture.journal.count == 1)
  }

  @Test func `a change is taken back, until the same field moved on`() async throws {
    let fixture = try DefinitionFixture()
    let before = try await fixture.now()
    let first = try await fixture.store.save(fixture.change(["name": "Faithful"]))
    let undo = first.reversed(id: "01KB", at: DefinitionFixture.start, by: "mk", reason: "undo")
    _ = try await fixture.store.save(undo)
    var expected = before
    expected?["revision"] = 9
    #expect(try await fixture.now() == expected)
    _ = try await fixture.store.save(fixture.change(["name": "True"], id: "01KC"))
    await #expect(throws: DefinitionConflict.self) { try await fixture.store.save(undo) }
  }

  @Test func `the history is told newest first, of all or of one`() async throws {
    let fixture = try DefinitionFixture()
    for number in 1...3 {
      let billing = DefinitionReference(.intent, "billing")
      _ = try await fixture.store.save(
        fixture.change(of: number == 2 ? billing : loyal, ["n": JSON(number)], id: "01K\(number)")
      )
      // What customers' changes leave in the same file.
      try RecordFile(fixture.folder("journal/changes.jsonl")).append([
        [
          "id": "c\(number)", "at": "2026-11-22T08:00:00Z", "by": "mk",
          "set": [["kind": "customer", "id": "C-1", "revision": 2, "paths": ["note"]]],
        ]
      ])
    }
    #expect(
      try await fixture.another.changes(of: nil, limit: 2).map(\.id.rawValue) == ["01K3", "01K2"]
    )
    #expect(
      try await fixture.another.changes(of: loyal, limit: 9).map(\.id.rawValue) == ["01K3", "01K1"]
    )
    #expect(try await fixture.another.changes(of: .init(.tone, "none"), limit: 9).isEmpty)
  }

  @Test func `a file that is no JSON any more is not written over`() async throws {
    let fixture = try DefinitionFixture()
    let change = try await fixture.change(["name": "Faithful"])
    try fixture.folder.write("{\n  \"id\": \"loyal\",\n}", to: "segments/loyal.json")
    do {
      _ = try await fixture.store.save(change)
      Issue.record("wrote over a damaged file")
    } catch let refusal as DefinitionRefusal {
      #expect(
        refusal.description.hasPrefix("segments/loyal.json:3: it cannot be changed: column 1: ")
      )
    }
    #expect(try fixture.folder.text("segments/loyal.json") == "{\n  \"id\": \"loyal\",\n}")
  }

  @Test func `what is too large is refused before anything is written`() async throws {
    let fixture = try DefinitionFixture()
    let text = String(repeating: "x", count: 17 << 20)
    let change = try await fixture.change(["summary": .string(text)])
    await #expect(throws: DefinitionRefusal.self) { try await fixture.store.save(change) }
    #expect(try fixture.folder.read("journal/changes.jsonl").isEmpty)
  }

  @Test func `a store of a later version is not touched`() async throws {
    let fixture = try DefinitionFixture()
    let change = try await fixture.change(["name": "Faithful"])
    try fixture.journalOnly(change)
    try fixture.folder.write(#"{"format":2,"name":"Test"}"#, to: "store.json")
    #expect(try await fixture.another.load().segments.first?.name == "Loyal")
    await #expect(throws: FileError.self) { try await fixture.another.save(change) }
    #expect(try fixture.journal.count == 1)
  }

  @Test func `two that change the same field at a time lose nothing`() async throws {
    let fixture = try DefinitionFixture()
    let folder = fixture.folder
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<2 {
        group.addTask {
          let store = DefinitionFixture.store(in: folder)
          for number in 1...15 {
            while true {
              let before = try await store.load().documents[DefinitionFixture.loyal]
              var after = before
              after?["count"] = JSON((before?["count"]?.intValue ?? 0) + 1)
              let change = DefinitionChange(
                id: .init("01K\(worker)-\(number)"),
                at: DefinitionFixture.start,
                by: "mk",
                reason: "",
                edits: [.init(DefinitionFixture.loyal, before: before, after: after)]
              )
              // Of two who wrote the same number at a time, the second has changed nothing.
              do {
                if !(try await store.save(change)).edits.isEmpty { break }
              } catch is DefinitionConflict {}
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await fixture.now()?["count"] == 30)
    #expect(try fixture.journal.count == 30)
  }

  @Test func `a save is told to those who watch`() async throws {
    let fixture = try DefinitionFixture()
    let watcher = try StoreWatcher(StoreLocation(fixture.folder.path))
    let hammer = try HammerProcess(["define", fixture.folder.path, "1", "left"])
    hammer.wait(forPromises: 1)
    for await change in watcher.changes where change.contains(.definitions) { break }
    let name = try await fixture.another.load().documents[loyal]?["left"]?.intValue
    #expect((name ?? 0) > 0)
    _ = hammer.kill(afterPromises: 1, spinning: 0)
  }
}
