import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

struct DocumentFolderTests {
  @Test func `everything that is wrong is said at once, and the good part loads`() throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"format": 1, "name": "Test"}"#, to: "store.json")
    try folder.write("", to: "agents.json")
    try folder.write(#"[{"path": "a.b""#, to: "attributes.json")
    try folder.write([0xFF, 0xFE, 0x5B, 0, 0x5D, 0], to: "intents.json")
    try folder.write([0xEF, 0xBB, 0xBF] + Array("[]".utf8), to: "costs.json")
    try folder.write(#"{"id": "good"}"#, to: "tones/good.json")
    try folder.write(
      [0x7B, 0x22, 0x61, 0x22, 0x3A, 0x22, 0xE4, 0x22, 0x7D],
      to: "tones/latin.json"
    )
    try folder.write(String(repeating: "[", count: 100_000), to: "tones/deep.json")
    try folder.write("notes", to: "tones/README.md")
    try folder.write("{}", to: "segments/folder.json/inner.json")
    let (files, problems) = try DocumentFolder(StoreLocation(folder.path)).read()
    #expect(files.keys.sorted() == ["costs.json", "store.json", "tones/good.json"])
    let texts = problems.map(\.description)
    for start in [
      "agents.json: the file is empty", "attributes.json:1: ",
      "intents.json: the file is in UTF-16",
      "costs.json: the file begins with a byte order mark", "tones/latin.json:1: ",
      "tones/deep.json:1: ", "segments/folder.json: this is not a file",
    ] {
      #expect(texts.contains { $0.hasPrefix(start) }, "\(start) is not among \(texts)")
    }
    #expect(texts.count == 7)
  }

  @Test func `a folder that is none, or is not there, is no store`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    #expect(throws: FileError(.open, folder("none"), code: 2)) {
      _ = try DocumentFolder(StoreLocation(folder("none"))).read()
    }
    #expect(throws: FileError(.open, folder("file"), code: 20)) {
      _ = try DocumentFolder(StoreLocation(folder("file"))).read()
    }
  }

  @Test func `a watcher tells what changed, however it was changed`() async throws {
    let folder = try TemporaryFolder()
    let location = StoreLocation(folder.path)
    let watcher = try StoreWatcher(location)
    #expect(watcher.isNotified)
    var changes = watcher.changes.makeAsyncIterator()
    /// What is done in several steps may be told several times.
    func hears(of wanted: StoreChange) async -> Bool {
      while let change = await changes.next() { if change.contains(wanted) { return true } }
      return false
    }
    try RecordFile(location.customers).append([["id": "C-1"]])
    #expect(await changes.next() == .customers)
    try folder.write("{}", to: "segments/a.json")
    #expect(await hears(of: .definitions))
    try AtomicReplace.write(Array("[]".utf8), to: folder("segments/a.json"))
    #expect(await hears(of: .definitions))
    try Folder.remove(folder("segments/a.json"))
    #expect(await hears(of: .definitions))
  }

  @Test func `a watcher ends its stream when it goes`() async throws {
    let folder = try TemporaryFolder()
    var watcher: StoreWatcher? = try StoreWatcher(StoreLocation(folder.path))
    let changes = try #require(watcher?.changes)
    watcher = nil
    for await _ in changes {}
  }

  @Test func `a look from outside sees what changed`() throws {
    let folder = try TemporaryFolder()
    let location = StoreLocation(folder.path)
    try folder.write("{}", to: "tones/a.json")
    let before = StoreFingerprint(location)
    #expect(StoreFingerprint(location).changes(since: before).isEmpty)
    try folder.write("{} ", to: "tones/a.json")
    try folder.write("x", to: "tones/.hidden.json")
    #expect(StoreFingerprint(location).changes(since: before) == .definitions)
    try folder.write("{}\n", to: "customers.jsonl")
    try folder.write("{}\n", to: "journal/surveys.jsonl")
    #expect(StoreFingerprint(location).changes(since: before) == .all)
  }
}
