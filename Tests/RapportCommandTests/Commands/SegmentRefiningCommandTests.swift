import JSONLogic
import TestSupport
import Testing

/// `rapport segment merge, split, retire, history, diff, revert and undo`.
struct SegmentRefiningCommandTests {
  private func harbour() throws -> Workplace {
    let place = try Workplace.harbour()
    try place.write(
      """
      {"id": "friends", "name": "Friends", "status": "active", "priority": 20, "revision": 1,
       "goal": {"text": "Win them."}, "rule": {">=": [{"var": "behavioral.orders"}, 1]},
       "tone": "plain"}
      """,
      to: "segments/friends.json"
    )
    try place.write(
      """
      {"id": "thanks", "name": "Thanks", "kind": "benefit", "offer": {"en": "Thank you."},
       "eligibility": {"in_segment": "friends"}}
      """,
      to: "services/thanks.json"
    )
    return place
  }

  private func object(_ place: Workplace, _ file: String) throws -> JSON {
    try JSON(parsing: Array((place.text(file) ?? "").utf8))
  }

  private func error(_ outcome: Program.Outcome) throws -> JSON? {
    try JSON(parsing: Array(outcome.message.utf8))["error"]
  }

  @Test func `a merge is looked at, made and taken back whole`() throws {
    let place = try harbour()
    let before = place.text("segments/friends.json")
    let look = try place.run("segment", "merge", "regulars", "friends", "--dry-run")
    #expect(look.status == 0)
    #expect(look.text.contains("  Rule          orders at least 1\n"))
    #expect(
      look.text.contains("Left out      orders at least 5: orders at least 1 says it already")
    )
    #expect(look.text.contains("Changes       1 join Regulars, 0 leave it"))
    #expect(look.text.contains("service       Thanks"))
    #expect(look.text.hasSuffix("Nothing was written.\n"))
    #expect(place.text("segments/friends.json") == before)
    #expect(place.text("journal/changes.jsonl") == nil)
    let made = try place.run(
      "segment",
      "merge",
      "regulars",
      "friends",
      "--choose",
      "goal=second",
      "--reason",
      "one",
      "--format",
      "json"
    )
    #expect(made.status == 0, "\(made.message)")
    let json = try JSON(parsing: made.output)
    #expect(json["saved"] == true && json["counts"]?["joining"] == 1)
    #expect(json["moved"] == ["service thanks"])
    let merged = try object(place, "segments/regulars.json")
    #expect(merged["revision"] == 4 && merged["goal"]?["text"] == "Win them.")
    #expect(try object(place, "segments/friends.json")["status"] == "retired")
    let service = try object(place, "services/thanks.json")
    #expect(service["eligibility"] == ["in_segment": ["regulars"]])
    #expect(place.changes == 1)
    let undo = try place.run("segment", "undo", "friends", "--reason", "two are better")
    #expect(undo.status == 0, "\(undo.message)")
    #expect(try object(place, "segments/friends.json")["status"] == "active")
    #expect(try object(place, "segments/regulars.json")["goal"]?["text"] == "Keep them.")
    #expect(try object(place, "services/thanks.json")["eligibility"] == ["in_segment": "friends"])
    #expect(try place.run("segment", "undo", "friends", "--dry-run").status == 2)
  }

  @Test func `undo after a way back takes that back, and says how to have it again`() throws {
    let place = try Workplace.harbour()
    func segment(_ verb: String, _ option: String, _ value: String) throws -> String {
      try place.run("segment", verb, "regulars", option, value, "--reason", "because").text
    }
    _ = try segment("edit", "--set", "name=Often")
    _ = try segment("edit", "--set", "priority=77")
    let reverted = try segment("revert", "--to", "4")
    #expect(reverted.contains("To take it back: rapport segment undo regulars"))
    let undone = try place.run("segment", "undo", "regulars", "--reason", "no").text
    #expect(undone.contains("takes back version 6"))
    #expect(undone.contains("To have it again: rapport segment revert regulars --to 6"))
    #expect(place.text("segments/regulars.json")?.contains("77") == true)
    let again = try segment("revert", "--to", "6")
    #expect(again.contains("Saved: segment regulars version 8"))
    #expect(place.text("segments/regulars.json")?.contains("77") == false)
  }

  @Test func `going back behind a merge says what stays as the merge left it`() throws {
    let place = try harbour()
    let made = try place.run("segment", "merge", "regulars", "friends", "--reason", "one")
    #expect(made.status == 0, "\(made.message)")
    let back = try place.run("segment", "revert", "regulars", "--to", "3", "--dry-run")
    #expect(back.text.contains("changed together with version 4, stay as they are now"))
    #expect(back.text.contains("segment friends") && back.text.contains("service thanks"))
    #expect(try place.run("segment", "undo", "friends", "--reason", "two").status == 0)
    #expect(
      try !place.run("segment", "revert", "regulars", "--to", "3", "--dry-run").text
        .contains("Stays")
    )
  }

  @Test func `a merge that leaves nobody says so`() throws {
    let place = try harbour()
    try place.write(
      """
      {"id": "strangers", "name": "Strangers", "status": "active", "priority": 30,
       "goal": {"text": "Meet them."}, "rule": {"<": [{"var": "behavioral.orders"}, 1]}}
      """,
      to: "segments/strangers.json"
    )
    let look = try place.run("segment", "merge", "regulars", "strangers", "--all", "--dry-run")
    #expect(look.text.contains("Nobody        nobody of 3 customers belongs"), "\(look.text)")
  }

  @Test func `a split proposes places, and makes two segments`() throws {
    let place = try harbour()
    let places = try place.run("segment", "split", "friends", "--by", "orders")
    #expect(places.status == 0, "\(places.message)")
    #expect(
      places.text == """
        --by behavioral.orders --at 7
          orders less than 7: 1; last year no contacts yet
          orders at least 7: 1; last year no contacts yet

        """
    )
    let look = try place.run(
      "segment",
      "split",
      "friends",
      "--by",
      "behavioral.orders",
      "--at",
      "7",
      "--dry-run"
    )
    #expect(look.text.contains("friends-under-7, priority 20"))
    #expect(look.text.contains("friends-from-7, priority 21"))
    let made = try place.run(
      "segment",
      "split",
      "friends",
      "--by",
      "behavioral.orders",
      "--at",
      "7",
      "--id",
      "few",
      "--id",
      "many",
      "--name",
      "Few",
      "--priority",
      "15",
      "--reason",
      "too broad"
    )
    #expect(made.status == 0, "\(made.message)")
    let few = try object(place, "segments/few.json")
    #expect(few["name"] == "Few" && few["priority"] == 15 && few["tone"] == "plain")
    #expect(
      try object(place, "segments/many.json")["rule"] == [">=": [["var": "behavioral.orders"], 7]]
    )
    #expect(
      try object(place, "services/thanks.json")["eligibility"]?["or"]?.arrayValue?.count == 2
    )
    let sizes = try place.run("segment", "size", "few", "many", "--format", "json")
    #expect(try JSON(parsing: sizes.output).arrayValue?.map { $0["in"] } == [1, 1])
  }

  @Test func `what cannot be is said before it happens`() throws {
    let place = try harbour()
    let cases: [([String], Int32, String)] = [
      (["merge", "regulars", "regulars", "--dry-run"], 2, "same-segment"),
      (["merge", "regulars", "frends", "--dry-run"], 2, "no-segment"),
      (["merge", "regulars", "friends", "--into", "friends", "--dry-run"], 2, "id-taken"),
      (["merge", "regulars", "friends", "--choose", "color=first", "--dry-run"], 2, "bad-choice"),
      (["split", "friends", "--by", "behavioral.ordrs"], 2, "no-attribute"),
      (["split", "friends", "--by", "orders", "--at", "many", "--dry-run"], 2, "bad-value"),
      (["split", "friends", "--by", "orders", "--at", "0", "--dry-run"], 2, "empty-side"),
      (
        ["split", "friends", "--by", "orders", "--at", "7", "--id", "regulars", "--dry-run"], 2,
        "id-taken"
      ),
      (
        ["split", "friends", "--by", "orders", "--at", "7", "--priority", "10", "--dry-run"], 2,
        "priority-taken"
      ),
      (["retire", "none", "--dry-run"], 2, "no-segment"),
      (["reactivate", "friends", "--dry-run"], 2, "nothing-to-do"),
      (["diff", "friends", "4", "5"], 2, "no-version"),
      (["revert", "friends", "--to", "9", "--dry-run"], 2, "no-version"),
    ]
    for (arguments, status, code) in cases {
      let outcome = try place.runBare(
        ["segment"] + arguments + ["--store", place.store, "--format", "json"]
      )
      #expect(outcome.status == status, "\(arguments): \(outcome.message)")
      #expect(try error(outcome)?["code"]?.stringValue == code, "\(arguments)")
    }
    let spelled = try place.run("segment", "merge", "regulars", "frends", "--dry-run")
    #expect(spelled.message.contains("did you mean \"friends\"?"))
    // Without a reason nothing is written.
    #expect(try place.run("segment", "retire", "friends").status == 64)
    #expect(place.text("journal/changes.jsonl") == nil)
  }

  @Test func `retiring shows what refers to it, and comes back`() throws {
    let place = try harbour()
    let retired = try place.run("segment", "retire", "friends", "--reason", "over")
    #expect(retired.status == 0, "\(retired.message)")
    #expect(retired.text.contains("Customers     2 are in it no more"))
    #expect(retired.text.contains("service       Thanks: asks who is in it: nobody then"))
    #expect(retired.text.contains("Saved: segment friends version 2"))
    let back = try place.run("segment", "reactivate", "friends", "--reason", "on again")
    #expect(back.status == 0, "\(back.message)")
    #expect(try object(place, "segments/friends.json")["status"] == "active")
  }

  @Test func `the history tells versions in words, with members and figures, and reverts`() throws {
    let place = try harbour()
    try place.append(
      """
      {"id": "01A", "at": "2026-02-01T10:00:00Z", "agent": "mk", "customer": "T-1", \
      "channel": "phone", "segments": {"regulars": 3}, "outcome": "resolved"}

      """,
      to: "journal/interactions.jsonl"
    )
    let split = try place.run(
      "segment",
      "split",
      "friends",
      "--by",
      "orders",
      "--at",
      "7",
      "--keep",
      "--id",
      "few",
      "--id",
      "many",
      "--reason",
      "finer"
    )
    #expect(split.status == 0, "\(split.message)")
    let merged = try place.run(
      "segment",
      "merge",
      "regulars",
      "few",
      "--reason",
      "all of them",
      "--agent",
      "mk"
    )
    #expect(merged.status == 0, "\(merged.message)")
    let history = try place.run("segment", "history", "regulars")
    #expect(history.text.contains("version 4, "))
    #expect(history.text.contains("Mara King: all of them"))
    #expect(history.text.contains("1 joined, 0 left, of today's customers"))
    #expect(history.text.contains("version 3: before the history begins"))
    let diff = try place.run("segment", "diff", "regulars", "3", "4", "--format", "json")
    let json = try JSON(parsing: diff.output)
    #expect(json["from"] == 3 && json["to"] == 4)
    #expect(json["members"]?["joiners"] == ["T-3"])
    #expect(json["changes"]?[0]?["field"] == "rule")
    let revert = try place.run("segment", "revert", "regulars", "--to", "3", "--reason", "as was")
    #expect(revert.status == 0, "\(revert.message)")
    let now = try object(place, "segments/regulars.json")
    #expect(now["revision"] == 5)
    #expect(now["rule"] == [">=": [["var": "behavioral.orders"], 5]])
    #expect(place.changes == 3)
  }

  @Test func `going back to what refers to something that is gone is refused`() throws {
    let place = try harbour()
    let merged = try place.run("segment", "merge", "regulars", "friends", "--reason", "one")
    #expect(merged.status == 0, "\(merged.message)")
    try place.write(
      try object(place, "segments/regulars.json").setting("plainer", "tone").canonical(),
      to: "segments/regulars.json"
    )
    try place.write(
      """
      {"id": "plainer", "name": "Plainer", "voice": {}, "phrases": {"en": {"greeting": "Hello.",
       "apology": "Sorry.", "hold": "Wait.", "closing": "Bye."}}}
      """,
      to: "tones/plainer.json"
    )
    let history = try place.run("segment", "history", "regulars")
    #expect(history.text.contains("outside: edited outside"))
    #expect(history.text.contains("tone Plain -> Plainer"))
    let json = try JSON(
      parsing: place.run("segment", "history", "regulars", "--format", "json").output
    )
    let outside = try #require(json[0]?["change"]?.stringValue)
    _ = try place.run("segment", "revert", "regulars", "--to", "3", "--reason", "as was")
    try place.remove("tones/plainer.json")
    let look = try place.run("segment", "revert", "regulars", "--to", outside, "--dry-run")
    #expect(look.status == 1)
    #expect(look.text.contains("there is no tone \"plainer\""))
    let refused = try place.run("segment", "revert", "regulars", "--to", outside, "--reason", "x")
    #expect(refused.status == 2)
    #expect(refused.message.contains("not saved: "))
    #expect(refused.message.contains("there is no tone \"plainer\""))
  }
}

extension JSON {
  fileprivate func setting(_ text: String, _ key: String) -> JSON {
    var object = self
    object[key] = .string(text)
    return object
  }
}
