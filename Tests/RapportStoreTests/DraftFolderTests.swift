import Glibc
import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

struct DraftFolderTests {
  private func contact(_ id: String, minute: Int) throws -> Contact {
    Contact(
      id: Contact.ID(id),
      agent: "mk",
      customer: "C-1",
      openedAt: try #require(Instant(parsing: "2026-11-22T09:\(10 + minute):00Z")),
      channel: .phone
    )
  }

  @Test func `contacts come back in the order in which they began`() async throws {
    let folder = try TemporaryFolder()
    let drafts = DraftFolder(StoreLocation(folder.path), agent: "mk")
    #expect(try await drafts.load().contacts.isEmpty)
    let second = try contact("01A", minute: 2)
    let first = try contact("01B", minute: 1)
    try await drafts.save(second)
    try await drafts.save(first)
    #expect(try await drafts.load().contacts == [first, second])
    try await drafts.remove(first.id)
    try await drafts.remove(first.id)
    #expect(try await drafts.load().contacts == [second])
  }

  @Test func `another window's contacts are left to it while it runs`() async throws {
    let folder = try TemporaryFolder()
    let drafts = DraftFolder(StoreLocation(folder.path), agent: "mk")
    let contact = try contact("01A", minute: 1)
    // The test runner's parent runs for as long as the test does.
    let parent = try #require(ProcessMark(running: getppid()))
    var draft = contact.draft
    draft["process"] = parent.json
    try folder.write(JSON.object(draft).canonical(), to: "drafts/mk/01A.json")
    #expect(try await drafts.load().contacts.isEmpty)
    draft["process"] = ["id": .number(JSONNumber(Int(getppid()))), "start": "1"]
    draft["extra"] = "of a later version"
    try folder.write(JSON.object(draft).canonical(), to: "drafts/mk/01A.json")
    #expect(try await drafts.load().contacts == [contact])
    draft["process"] = ProcessMark.own.json
    #expect(try folder.text("drafts/mk/01A.json") == JSON.object(draft).canonical())
  }

  @Test func `a damaged draft is named and the others return`() async throws {
    let folder = try TemporaryFolder()
    let drafts = DraftFolder(StoreLocation(folder.path), agent: "mk")
    let good = try contact("01A", minute: 1)
    try await drafts.save(good)
    try folder.write("{", to: "drafts/mk/01B.json")
    try folder.write(#"{"kind": "poem"}"#, to: "drafts/mk/01C.json")
    let open = try await drafts.load()
    #expect(open.contacts == [good])
    #expect(open.problems.map(\.place.file) == ["drafts/mk/01B.json", "drafts/mk/01C.json"])
  }

  @Test func `a new caller who was not saved comes back as they were typed`() async throws {
    let folder = try TemporaryFolder()
    let drafts = DraftFolder(StoreLocation(folder.path), agent: "mk")
    let now = try #require(Instant(parsing: "2026-11-22T09:00:00Z"))
    var caller = NewCaller(id: "01C", agent: "mk", openedAt: now)
    caller.name = "Jo Lim"
    caller.phone = "030 1234"
    caller.answers = ["psychographic.values": ["price"], "behavioral.orders": 3]
    caller.skipped = ["technographic.device"]
    try await drafts.save(caller)
    try await drafts.save(try contact("01A", minute: 1))
    let open = try await drafts.load()
    #expect(open.callers == [caller])
    #expect(open.contacts.map(\.id) == ["01A"] && open.problems.isEmpty)
    try await drafts.remove(caller.id)
    #expect(try await drafts.load().callers.isEmpty)
  }

  @Test func `a change of a definition comes back with what it was read as, also with nothing`()
    async throws
  {
    let folder = try TemporaryFolder()
    let drafts = DraftFolder(StoreLocation(folder.path), agent: "rt")
    let now = try #require(Instant(parsing: "2026-11-22T09:00:00Z"))
    var edit = DefinitionDraft(
      id: "01D",
      agent: "rt",
      openedAt: now,
      reference: DefinitionReference(.tone, "warm"),
      base: ["id": "warm", "x-own": 1],
      object: ["id": "warm", "name": "Warm", "x-own": 1]
    )
    try await drafts.save(edit)
    var kept = try #require(try await drafts.load().edits.first)
    #expect(kept.base == edit.base && kept.object == edit.object)
    #expect(kept.reference == edit.reference && kept.openedAt == now)
    edit.base = nil
    try await drafts.save(edit)
    kept = try #require(try await drafts.load().edits.first)
    #expect(kept.base == nil && kept.isChanged)
    try await drafts.remove(edit.id)
    #expect(try await drafts.load().edits.isEmpty)
  }

  @Test(arguments: [
    RefiningDraft.Work.merge("a", "b", joining: .all, choices: ["name": .second]),
    .split("a", by: "behavioral.orders", at: 1.50, keepsOld: true, names: [1: "Many"]),
    .retire("a", to: .active),
    .revert(DefinitionReference(.segment, "a"), version: "start"),
    .takeBack(DefinitionReference(.tone, "warm"), change: "01K"),
  ])
  func `what was chosen of a merge and the like comes back`(work: RefiningDraft.Work) async throws {
    let folder = try TemporaryFolder()
    let drafts = DraftFolder(StoreLocation(folder.path), agent: "rt")
    let now = try #require(Instant(parsing: "2026-11-22T09:00:00Z"))
    let draft = RefiningDraft(id: "01D", agent: "rt", openedAt: now, work: work, reason: "half")
    try await drafts.save(draft)
    let open = try await drafts.load()
    #expect(open.refinings == [draft] && open.problems.isEmpty && open.edits.isEmpty)
    try await drafts.remove(draft.id)
    #expect(try await drafts.load().refinings.isEmpty)
  }

  @Test func `an id cannot name a file elsewhere`() async throws {
    let folder = try TemporaryFolder()
    let drafts = DraftFolder(StoreLocation(folder.path), agent: "mk")
    try await drafts.save(try contact("../../escaped", minute: 1))
    #expect(try Folder.names(in: folder("drafts/mk")) == ["escaped.json"])
    #expect(try Folder.names(in: folder.path) == ["drafts"])
  }
}
