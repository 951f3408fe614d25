import Glibc
import JSONLogic
import TestSupport
import Testing

/// `rapport review`: this week.
struct ReviewCommandTests {
  @Test func `where little is known little is told, and nothing is made up`() throws {
    let place = try Workplace.harbour()
    let review = try place.run("review", "--as-of", HarbourStore.moment)
    #expect(review.status == 0 && review.message == "")
    #expect(
      review.text == """
        Goal      it names no figure to measure it by. “Answer every caller within a day.”
        Changed   too few answers to compare the last 90 days with the 90 days before: 30 in each are needed
        Reviews   not known when anybody looked at Regulars
        Profiles  without an owner: Regulars

        1 thing waits for somebody

        """
    )
  }

  @Test func `what waits is told with its place`() throws {
    let place = try Workplace.harbour()
    mkdir(place.file("journal"), 0o700)
    try place.append(
      #"""
      {"id":"01A","at":"2026-02-20T09:00:00Z","by":"mk","customer":"T-1","on":{"kind":"segment","id":"regulars","revision":3},"verdict":"not","reason":"one big order"}

      """#,
      to: "journal/feedback.jsonl"
    )
    try place.append(
      #"""
      {"id":"01B","at":"2026-02-20T09:00:00Z","agent":"mk","customer":"T-3","outcome":"follow-up","followUp":{"at":"2026-02-23","what":"call back"}}
      {"id":"01C","at":"2026-02-21T09:00:00Z","agent":"mk","customer":"T-1","channel":"chat","intent":"late-parcel"}

      """#,
      to: "journal/interactions.jsonl"
    )
    let saved = try place.run(
      "segment",
      "pin",
      "regulars",
      "T-1",
      "--must",
      "--reason",
      "x",
      "--as-of",
      "2026-02-27"
    )
    #expect(saved.status == 0)
    let review = try place.run("review", "--format", "json", "--as-of", HarbourStore.moment)
    let json = try JSON(parsing: review.output)
    func line(_ topic: String) -> JSON? {
      json["lines"]?.arrayValue?.first { $0["topic"]?.stringValue == topic }
    }
    #expect(line("feedback")?["on"] == ["kind": "segment", "id": "regulars"])
    #expect(
      line("feedback")?["text"]
        == "Regulars: 1 line waits for an answer and says it does not fit; it is 10 days old"
    )
    #expect(line("follow-ups")?["customer"] == "T-3")
    #expect(
      line("follow-ups")?["text"] == "T-3 7 days late: call back, promised by Mara King"
    )
    #expect(
      line("scripts")?["text"] == "English: no script about Late parcel; 1 contact"
    )
    #expect(line("reviews") == nil)
    #expect(json["from"] == "2026-02-23T10:00:00Z" && json["due"] == 4)
    let lines = try place.run("review", "--format", "jsonl", "--as-of", HarbourStore.moment)
    #expect(lines.text.split(separator: "\n").count == json["lines"]?.arrayValue?.count)
  }
}
