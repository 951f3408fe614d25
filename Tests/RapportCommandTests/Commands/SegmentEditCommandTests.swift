import JSONLogic
import Testing

/// `rapport segment edit` on the made-up company.
struct SegmentEditCommandTests {
  private let rule = #"{">=": [{"var": "behavioral.orders"}, 40]}"#

  @Test func `a look tells who joins and leaves, and writes nothing`() throws {
    let place = try Workplace.demo()
    let before = place.text("segments/loyal-advocates.json")
    let outcome = try place.run(
      "segment",
      "edit",
      "loyal-advocates",
      "--rule",
      rule,
      "--dry-run",
      "--break-pins"
    )
    #expect(outcome.status == 0, "\(outcome.message)")
    for words in ["orders at least", "Customers", "(was ", "leave", "Nothing was written."] {
      #expect(outcome.text.contains(words), "\(words)")
    }
    #expect(place.text("segments/loyal-advocates.json") == before)
  }

  @Test func `a pinned customer who would be taken otherwise stops it unless that is wanted`()
    throws
  {
    let place = try Workplace.demo()
    let before = place.text("segments/loyal-advocates.json")
    func edit(_ more: String...) throws -> Program.Outcome {
      try place.runBare(
        [
          "segment", "edit", "loyal-advocates", "--rule", rule, "--reason", "only the strongest",
          "--store", place.store,
        ] + more
      )
    }
    let refused = try edit()
    #expect(refused.status == 2 && refused.message.contains("C-"))
    #expect(place.text("segments/loyal-advocates.json") == before)
    #expect(try edit("--break-pins").status == 0)
    #expect(place.text("segments/loyal-advocates.json") != before)
  }

  private func edit(_ place: Workplace, _ id: String, _ more: String...) throws -> Program.Outcome {
    try place.runBare(["segment", "edit", id, "--store", place.store] + more)
  }

  @Test func `a rule of nobody, and one of everybody, is warned of before it is saved`() throws {
    let place = try Workplace.harbour()
    let none = #"{">=": [{"var": "behavioral.orders"}, 100]}"#
    let nobody = try edit(place, "regulars", "--rule", none, "--dry-run")
    #expect(nobody.status == 0)
    #expect(nobody.text.contains("nobody of 3 customers belongs; of 1 it is not known"))
    let all = #"{"!!": [{"var": "id"}]}"#
    let everybody = try edit(place, "regulars", "--rule", all, "--dry-run")
    #expect(everybody.text.contains("everybody of 3 customers belongs: it tells nobody apart"))
  }

  @Test func `a segment that becomes a draft says who leaves, and what they lose`() throws {
    let place = try Workplace.harbour()
    let draft = try edit(place, "regulars", "--set", "status=draft", "--dry-run")
    #expect(draft.text.contains("Customers: 0 (was 1)"))
    #expect(draft.text.contains("draft, so agents see nobody in it"))
    #expect(draft.text.contains("  leave         1\n"))
    #expect(draft.text.contains("T-1 Ada Brook: 7 orders (5 or more)"))
    #expect(draft.text.contains("They lose     the offer Tasting"))
    #expect(try edit(place, "regulars", "--set", "status=draft", "--reason", "wait").status == 0)
    let back = try edit(place, "regulars", "--set", "status=active", "--dry-run")
    #expect(back.text.contains("Customers: 1 (was 0)") && back.text.contains("T-1 Ada Brook"))
    #expect(back.text.contains("Members get   the offer Tasting"))
  }

