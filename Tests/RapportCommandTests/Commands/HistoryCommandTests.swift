import JSONLogic
import TestSupport
import Testing

/// `rapport history`, to the byte.
struct HistoryCommandTests {
  private func place() throws -> Workplace {
    let place = try Workplace.harbour()
    let folder = try Program(path: "/bin/mkdir", environment: [:])
      .run(["-p", place.file("journal")])
    #expect(folder.status == 0)
    try place.write(
      """
      {"id":"a","at":"2026-02-01T09:00:00Z","agent":"mk","customer":"T-1","channel":"phone",\
      "intent":"late-parcel","outcome":"unresolved","note":"Is at the depot."}
      {"id":"b","at":"2026-02-03T09:00:00Z","agent":"jo","customer":"T-1","channel":"email",\
      "outcome":"follow-up","followUp":{"at":"2026-02-05","by":"jo","what":"call"}}
      {"id":"c","at":"2026-02-04T09:00:00Z","agent":"mk","customer":"T-3","outcome":"resolved"}
      {"id":"d","at":"2026-02-04T09:00:00Z","agent":"mk","customer":"T-1","outcome":"resolved"}
      {"id":"d","deleted":true,"customer":"T-1"}

      """,
      to: "journal/interactions.jsonl"
    )
    try place.write(
      """
      {"id":"s","customer":"T-1","interaction":"a","kind":"csat","score":2,"min":1,"max":5,\
      "source":"survey"}
      {"id":"a","customer":"T-1","interaction":"a","kind":"csat","score":4,"min":1,"max":5,\
      "source":"agent"}

      """,
      to: "journal/surveys.jsonl"
    )
    return place
  }

  @Test func `the newest is first, ratings stand apart, and what was taken back is gone`() throws {
    let said = try place().run("history", "T-1")
    #expect(said.status == 0 && said.message == "")
    #expect(
      said.text == """
        2026-02-03 09:00, e-mail: follow-up, by jo
          promised: 2026-02-05, call, by jo
        2026-02-01 09:00, phone: Late parcel, not solved, rated 2 of 5, noted by agent: 4 of 5, by mk
          Is at the depot.

        """
    )
  }

  @Test func `json is the journal's line with the ratings and who gave them`() throws {
    let said = try place().run("history", "T-1", "--format", "jsonl", "--channel", "phone")
    #expect(
      said.text == """
        {"id":"a","at":"2026-02-01T09:00:00Z","agent":"mk","customer":"T-1","channel":"phone",\
        "intent":"late-parcel","outcome":"unresolved","note":"Is at the depot.","ratings":[\
        {"source":"survey","score":2,"max":5},{"source":"agent","score":4,"max":5}]}

        """
    )
    let all = try JSON(parsing: try place().run("history", "T-1", "--format", "json").output)
    #expect(all.arrayValue?.map { $0["id"] } == ["b", "a"])
    #expect(all.arrayValue?.first?["ratings"] == [])
  }

  @Test func `fewer are shown where that is asked for, and how many there are`() throws {
    let said = try place().run("history", "ada@example.org", "--limit", "1")
    #expect(said.text.hasPrefix("2026-02-03") && said.text.split(separator: "\n").count == 2)
    #expect(said.message == "and 1 more\n")
    let early = try place().run("history", "T-1", "--as-of", "2026-02-02")
    #expect(early.text.hasPrefix("2026-02-01"))
    #expect(try place().run("history", "T-1", "--limit", "0").status == 64)
  }

  @Test(arguments: [("text", ""), ("json", "[]\n"), ("jsonl", "")])
  func `no contact is an answer`(format: String, output: String) throws {
    let said = try place().run("history", "T-2", "--format", format)
    #expect(said.status == 1 && said.text == output)
    #expect(said.message == (format == "text" ? "no contact with them\n" : ""))
  }

  @Test func `whom is meant is asked where it is not certain`() throws {
    let said = try place().run("history", "ada")
    #expect(said.status == 2)
    #expect(said.message.contains("T-1") && said.message.contains("T-3"))
  }
}
