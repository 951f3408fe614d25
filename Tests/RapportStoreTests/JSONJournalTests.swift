import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

struct JSONJournalTests {
  private func line(_ id: String, _ customer: String, day: Int, outcome: String = "solved")
    -> String
  {
    #"{"id":"\#(id)","customer":"\#(customer)","at":"2026-11-\#(10 + day)T09:00:00Z","#
      + #""outcome":"\#(outcome)"}"#
  }

  @Test func `the newest come first, with what the customer said of them`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      [line("a", "C-1", day: 1), line("b", "C-2", day: 2), line("c", "C-1", day: 3)]
        .joined(separator: "\n") + "\n",
      to: "journal/interactions.jsonl"
    )
    try folder.write(
      #"{"id":"s","customer":"C-1","interaction":"a","kind":"csat","score":2,"max":5}"# + "\n"
        + #"{"id":"t","customer":"C-1","interaction":"c","kind":"csat","score":5,"source":"agent"}"#
        + "\n",
      to: "journal/surveys.jsonl"
    )
    let journal = JSONJournal(StoreLocation(folder.path))
    let found = try await journal.interactions(of: "C-1", limit: 5)
    #expect(found.map(\.id) == ["c", "a"])
    #expect(found.last?.rating?.score == 2 && found.last?.rating?.of == 5)
    #expect(found.first?.rating == nil)
    #expect(try await journal.interactions(of: "C-1", limit: 1).map(\.id) == ["c"])
    #expect(try await journal.interactions(of: "C-3", limit: 5).isEmpty)
  }

  @Test func `what is appended later is found, by whomever it was written`() async throws {
    let folder = try TemporaryFolder()
    let journal = JSONJournal(StoreLocation(folder.path))
    #expect(try await journal.interactions(of: "C-1", limit: 5).isEmpty)
    let own = try #require(
      Interaction(record: ["id": "a", "at": "2026-11-11T09:00:00Z", "customer": "C-1"])
    )
    try await journal.append(own)
    #expect(try await journal.interactions(of: "C-1", limit: 5).map(\.id) == ["a"])
    try RecordFile(folder("journal/interactions.jsonl")).append([
      ["id": "b", "at": "2026-11-12T09:00:00Z", "customer": "C-1"]
    ])
    #expect(try await journal.interactions(of: "C-1", limit: 5).map(\.id) == ["b", "a"])
  }

  @Test func `a later line replaces an earlier one, and damage costs one line`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      [
        line("a", "C-1", day: 1), "{\"customer\": \"C-1\", ", line("b", "C-1", day: 2),
        line("a", "C-1", day: 1, outcome: "not solved"),
      ].joined(separator: "\n") + "\n",
      to: "journal/interactions.jsonl"
    )
    let journal = JSONJournal(StoreLocation(folder.path))
    let found = try await journal.interactions(of: "C-1", limit: 5)
    #expect(found.map(\.outcome) == ["solved", "not solved"])
  }

  @Test func `a file put in anew is read anew`() async throws {
    let folder = try TemporaryFolder()
    let journal = JSONJournal(StoreLocation(folder.path))
    try folder.write(line("a", "C-1", day: 1) + "\n", to: "journal/interactions.jsonl")
    #expect(try await journal.interactions(of: "C-1", limit: 5).map(\.id) == ["a"])
    try AtomicReplace.write(
      Array((line("x", "C-2", day: 1) + "\n").utf8),
      to: folder("journal/interactions.jsonl")
    )
    #expect(try await journal.interactions(of: "C-1", limit: 5).isEmpty)
    #expect(try await journal.interactions(of: "C-2", limit: 5).map(\.id) == ["x"])
  }
}
