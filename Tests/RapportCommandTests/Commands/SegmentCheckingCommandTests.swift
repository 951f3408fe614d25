import Glibc
import JSONLogic
import TestSupport
import Testing

/// Asking members, keeping what they say, and pinning them, by command.
struct SegmentCheckingCommandTests {
  /// The regulars with needs, and more of them.
  private func harbour() throws -> Workplace {
    let place = try Workplace.harbour()
    try place.write(
      """
      {"id": "regulars", "name": "Regulars", "status": "active", "priority": 10, "revision": 3,
       "summary": "Order often.", "goal": {"text": "Keep them."}, "needs": ["fast delivery"],
       "preferences": ["short answers"], "rule": {">=": [{"var": "behavioral.orders"}, 5]},
       "tone": "plain", "services": ["tasting"], "golden": {"members": ["T-1"]}}
      """,
      to: "segments/regulars.json"
    )
    for number in 4...9 {
      try place.append(
        """
        {"id": "T-\(number)", "name": {"full": "Member \(number)"}, "behavioral": {"orders": 9}, \
        "timeZone": "Asia/Tokyo", "phones": ["+44 20 7946 100\(number)"], "language": "en"}

        """,
        to: "customers.jsonl"
      )
    }
    try place.append(
      #"{"id": "A-1", "kind": "account", "company": "=cmd", "behavioral": {"orders": 90}}"# + "\n",
      to: "customers.jsonl"
    )
    mkdir(place.file("journal"), 0o700)
    return place
  }

  private let moment = ["--as-of", HarbourStore.moment]

  private func json(_ outcome: Program.Outcome) throws -> JSON { try JSON(parsing: outcome.output) }

  @Test func `a call list draws members by chance, the same for the same seed`() throws {
    let place = try harbour()
    func ids(_ seed: String, _ count: String = "3") throws -> [String] {
      let outcome = try place.run(
        "segment",
        "sample",
        "regulars",
        "--n",
        count,
        "--seed",
        seed,
        "--format",
        "json",
        "--as-of",
        HarbourStore.moment
      )
      return (try json(outcome)["customers"]?.arrayValue ?? []).compactMap { $0["id"]?.stringValue }
    }
    let first = try ids("1")
    #expect(try ids("1") == first && first.count == 3)
    #expect(try (2...9).contains { try ids("\($0)") != first })
    // All seven people, and not the account.
    #expect(try Set(ids("1", "50")) == ["T-1", "T-4", "T-5", "T-6", "T-7", "T-8", "T-9"])
  }

  @Test func `it tells how and when to reach them, and what to ask`() throws {
    let place = try harbour()
    let text = try place.run(
      "segment",
      "sample",
      "regulars",
      "--n",
      "1",
      "--as-of",
      HarbourStore.moment
    )
    #expect(text.status == 0)
    #expect(text.text.contains("--part needs/0  You need fast delivery. Is that so?"))
    #expect(text.text.contains("--part preferences/0  You prefer short answers. Is that so?"))
    let all = try json(
      try place.run(
        "segment",
        "sample",
        "Regulars",
        "--format",
        "json",
        "--masked",
        "--as-of",
        HarbourStore.moment
      )
    )
    let four = all["customers"]?.arrayValue?.first { $0["id"] == "T-4" }
    // 10:00 in London is 19:00 in Tokyo.
    #expect(four?["local"] == "19:00" && four?["callNow"] == true)
    #expect(four?["name"] == "M. 4." && four?["phone"] == "…04")
    #expect(all["members"] == 8)
    let csv = try place.run(
      "segment",
      "sample",
      "regulars",
      "--format",
      "csv",
      "--as-of",
      "2026-03-02T12:30:00Z"
    )
    #expect(csv.text.hasPrefix("id,name,phone,email,language,local time,call,You need fast"))
    #expect(csv.text.contains("'+44 20 7946 1004"))
    #expect(csv.text.contains("21:30,from 00:00 here"))
  }

