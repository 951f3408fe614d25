import Foundation
import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

struct SettlingTests {
  private let loyal = DefinitionFixture.loyal

  @Test func `what a crash left between history and files is completed`() async throws {
    let fixture = try DefinitionFixture()
    let loyal = try await fixture.now()
    let billing = DefinitionReference(.intent, "billing")
    let change = fixture.changing([
      .init(self.loyal, before: loyal, after: nil),
      .init(
        billing,
        before: ["id": "billing", "title": "Billing"],
        after: ["id": "billing", "revision": 2, "title": "Bills"]
      ),
      .init(
        DefinitionReference(.tone, "warm"),
        before: nil,
        after: ["id": "warm", "name": "Warm", "revision": 1]
      ),
    ])
    try fixture.journalOnly(change)
    // Lines of customers may follow.
    try RecordFile(fixture.folder("journal/changes.jsonl")).append([["id": "c", "set": []]])
    let definitions = try await fixture.store.load()
    #expect(definitions.segments.isEmpty)
    #expect(definitions.tones.map(\.name) == ["Warm"])
    #expect(definitions.intents.first?.title.text(preferring: ["en"]) == "Bills")
    #expect(try Folder.names(in: fixture.folder("segments")).isEmpty)
    #expect(try fixture.journal.count == 2)
    #expect(try await !fixture.another.load().problems.contains { $0.severity == .error })
    #expect(try fixture.journal.count == 2)
  }

  @Test func `saving completes first what was left`() async throws {
    let fixture = try DefinitionFixture()
    let left = try await fixture.change(["name": "Faithful", "revision": 8])
    let mine = try await fixture.change(["summary": "Ours"], id: "01KB")
    try fixture.journalOnly(left)
    let saved = try await fixture.store.save(mine)
    #expect(saved.edits.first?.after?["name"] == "Faithful")
    #expect(saved.edits.first?.revision == 9)
  }

