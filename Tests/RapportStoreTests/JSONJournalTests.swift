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

  // MARK: ratings noted by agents, and outcomes taken back

  private func ended(_ id: String, day: Int, noted: Int? = nil, followUp: String? = nil) throws
    -> Interaction
  {
    let text = contact(id, "C-1", day: day, followUp: followUp)
    let record = try #require(try JSON(parsing: text).objectValue)
    var interaction = try #require(Interaction(record: record))
    interaction.noted = noted.map { ($0, 5) }
    return interaction
  }

  private func lines(_ name: String, in folder: TemporaryFolder) throws -> [JSON] {
    let bytes = try folder.read("journal/\(name).jsonl")
    return try bytes.split(separator: 0x0A).map { try JSON(parsing: Array($0)) }
  }

  @Test func `a rating noted by an agent is a line of its own, apart from what customers said`()
    async throws
  {
    let folder = try TemporaryFolder()
    let journal = JSONJournal(StoreLocation(folder.path))
    try await journal.append(try ended("a", day: 1, noted: 2))
    #expect(
      try lines("surveys", in: folder) == [
        [
          "id": "a", "customer": "C-1", "interaction": "a", "kind": "csat",
          "answeredAt": "2026-11-11T09:00:00Z", "score": 2, "min": 1, "max": 5, "source": "agent",
        ]
      ]
    )
    let past = try #require(try await journal.interactions(of: "C-1", limit: 1).first)
    #expect(past.noted?.score == 2 && past.noted?.of == 5)
    #expect(past.rating == nil)
    let history = try await journal.history(
      of: "C-1",
      at: past.at,
      zone: TimeZones.utc,
      withScores: false
    )
    #expect(history.ratings.isEmpty)
    let all = JournalEvents(StoreLocation(folder.path), seed: 1)
    #expect(try all.ratings().events.isEmpty)
  }

  @Test func `without a rating nothing is written to the surveys`() async throws {
    let folder = try TemporaryFolder()
    try await JSONJournal(StoreLocation(folder.path)).append(try ended("a", day: 1))
    #expect(try FileStatus(at: folder("journal/surveys.jsonl")) == nil)
  }

  @Test func `an outcome is taken back by a line, and nothing is rewritten`() async throws {
    let folder = try TemporaryFolder()
    let journal = JSONJournal(StoreLocation(folder.path))
    try await journal.append(try ended("a", day: 1))
    try await journal.append(try ended("b", day: 2, noted: 4))
    let before = try folder.read("journal/interactions.jsonl")
    try await journal.takeBack("b", of: "C-1")
    let after = try folder.read("journal/interactions.jsonl")
    #expect(after.starts(with: before))
    #expect(
      try lines("interactions", in: folder).last
        == ["id": "b", "deleted": true, "customer": "C-1"]
    )
    #expect(
      try lines("surveys", in: folder).last == ["id": "b", "deleted": true, "customer": "C-1"]
    )
    for journal in [journal, JSONJournal(StoreLocation(folder.path))] {
      #expect(try await journal.interactions(of: "C-1", limit: 5).map(\.id) == ["a"])
      let history = try await journal.history(
        of: "C-1",
        at: .init(seconds: 2_000_000_000),
        zone: TimeZones.utc,
        withScores: false
      )
      #expect(history.contacts.count == 1)
    }
    #expect(try JournalEvents(StoreLocation(folder.path), seed: 1).contacts().events.count == 1)
    #expect(try problems(in: folder) == [])
    try await journal.append(try ended("b", day: 2))
    let again = try await journal.interactions(of: "C-1", limit: 5)
    #expect(again.map(\.id) == ["b", "a"] && again[0].noted == nil)
  }

  private func problems(in folder: TemporaryFolder) throws -> [Problem] {
    var found: [Problem] = []
    for (kind, name) in [("interaction", "interactions"), ("survey", "surveys")] {
      let path = "journal/\(name).jsonl"
      guard var check = JournalCheck(kind: kind, file: path) else { continue }
      found += try check.problems(of: folder(path))
    }
    return found
  }

  @Test func `a rating left behind by a program that ended between two lines is taken out`()
    async throws
  {
    let folder = try TemporaryFolder()
    let journal = JSONJournal(StoreLocation(folder.path))
    try folder.write("", to: "journal/interactions.jsonl")
    try RecordFile(folder("journal/surveys.jsonl")).append([
      [
        "id": "a", "customer": "C-1", "interaction": "a", "kind": "csat", "score": 1, "max": 5,
        "source": "agent",
      ]
    ])
    try await journal.append(try ended("a", day: 1))
    #expect(try await journal.interactions(of: "C-1", limit: 1).first?.noted == nil)
  }

  @Test func `what was promised before counts again when the contact after it is taken back`()
    async throws
  {
    let folder = try TemporaryFolder()
    let journal = JSONJournal(StoreLocation(folder.path))
    let day = try #require(CalendarDate(parsing: "2026-11-22"))
    func due() async throws -> [FollowUp] {
      try await journal.agenda(of: "mk", on: day, zone: TimeZones.utc).followUps
    }
    try await journal.append(
      try ended("a", day: 1, followUp: "2026-11-20T13:30:00Z")
    )
    #expect(try await due().map(\.id) == ["a"])
    #expect(try await due().first?.moment?.description == "2026-11-20T13:30:00Z")
    try await journal.append(try ended("b", day: 2))
    #expect(try await due().isEmpty)
    try await journal.takeBack("b", of: "C-1")
    #expect(try await due().map(\.id) == ["a"])
    try await journal.takeBack("a", of: "C-1")
    #expect(try await due().isEmpty)
  }

  // MARK: agenda

  private func contact(
    _ id: String,
    _ customer: String?,
    by agent: String = "mk",
    day: Int,
    outcome: String = "resolved",
    followUp: String? = nil
  ) -> String {
    let customer = customer.map { "\"\($0)\"" } ?? "null"
    let promise = followUp.map { #","followUp":{"at":"\#($0)","by":"\#(agent)","what":"call"}"# }
    return #"{"id":"\#(id)","customer":\#(customer),"agent":"\#(agent)","outcome":"\#(outcome)","#
      + #""at":"2026-11-\#(10 + day)T09:00:00Z"\#(promise ?? "")}"#
  }

  private func agenda(_ lines: [String]) async throws -> Agenda {
    let folder = try TemporaryFolder()
    try folder.write(lines.joined(separator: "\n") + "\n", to: "journal/interactions.jsonl")
    let day = try #require(CalendarDate(parsing: "2026-11-22"))
    return try await JSONJournal(StoreLocation(folder.path))
      .agenda(of: "mk", on: day, zone: TimeZones.utc)
  }

  @Test func `follow-ups are due until the customer is reached, the longest overdue first`()
    async throws
  {
    let agenda = try await agenda([
      contact("a", "C-1", day: 1, outcome: "follow-up", followUp: "2026-11-22"),
      contact("b", "C-2", day: 1, outcome: "follow-up", followUp: "2026-11-20"),
      contact("c", "C-3", day: 1, outcome: "follow-up", followUp: "2026-11-23"),
      contact("d", "C-4", day: 1, outcome: "follow-up", followUp: "2026-11-15"),
      contact("e", "C-5", by: "xy", day: 1, outcome: "follow-up", followUp: "2026-11-15"),
      contact("f", nil, day: 1, outcome: "follow-up", followUp: "2026-11-15"),
      contact("g", "C-6", day: 2, outcome: "follow-up", followUp: "2026-11-21T22:00:00Z"),
      contact("h", "C-4", day: 6),
      contact("i", "C-2", day: 7, outcome: "no-answer"),
      contact("j", "C-7", day: 2, outcome: "follow-up", followUp: "2026-11-12"),
      #"{"id":"j","deleted":true}"#,
    ])
    #expect(agenda.followUps.map(\.customer) == ["C-2", "C-6", "C-1"])
    #expect(agenda.followUps.first?.what == "call")
  }

  @Test func `the agent's own customers are told from those of others, the newest first`()
    async throws
  {
    let agenda = try await agenda([
      contact("a", "C-1", day: 1), contact("b", "C-2", by: "xy", day: 2),
      contact("c", "C-3", day: 3), contact("d", nil, day: 4), contact("e", "C-1", day: 5),
    ])
    #expect(agenda.familiarity.own == ["C-1", "C-3"])
    let last = agenda.familiarity.lastContacts
    #expect(last.keys.sorted() == ["C-1", "C-2", "C-3"])
    #expect(try #require(last["C-1"]) > #require(last["C-3"]))
  }

  @Test func `of many contacts only the last are remembered`() async throws {
    let lines = (0..<9_000).map { index in
      contact("\(100_000 + index)", "C-\(index)", by: index % 300 == 0 ? "mk" : "xy", day: 1)
    }
    let agenda = try await agenda(lines)
    #expect(agenda.familiarity.own.first == "C-8700")
    #expect((1...20).contains(agenda.familiarity.own.count))
    #expect(agenda.familiarity.lastContacts.count >= 500)
    #expect(agenda.familiarity.lastContacts.count <= 520)
    #expect(agenda.familiarity.lastContacts["C-8999"] != nil)
    #expect(agenda.familiarity.lastContacts["C-10"] == nil)
  }
}