  @Test func `who was asked or called lately is left alone`() throws {
    let place = try harbour()
    try place.append(
      #"""
      {"id":"01A","at":"2026-02-20T09:00:00Z","customer":"T-4","direction":"out"}
      {"id":"01B","at":"2026-02-20T09:00:00Z","customer":"T-5","direction":"in"}
      {"id":"01C","at":"2026-01-02T09:00:00Z","customer":"T-6","direction":"out"}

      """#,
      to: "journal/interactions.jsonl"
    )
    let answered = try place.run(
      "segment",
      "answer",
      "regulars",
      "--customer",
      "T-7",
      "--part",
      "needs/0",
      "--verdict",
      "agrees",
      "--as-of",
      "2026-02-25"
    )
    #expect(answered.text == "noted: T-7 agrees on Regulars, need: fast delivery\n")
    let list = try json(
      try place.run(
        "segment",
        "sample",
        "regulars",
        "--format",
        "json",
        "--as-of",
        HarbourStore.moment
      )
    )
    let ids = (list["customers"]?.arrayValue ?? []).compactMap { $0["id"]?.stringValue }
    #expect(Set(ids) == ["T-1", "T-5", "T-6", "T-8", "T-9"])
    // With the account.
    #expect(list["passedOver"] == 3)
    let text = try place.run("segment", "sample", "regulars", "--as-of", HarbourStore.moment)
    #expect(text.message.contains("; 3 passed over: 1 company and not a person, "))
  }

  @Test func `an answer is on the part, and what makes no sense is refused`() throws {
    let place = try harbour()
    func answer(_ part: String, _ verdict: String, _ more: String...) throws -> Program.Outcome {
      try place.runBare(
        [
          "segment", "answer", "regulars", "--customer", "T-1", "--part", part, "--verdict",
          verdict,
        ]
          + more + ["--store", place.store, "--format", "json"] + moment
      )
    }
    let line = try json(try answer("preferences/0", "other", "--words", "long ones, by post"))
    #expect(
      line["on"]
        == ["kind": "segment", "id": "regulars", "revision": 3, "part": "preferences/0"]
    )
    #expect(line["reason"] == "long ones, by post" && line["evidence"] == ["short answers"])
    #expect(try answer("needs/7", "agrees").message.contains(#""code":"no-part""#))
    #expect(try answer("needs/7", "agrees").message.contains("needs/0 (fast delivery)"))
    #expect(
      try answer("behaviors/0", "agrees").message
        .contains("customers are asked about needs and preferences; how they behave is seen in")
    )
    #expect(try answer("needs/0", "other").status == 64)
    #expect(try place.run("check").status == 0)
    let state = try json(
      try place.run("segment", "validation", "regulars", "--format", "json")
    )
    #expect(state["state"] == "collecting" && state["customers"] == 1)
    #expect(state["answers"]?.arrayValue?.map { $0["other"] } == [0, 1])
  }

  @Test func `a review is kept with who, when and which version, and taken back again`() throws {
    let place = try harbour()
    let made = try place.run(
      "segment",
      "review",
      "regulars",
      "--note",
      "still right",
      "--as-of",
      "2026-02-27T10:00:00Z",
      "--agent",
      "mk"
    )
    #expect(made.text == "reviewed: Regulars, version 3: still right\n")
    #expect(try place.run("check").status == 0)
    func show(_ format: String) throws -> Program.Outcome {
      try place.run(
        "segment",
        "show",
        "regulars",
        "--format",
        format,
        "--as-of",
        HarbourStore.moment
      )
    }
    #expect(
      try show("text").text.contains("last 3 days ago by Mara King (version 3): still right")
    )
    let review = try json(try show("json"))["review"]
    #expect(review?["by"] == "mk" && review?["revision"] == 3 && review?["note"] == "still right")
    #expect(try place.run("feedback", "list").text == "")
    let week = try place.run("review", "--as-of", HarbourStore.moment)
    #expect(!week.text.contains("when anybody looked at Regulars"))
    let back = ["segment", "review", "regulars", "--take-back", "--agent", "mk"]
    #expect(
      try place.runBare(back + ["--store", place.store]).text
        == "taken back: review of Regulars, version 3: still right\n"
    )
    #expect(try json(try show("json"))["review"] == .null)
    let none = try place.runBare(back + ["--store", place.store])
    #expect(none.status == 2 && none.message.contains("there is no review of Regulars by mk"))
  }

  @Test func `votes that leave no doubt ask for a review, and that is a no`() throws {
    let place = try harbour()
    for number in 1...8 {
      try place.append(
        #"{"id":"0\#(number)","at":"2026-03-01T09:00:00Z","by":"a\#(number % 3)","#
          + #""customer":"T-\#(number)","on":{"kind":"segment","id":"regulars","revision":3},"#
          + #""verdict":"\#(number < 3 ? "fits" : "not")"}"# + "\n",
        to: "journal/feedback.jsonl"
      )
    }
    let one = try place.run("segment", "validation", "regulars")
    #expect(one.status == 1)
    #expect(one.text.hasPrefix("Regulars, version 3: to review: 8 of 20 votes, 3 agents, "))
    #expect(
      one.text.contains(
        "agents: 2 fit, 6 do not: 8 votes of 3 agents on 8 customers; the latest vote of each agent"
      )
    )
    #expect(one.text.contains("rule: orders at least 5: too few votes to tell"))
    let all = try place.run("segment", "validation")
    #expect(
      all.text == """
        segment   state      agents           customers
        regulars  to review  2 fit, 6 do not  0 of 5 asked

        """
    )
  }

  @Test func `a pin is kept with its reason, and stops what breaks it unless that says why`() throws
  {
    let place = try harbour()
    let pinned = try place.run(
      "segment",
      "pin",
      "regulars",
      "T-2",
      "--must-not",
      "--reason",
      "a dealer"
    )
    #expect(pinned.status == 0 && pinned.text == "T-2 must not belong, Regulars\n")
    let file = try JSON(parsing: try #require(place.text("segments/regulars.json")))
    #expect(file["golden"] == ["members": ["T-1"], "nonmembers": ["T-2"]])
    #expect(file["revision"] == 4)
    #expect(place.text("journal/changes.jsonl")?.contains("a dealer") == true)
    func pin(_ more: String...) throws -> Program.Outcome {
      try place.runBare(
        ["segment", "pin", "regulars", "T-3", "--must", "--reason", "she will order more"] + more
          + ["--store", place.store]
      )
    }
    let refused = try pin()
    #expect(refused.status == 2)
    #expect(
      refused.message == """
        rapport: T-3 in Regulars must belong and does not: 1 order (5 or more)
        say why in --reason and add --break-pins to save it all the same

        """
    )
    let json = try pin("--format", "json")
    #expect(json.message.contains(#""code":"pins""#))
    #expect(try pin("--break-pins", "--dry-run").text == "would be: T-3 must belong, Regulars\n")
    #expect(try pin("--break-pins").status == 0)
    let again = try pin("--break-pins")
    #expect(again.text == "it was so already: T-3 must belong, Regulars\n")
    let gone = try place.run("segment", "pin", "regulars", "T-3", "--none", "--reason", "sold")
    #expect(gone.text == "T-3 not pinned, Regulars\n")
    #expect(try place.run("segment", "pin", "regulars", "T-3", "--reason", "x").status == 64)
    #expect(
      try place.run("segment", "pin", "regulars", "T-3", "--must", "--reason", " ").status == 64
    )
  }
}
