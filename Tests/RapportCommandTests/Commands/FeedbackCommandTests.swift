import Glibc
import JSONLogic
import TestSupport
import Testing

/// `rapport feedback`, to the byte.
struct FeedbackCommandTests {
  private func harbour() throws -> Workplace {
    let place = try Workplace.harbour()
    mkdir(place.file("journal"), 0o700)
    try place.append(
      #"""
      {"id":"01A","at":"2026-03-01T09:00:00Z","by":"mk","customer":"T-1","on":{"kind":"segment","id":"regulars","revision":3},"verdict":"fits"}
      {"id":"01B","at":"2026-03-01T10:00:00Z","by":"mk","customer":null,"on":{"kind":"script","id":"late-parcel","part":"open"},"verdict":"not","reason":"too stiff"}
      {"id":"01C","at":"2026-03-01T11:00:00Z","by":"mk","customer":"T-1","verdict":"lacks","reason":"tea by post"}

      """#,
      to: "journal/feedback.jsonl"
    )
    return place
  }

  @Test func `list names what each is on, the newest first`() throws {
    let place = try harbour()
    let listed = try place.run("feedback", "list")
    #expect(listed.status == 0 && listed.message == "")
    #expect(
      listed.text == """
        id   at                    by  on                 said                              why          answer
        01C  2026-03-01T11:00:00Z  mk  what we lack       they asked for something we lack  tea by post  
        01B  2026-03-01T10:00:00Z  mk  Late parcel, Open  does not fit                      too stiff    
        01A  2026-03-01T09:00:00Z  mk  Regulars           fits                                           

        """
    )
    let waiting = try place.run("feedback", "list", "--unanswered", "--format", "jsonl")
    let ids = try waiting.text.split(separator: "\n").map {
      try JSON(parsing: Array($0.utf8))["id"]
    }
    #expect(ids == ["01C", "01B"])
    let one = try place.run("feedback", "list", "--on", "segment:regulars", "--format", "json")
    #expect(try JSON(parsing: one.output).arrayValue?.map { $0["id"] } == ["01A"])
    #expect(try place.run("check").status == 0)
  }

  @Test func `nothing to list is a no, and what names nothing is refused`() throws {
    let place = try Workplace.harbour()
    let none = try place.run("feedback", "list")
    #expect(none.status == 1 && none.text == "" && none.message == "no feedback\n")
    #expect(try place.run("feedback", "list", "--on", "regulars").status == 64)
    #expect(try place.run("feedback", "answer", "01B", " ").status == 64)
  }

  @Test func `an answer is appended, once`() throws {
    let place = try harbour()
    let answered = try place.run("feedback", "answer", "01B", "we reworded it", "--agent", "lb")
    #expect(answered.status == 0)
    #expect(answered.text == "answered Mara King on Late parcel, Open\n")
    let lines = place.text("journal/feedback.jsonl")?.split(separator: "\n") ?? []
    #expect(lines.count == 4)
    let line = try JSON(parsing: Array(try #require(lines.last).utf8))
    #expect(line["answer"]?["text"] == "we reworded it" && line["answer"]?["by"] == "lb")
    #expect(line["reason"] == "too stiff")
    let other = try place.run(
      "feedback",
      "answer",
      "01B",
      "no",
      "--agent",
      "zz",
      "--format",
      "json"
    )
    #expect(other.status == 2)
    #expect(other.message.contains(#""code":"answered","message":"lb has answered it meanwhile""#))
    let none = try place.run("feedback", "answer", "01X", "no")
    #expect(none.status == 2 && none.message.contains("there is no feedback 01X"))
    #expect(try place.run("check").status == 0)
  }
}
