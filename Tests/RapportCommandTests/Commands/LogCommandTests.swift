import JSONLogic
import TestSupport
import Testing

/// `rapport log`, and what the journals have of it.
struct LogCommandTests {
  private func log(_ place: Workplace, _ more: String...) throws -> Program.Outcome {
    let arguments = ["log", "T-1", "--as-of", HarbourStore.moment, "--store", place.store] + more
    return try place.runBare(arguments)
  }

  private func lines(_ name: String, in place: Workplace) throws -> [JSON] {
    try (place.text("journal/\(name).jsonl") ?? "").split(separator: "\n")
      .map { try JSON(parsing: Array($0.utf8)) }
  }

  @Test func `a contact is logged as the Desk does it, with what was true frozen in`() throws {
    let place = try Workplace.harbour()
    let said = try log(
      place,
      "--outcome",
      "resolved",
      "--channel",
      "email",
      "--intent",
      "late-parcel",
      "--note",
      "Left with the neighbour.",
      "--mood",
      "upset",
      "--ask",
      "parcel=AB1234",
      "--accept",
      "tasting",
      "--rating",
      "4",
      "--seconds",
      "95",
      "--format",
      "json"
    )
    #expect(said.status == 0 && said.message == "")
    var record = try JSON(parsing: said.output)
    #expect(try lines("interactions", in: place) == [record])
    let id = try #require(record["id"]?.stringValue)
    record["id"] = nil
    #expect(
      record == [
        "at": "2026-03-02T10:00:00Z", "agent": "mk", "customer": "T-1", "channel": "email",
        "direction": "in", "outcome": "resolved", "handleSeconds": 95, "mood": "upset",
        "tone": "plain", "toneRevision": 1, "language": "en", "segments": ["regulars": 3],
        "unknown": [:], "verified": [], "asks": ["parcel": "AB1234"], "offered": ["tasting"],
        "accepted": ["tasting"], "intent": "late-parcel", "script": "late-parcel",
        "scriptRevision": 1, "note": "Left with the neighbour.",
      ]
    )
    #expect(
      try lines("surveys", in: place) == [
        [
          "id": .string(id), "customer": "T-1", "interaction": .string(id), "kind": "csat",
          "answeredAt": "2026-03-02T10:00:00Z", "score": 4, "min": 1, "max": 5, "source": "agent",
        ]
      ]
    )
    #expect(try place.run("check").status == 0)
  }

  @Test func `people read what was written; what nobody told is not made up`() throws {
    let place = try Workplace.harbour()
    let said = try log(
      place,
      "--outcome",
      "follow-up",
      "--follow-up",
      "2026-03-04 15:30",
      "--what",
      "send the label",
      "--rating",
      "2",
      "--note",
      "Was not at home."
    )
    #expect(said.status == 0)
    let shown = said.text.split(separator: "\n").map(String.init)
    #expect(shown.first?.hasPrefix("logged ") == true)
    #expect(shown.first?.hasSuffix(" with Ada Brook:") == true)
    #expect(
      shown.dropFirst() == [
        "2026-03-02 10:00, phone: follow-up, noted by agent: 2 of 5, by mk",
        "  Was not at home.", "  promised: 2026-03-04 15:30, send the label, by mk",
      ]
    )
    let record = try #require(try lines("interactions", in: place).first)
    #expect(
      record["followUp"] == ["at": "2026-03-04T15:30:00Z", "by": "mk", "what": "send the label"]
    )
    #expect(record["handleSeconds"] == nil, "not known is not zero")
    #expect(record["intent"] == nil && record["script"] == nil)
  }

  @Test func `days are counted from the day of the contact, and a script brings its reason`() throws
  {
    let place = try Workplace.harbour()
    #expect(
      try log(
        place,
        "--outcome",
        "unresolved",
        "--script",
        "late-parcel",
        "--follow-up",
        "3",
        "--decline",
        "tasting"
      ).status == 0
    )
    let record = try #require(try lines("interactions", in: place).first)
    #expect(record["followUp"]?["at"] == "2026-03-05")
    #expect(record["intent"] == "late-parcel" && record["script"] == "late-parcel")
    #expect(record["offered"] == ["tasting"] && record["accepted"] == [])
  }

  @Test func `a script of another channel is refused, and names the channel where it has one`()
    throws
  {
    let place = try Workplace.harbour()
    let refused = try place.run(
      "log",
      "T-1",
      "--outcome",
      "resolved",
      "--script",
      "late-parcel",
      "--channel",
      "chat"
    )
    #expect(refused.status == 2)
    #expect(
      refused.message
        == "rapport: --script: \"late-parcel\" is for phone, e-mail, not for chat; --channel says which it was\n"
    )
    let script = try #require(place.text("scripts/late-parcel.json"))
    try place.write(
      script.replacing("\"phone\", \"email\"", with: "\"email\""),
      to: "scripts/late-parcel.json"
    )
    let said = try place.run("log", "T-1", "--outcome", "resolved", "--script", "late-parcel")
    #expect(said.status == 0)
    #expect(try lines("interactions", in: place).first?["channel"] == "email")
  }

  @Test func `all values that make no sense are named at once, and nothing is written`() throws {
    let place = try Workplace.harbour()
    let values = [
      "--outcome", "resolvd", "--channel", "phne", "--intent", "late-parcl", "--script", "parcel",
      "--language", "x", "--mood", "angry", "--ask", "parcel", "--ask", "parcl=1", "--accept",
      "tastin", "--rating", "6", "--seconds=-1", "--follow-up", "yesterday",
    ]
    let said = try place.runBare(
      ["log", "T-1", "--as-of", HarbourStore.moment, "--store", place.store] + values
    )
    #expect(said.status == 2 && said.text == "")
    #expect(
      said.message == """
        rapport: --outcome: there is no "resolvd"; did you mean "resolved"?
        --channel: there is no "phne"; did you mean "phone"?
        --mood: there is no "angry"; there are calm, upset
        --language: "x" is no language such as en or de-AT
        --intent: there is no "late-parcl"; did you mean "late-parcel"?
        --script: there is no "parcel"; there are late-parcel
        --ask: "parcel" is not NAME=VALUE
        --ask: there is no "parcl"; did you mean "parcel"?
        --accept: there is no "tastin"; did you mean "tasting"?
        --rating: "6" is no whole number from 1 to 5
        --seconds: "-1" is no whole number, 0 or more
        --follow-up: that is not a day to come: tomorrow, Friday, 24.11., 2026-11-30, or a number of days

        """
    )
    #expect(try lines("interactions", in: place).isEmpty)
    let json = try place.runBare(
      ["log", "T-1", "--store", place.store, "--format", "json"] + values.prefix(4)
    )
    let error = try JSON(parsing: json.errors)["error"]
    #expect(error?["code"] == "values")
    #expect(error?["problems"]?.arrayValue?.map { $0["option"] } == ["--outcome", "--channel"])
  }

  @Test(arguments: [
    (["--outcome", "follow-up"], "--outcome: follow-up wants --follow-up with a day"),
    (["--outcome", "resolved", "--what", "x"], "--what: wants --follow-up with a day"),
    (
      ["--outcome", "resolved", "--accept", "tasting", "--decline", "tasting"],
      "--decline: \"tasting\" is both accepted and declined"
    ),
    (
      ["--outcome", "resolved", "--script", "late-parcel", "--intent", "praise"],
      "--script: \"late-parcel\" is for late-parcel, not for praise"
    ),
    (
      ["--outcome", "resolved", "--intent", "late-parcel", "--ask", "parcel=12"],
      "--ask: \"12\" is no parcel, which is [A-Z]{2}[0-9]{4}"
    ),
  ])
  func `what does not go together is refused`(values: [String], why: String) throws {
    let place = try Workplace.harbour()
    let said = try place.runBare(
      ["log", "T-1", "--as-of", HarbourStore.moment, "--store", place.store] + values
    )
    #expect(said.status == 2)
    #expect(said.message == "rapport: \(why)\n")
    #expect(try lines("interactions", in: place).isEmpty)
  }

  @Test func `whom it was with is asked where it is not certain`() throws {
    let place = try Workplace.harbour()
    let said = try place.run("log", "ada", "--outcome", "resolved")
    #expect(said.status == 2)
    #expect(said.message.contains("T-1") && said.message.contains("T-3"))
    #expect(try place.run("log", "ada@example.org", "--outcome", "resolved").status == 0)
    #expect(try place.run("log", "T-1").status == 64)
    let future = try place.run("log", "T-1", "--outcome", "resolved", "--as-of", "2999-01-01")
    #expect(future.message == "rapport: --as-of: a contact that ended is not in the future\n")
    #expect(try lines("interactions", in: place).map { $0["customer"] } == ["T-1"])
  }
}