  @Test func `what is wrong already is named, and is no reason against a change`() throws {
    let place = try Workplace.harbour()
    try place.write(
      """
      {"id": "regulars", "name": "Regulars", "priority": 10, "goal": {"text": "Keep them."},
       "golden": {"members": ["T-3"]}, "rule": {">=": [{"var": "behavioral.orders"}, 5]}}
      """,
      to: "segments/regulars.json"
    )
    let edited = try edit(place, "regulars", "--set", "summary=Often here.", "--dry-run")
    #expect(edited.status == 0)
    #expect(
      edited.text.contains(
        "Pinned customers are taken otherwise already, with or without this\n"
          + "  T-3           in Regulars must belong and does not: 1 order"
      )
    )
  }

  @Test func `a reason of several lines is one line in the history`() throws {
    let place = try Workplace.harbour()
    let reason = "first\nsecond\r\n\u{1B}[31mthird\ttab"
    #expect(try edit(place, "regulars", "--set", "summary=x", "--reason", reason).status == 0)
    let history = try place.run("segment", "history", "regulars")
    let first = history.text.split(separator: "\n").first ?? ""
    #expect(first.hasSuffix(": first second [31mthird tab"), "\(first)")
    #expect(!history.text.contains("\u{1B}"))
  }

  @Test func `a segment is made by a command, with who would belong told first`() throws {
    let place = try Workplace.harbour()
    func make(_ id: String, _ more: String...) throws -> Program.Outcome {
      let rule = #"{"<": [{"var": "behavioral.orders"}, 5]}"#
      return try place.runBare(
        ["segment", "new", id, "--name", "Rare guests", "--rule", rule, "--store", place.store]
          + more
      )
    }
    let look = try make("rare", "--dry-run")
    #expect(look.status == 0, "\(look.message)")
    #expect(look.text.contains("Customers: 1\n") && look.text.contains("T-3 Ada Marsh: 1 order"))
    #expect(look.text.contains("agents see it once its status is active"))
    #expect(place.text("segments/rare.json") == nil)
    #expect(try make("rare", "--goal", "Win them.", "--reason", "new").status == 0)
    let text = try #require(place.text("segments/rare.json"))
    let made = try JSON(parsing: Array(text.utf8))
    #expect(made["priority"] == 20 && made["status"] == "draft" && made["revision"] == 1)
    #expect(try make("rare", "--dry-run").message.contains("there is a segment rare already"))
    #expect(try make("Rare Ones", "--dry-run").message.contains("such as rare-ones"))
  }

  @Test func `a field is changed in one line of the file, with its reason in the history`() throws {
    let place = try Workplace.demo()
    let before = try #require(place.text("segments/overseas.json"))
    let outcome = try place.run(
      "segment",
      "edit",
      "overseas",
      "--set",
      "summary=They live far away.",
      "--reason",
      "shorter",
      "--agent",
      "lb",
      "--format",
      "json"
    )
    #expect(outcome.status == 0)
    let after = try #require(place.text("segments/overseas.json"))
    let old = before.split(separator: "\n"), new = after.split(separator: "\n")
    let changed = zip(old, new).filter { $0 != $1 }.map(\.1)
    #expect(old.count == new.count)
    #expect(changed.count == 2, "\(changed)")
    #expect(changed.contains { $0.contains("They live far away.") })
    #expect(changed.contains { $0.contains("revision") })
    #expect(try JSON(parsing: Array(outcome.text.utf8))["saved"] == true)
    #expect(place.text("journal/changes.jsonl")?.contains("shorter") == true)
  }

  @Test func `a field without a value goes, and one that leads nowhere is refused`() throws {
    let place = try Workplace.demo()
    let outcome = try place.run(
      "segment",
      "edit",
      "overseas",
      "--set",
      "owner=",
      "--reason",
      "nobody any more"
    )
    #expect(outcome.status == 0)
    let text = try #require(place.text("segments/overseas.json"))
    let after = try JSON(parsing: Array(text.utf8))
    #expect(after["owner"] == nil && !text.contains("null"))
    for field in ["needs/99=fast", "/revision=99", "/id=other"] {
      let refused = try place.run("segment", "edit", "overseas", "--set", field, "--reason", "x")
      #expect(refused.status == 2, "\(field)")
    }
    #expect(place.text("segments/overseas.json") == text)
  }

  @Test func `bad input is said before anything is written`() throws {
    let place = try Workplace.demo()
    for (arguments, words) in [
      (["--rule", "{"], "--rule"), (["--rule", #"{"nonsense": 1}"#], "nonsense"),
      (["--set", "priority"], "a field and a value"), (["--set", "id=other"], "stays as it is"),
      (["--set", "tone=warn"], "warn"),
    ] {
      let outcome = try place.runBare(
        ["segment", "edit", "loyal-advocates", "--reason", "x", "--store", place.store] + arguments
      )
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.message.contains(words), "\(arguments): \(outcome.message)")
    }
    #expect(try place.run("segment", "edit", "loyal-advocates", "--reason", "x").status == 64)
    #expect(
      try place.run("segment", "edit", "loyal-advocate", "--set", "owner=x", "--dry-run").status
        == 2
    )
  }
}
