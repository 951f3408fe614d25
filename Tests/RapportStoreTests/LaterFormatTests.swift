import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

struct LaterFormatTests {
  @Test func `nothing is written to a store that a later version made`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"id":"C-1"}"# + "\n", to: "customers.jsonl")
    var location = StoreLocation(folder.path)
    location.isOfLaterFormat = true
    let directory = JSONDirectory(
      location,
      SnapshotContents(SearchedFields(attributes: [])),
      country: nil
    )
    let at = try #require(Instant(parsing: "2026-11-22T09:00:00Z"))
    let change = CustomerPatch.Change(path: "note", expected: nil, value: "x")
    let patch = CustomerPatch(customer: "C-1", changes: [change], by: "mk", at: at)
    await #expect(throws: FileError.self) { try await directory.apply(patch) }
    let interaction = try #require(
      Interaction(record: ["id": "a", "at": "2026-11-22T09:00:00Z", "customer": "C-1"])
    )
    await #expect(throws: FileError.self) {
      try await JSONJournal(location).append(interaction)
    }
    #expect(try folder.text("customers.jsonl") == #"{"id":"C-1"}"# + "\n")
    #expect(try Folder.names(in: folder.path) == ["customers.jsonl"])
  }
}
