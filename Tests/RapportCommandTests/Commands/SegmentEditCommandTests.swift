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
