import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

/// What agents say, on the disk.
struct FeedbackJournalTests {
  private func line(_ id: String, by agent: Agent.ID = "mk", day: Int = 1) throws -> Feedback {
    Feedback(
      id: Feedback.ID(id),
      at: try #require(Instant(parsing: "2026-11-\(10 + day)T09:00:00Z")),
      by: agent,
      on: Feedback.Subject("segment", "loyal", revision: 7),
      verdict: .not
    )
  }

  private func answer(_ text: String, by agent: Agent.ID = "lb", hour: Int = 10) throws
    -> Feedback.Answer
  {
    let at = try #require(Instant(parsing: "2026-11-20T\(hour):00:00Z"))
    return Feedback.Answer(by: agent, at: at, text: text)
  }

  @Test func `the newest come first, by whomever they were written`() async throws {
    let folder = try TemporaryFolder()
    let (first, second) = (
      JSONJournal(StoreLocation(folder.path)), JSONJournal(StoreLocation(folder.path))
    )
    #expect(try await first.feedback(limit: 9).isEmpty)
    try await first.append(try line("a", day: 1))
    try await second.append(try line("b", by: "jr", day: 2))
    try await first.append(try line("c", day: 3))
    #expect(try await first.feedback(limit: 9).map(\.id) == ["c", "b", "a"])
    #expect(try await second.feedback(limit: 2).map(\.id) == ["c", "b"])
  }

  @Test func `a line takes one back, nothing is rewritten, and damage costs one line`() async throws
  {
    let folder = try TemporaryFolder()
    let journal = JSONJournal(StoreLocation(folder.path))
    try await journal.append(try line("a"))
    try await journal.append(try line("b", day: 2))
    let before = try folder.read("journal/feedback.jsonl")
    try RecordFile(folder("journal/feedback.jsonl")).append(["no object", ["id": "x"]])
    try await journal.takeBack("a")
    #expect(try folder.read("journal/feedback.jsonl").starts(with: before))
    #expect(try folder.lines("journal/feedback.jsonl").last == #"{"id":"a","deleted":true}"#)
    #expect(try await journal.feedback(limit: 9).map(\.id) == ["b"])
    let again = JSONJournal(StoreLocation(folder.path))
    #expect(try await again.feedback(limit: 9).map(\.id) == ["b"])
    await #expect(throws: FeedbackRefusal.missing("a")) {
      try await journal.answer("a", with: answer("late"))
    }
  }

  @Test func `an answer is the whole line again, and comes to whoever gave it`() async throws {
    let folder = try TemporaryFolder()
    let record =
      #"{"id":"a","at":"2026-11-11T09:00:00Z","by":"mk","customer":null,"#
      + #""on":{"kind":"line","id":"x"},"verdict":"not","x-team":"blue"}"#
    try folder.write(record + "\n", to: "journal/feedback.jsonl")
    let journal = JSONJournal(StoreLocation(folder.path))
    #expect(try await journal.answers(for: "mk").isEmpty)
    let given = try await journal.answer("a", with: answer("Changed."))
    #expect(given.answer?.text == "Changed.")
    let lines = try folder.lines("journal/feedback.jsonl")
    #expect(lines.count == 2 && lines[0] == record)
    #expect(lines[1].contains(#""x-team":"blue""#) && lines[1].contains(#""by":"lb""#))
    try await journal.append(try line("b", by: "jr"))
    _ = try await journal.answer("b", with: answer("Not yours."))
    #expect(try await journal.answers(for: "mk").map(\.id) == ["a"])
  }

  @Test func `one's own answer may be given anew, somebody else's is never replaced`() async throws
  {
    let folder = try TemporaryFolder()
    let (first, second) = (
      JSONJournal(StoreLocation(folder.path)), JSONJournal(StoreLocation(folder.path))
    )
    try await first.append(try line("a"))
    _ = try await first.answer("a", with: answer("Soon."))
    await #expect(throws: FeedbackRefusal.answered(by: "lb")) {
      try await second.answer("a", with: answer("Never.", by: "zz"))
    }
    _ = try await second.answer("a", with: answer("Done.", hour: 11))
    #expect(try await first.feedback(limit: 1).first?.answer?.text == "Done.")
  }

  @Test func `two processes append at a time, and both of all lines are there`() async throws {
    let folder = try TemporaryFolder()
    let journal = JSONJournal(StoreLocation(folder.path))
    try await journal.append(try line("own-0"))
    let hammer = try HammerProcess(["feedback", folder.path, "3", "other"])
    hammer.wait(forPromises: 1)
    var own = 1
    while own <= 20 {
      try await journal.append(try line("own-\(own)"))
      own += 1
    }
    let promised = hammer.kill(afterPromises: 20, spinning: 1_000)
    let found = Set(try await journal.feedback(limit: .max).map(\.id.rawValue))
    #expect(promised.count >= 20)
    for number in promised { #expect(found.contains("other-\(number)")) }
    for number in 0..<own { #expect(found.contains("own-\(number)")) }
  }

  @Test func `a store of a later version takes no feedback`() async throws {
    let folder = try TemporaryFolder()
    var location = StoreLocation(folder.path)
    location.isOfLaterFormat = true
    let journal = JSONJournal(location)
    await #expect(throws: FileError.self) { try await journal.append(line("a")) }
  }

  @Test func `what was read stays read, in every window of the agent`() async throws {
    let folder = try TemporaryFolder()
    let (first, second) = (
      DraftFolder(StoreLocation(folder.path), agent: "mk"),
      DraftFolder(StoreLocation(folder.path), agent: "mk")
    )
    #expect(try await first.readAnswers().isEmpty)
    var answered = try line("a")
    try await first.noteRead(answered)
    #expect(try await first.readAnswers().isEmpty, "there was nothing to read")
    answered.answer = try answer("Changed.")
    try await first.noteRead(answered)
    #expect(try await second.readAnswers() == ["a": answered.answer?.at])
    #expect(try await second.load().problems.isEmpty, "it is no draft")
    try folder.write(
      try folder.text("drafts/mk/.answers.jsonl") + #"{"id":"b","answ"#,
      to: "drafts/mk/.answers.jsonl"
    )
    #expect(try await second.readAnswers().count == 1)
    let other = DraftFolder(StoreLocation(folder.path), agent: "jr")
    #expect(try await other.readAnswers().isEmpty)
  }
}