  @Test func `what was edited outside becomes history, once`() async throws {
    let fixture = try DefinitionFixture()
    _ = try await fixture.store.save(fixture.change(["name": "Faithful"]))
    let stores = (0..<4).map { _ in fixture.another }
    for store in stores { _ = try await store.load() }
    try fixture.folder.write(
      #"{"id":"loyal","name":"By hand","priority":10,"revision":8}"#,
      to: "segments/loyal.json"
    )
    // Not a thing of the history: never changed by the program.
    try fixture.folder.write("[]", to: "intents.json")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for store in stores { group.addTask { _ = try await store.load() } }
      try await group.waitForAll()
    }
    let changes = try await fixture.store.changes(of: nil, limit: 9)
    #expect(changes.map(\.by) == ["(outside)", "mk"])
    #expect(changes.first?.reason == "edited outside")
    #expect(changes.first?.edits.map(\.reference) == [loyal])
    #expect(changes.first?.edits.first?.before?["name"] == "Faithful")
    #expect(changes.first?.edits.first?.after?["name"] == "By hand")
    // Nothing of it is written.
    #expect(
      try fixture.folder.text("segments/loyal.json")
        == #"{"id":"loyal","name":"By hand","priority":10,"revision":8}"#
    )
    // The next change is of a later revision than any before it.
    let next = try await fixture.store.save(fixture.change(["name": "Next"], id: "01KB"))
    #expect(next.edits.first?.revision == 9)
    // And an edit from outside can be taken back.
    let undo = changes[0].reversed(id: "01KC", at: DefinitionFixture.start, by: "mk", reason: "")
    await #expect(throws: DefinitionConflict.self) { try await fixture.store.save(undo) }
  }

  @Test func `a file that was put back after a completed change is not changed again`() async throws
  {
    let fixture = try DefinitionFixture()
    let old = try fixture.folder.read("segments/loyal.json")
    _ = try await fixture.store.save(fixture.change(["name": "Faithful"]))
    try fixture.folder.write(old, to: "segments/loyal.json")
    #expect(try await fixture.another.load().segments.first?.name == "Loyal")
    #expect(
      try await fixture.another.changes(of: loyal, limit: 9).map(\.by) == ["(outside)", "mk"]
    )
    #expect(try await fixture.another.load().segments.first?.name == "Loyal")
    #expect(try fixture.journal.count == 2)
  }

  @Test func `that a change was completed is known without the cache`() async throws {
    let fixture = try DefinitionFixture()
    let old = try fixture.folder.read("segments/loyal.json")
    _ = try await fixture.store.save(fixture.change(["name": "Faithful"]))
    try fixture.folder.write(old, to: "segments/loyal.json")
    #expect(try FileStatus(at: fixture.folder(".cache")) == nil)
    #expect(try await fixture.another.load().segments.first?.name == "Loyal")
    let history = try await fixture.another.changes(of: loyal, limit: 9)
    #expect(history.map(\.by) == ["(outside)", "mk"])
    #expect(history.first?.edits.first?.before?["name"] == "Faithful")
  }

  @Test func `who reads after a crash notes that the change is completed, once`() async throws {
    let fixture = try DefinitionFixture()
    let old = try fixture.folder.read("segments/loyal.json")
    let change = try await fixture.change(["name": "Faithful", "revision": 8])
    try fixture.journalOnly(change)
    #expect(try await fixture.another.load().segments.first?.name == "Faithful")
    let lines = try fixture.folder.lines("journal/changes.jsonl")
    #expect(lines.count == 2 && lines.last?.contains(#""completes":"01KA""#) == true)
    _ = try await fixture.another.load()
    #expect(try fixture.folder.lines("journal/changes.jsonl") == lines)
    try fixture.folder.write(old, to: "segments/loyal.json")
    #expect(try await fixture.another.load().segments.first?.name == "Loyal")
  }

  @Test func `a file removed outside is removed in the history, and a damaged one is left alone`()
    async throws
  {
    let fixture = try DefinitionFixture()
    _ = try await fixture.store.save(fixture.change(["name": "Faithful"]))
    try fixture.folder.write("{", to: "segments/loyal.json")
    _ = try await fixture.another.load()
    #expect(try fixture.journal.count == 1)
    try Folder.remove(fixture.folder("segments/loyal.json"))
    _ = try await fixture.another.load()
    let newest = try await fixture.another.changes(of: loyal, limit: 1)
    #expect(newest.first?.by == "(outside)" && newest.first?.edits.first?.after == nil)
  }

  @Test func `a store without history is only read`() async throws {
    let fixture = try DefinitionFixture()
    _ = try await fixture.store.load()
    #expect(
      try Folder.names(in: fixture.folder.path) == ["intents.json", "segments", "store.json"]
    )
  }

  @Test func `of a long history only the end is read at first, and all of it before a change`()
    async throws
  {
    let fixture = try DefinitionFixture()
    _ = try await fixture.store.save(fixture.change(["name": "Faithful"]))
    let line = RecordFile.lines(of: [
      ["id": "c", "by": "mk", "set": [["kind": "customer", "id": "C-1", "paths": ["note"]]]]
    ])
    let lines = Array(repeatElement(line, count: (3 << 20) / line.count).joined())
    let journal = try fixture.folder.read("journal/changes.jsonl")
    try fixture.folder.write(journal + lines, to: "journal/changes.jsonl")
    try fixture.folder.write(
      #"{"id":"loyal","name":"By hand","priority":1}"#,
      to: "segments/loyal.json"
    )
    let store = fixture.another
    _ = try await store.load()
    #expect(try fixture.folder.read("journal/changes.jsonl").count == journal.count + lines.count)
    let billing = DefinitionReference(.intent, "billing")
    _ = try await store.save(fixture.change(of: billing, ["title": "Bills"], id: "01KB"))
    #expect(
      try await store.changes(of: nil, limit: 9).map(\.by) == ["mk", "(outside)", "mk"]
    )
  }

  @Test func `a last line longer than what is read at first is read whole`() async throws {
    let fixture = try DefinitionFixture()
    let text = String(repeating: "x", count: 2 << 20)
    let before = try await fixture.now()
    var after = before
    after?["summary"] = .string(text)
    try fixture.journalOnly(fixture.changing([.init(loyal, before: before, after: after)]))
    #expect(try await fixture.store.load().documents[loyal] == after)
  }

  @Test(.enabled(if: geteuid() == 0))
  func `a file that cannot be written is told, and follows when it can`() async throws {
    let fixture = try DefinitionFixture()
    // A folder in which nobody can make a file.
    try FileManagerLink.make(fixture.folder("tones"), to: "/proc")
    let warm = DefinitionReference(.tone, "warm")
    let change = fixture.changing([.init(warm, before: nil, after: ["id": "warm", "name": "Warm"])])
    do {
      _ = try await fixture.store.save(change)
      Issue.record("said that it was written")
    } catch {
      #expect("\(error)".contains("tones/warm.json"))
      #expect("\(error)".contains("kept in the history"))
    }
    #expect(
      try await fixture.another.load().problems.contains {
        $0.place.file == "journal/changes.jsonl" && $0.message.contains("tones/warm.json")
      }
    )
    try Folder.remove(fixture.folder("tones"))
    #expect(try await fixture.another.load().tones.map(\.name) == ["Warm"])
    #expect(try fixture.journal.count == 1)
  }
}
