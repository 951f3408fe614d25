import Testing

@testable import RapportStore

struct FileWatcherTests {
  @Test func `files of the kind are told of in every folder, and no others`() async throws {
    let (one, two) = try (TemporaryFolder(), TemporaryFolder())
    let watcher = try FileWatcher([one.path, two.path, one("none")], ending: ".json")
    var changes = watcher.changes.makeAsyncIterator()
    try one.write("{}", to: "notes.txt")
    try one.write("{}", to: "a.json")
    #expect(await changes.next() != nil)
    try AtomicReplace.write(Array("[]".utf8), to: two("b.json"))
    #expect(await changes.next() != nil)
  }

  @Test func `a watcher ends its stream when it goes`() async throws {
    let folder = try TemporaryFolder()
    var watcher: FileWatcher? = try FileWatcher([folder.path], ending: ".json")
    let changes = try #require(watcher?.changes)
    watcher = nil
    for await _ in changes {}
  }
}
