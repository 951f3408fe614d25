import JSONLogic
import TestSupport
import Testing

/// `rapport explain`, `rapport rule words` and `rapport rule lint`.
struct ExplainCommandTests {
  @Test func `every condition is shown with the value that it compared`() throws {
    let place = try Workplace.harbour()
    let member = try place.run("explain", "T-1", "regulars", "--as-of", HarbourStore.moment)
    #expect(member.status == 0)
    #expect(
      member.text == """
        Ada Brook (T-1), Regulars: belongs
          7 orders (5 or more)
        + 7 orders (5 or more)

        """
    )
    let unknown = try place.run("explain", "T-2", "Regulars", "--as-of", HarbourStore.moment)
    #expect(unknown.text.contains("not known: orders"))
    let nobody = try place.run("explain", "T-1", "regulas", "--as-of", HarbourStore.moment)
    #expect(nobody.status == 2 && nobody.message.contains("did you mean \"regulars\"?"))
  }

  @Test func `an earlier day has the values of that day, which is said`() throws {
    let place = try Workplace.harbour()
    try place.write(
      """
      {"id": "T-9", "name": {"full": "Cy Dow"}, "updated": "2026-01-05T09:00:00Z", "behavioral": {"orders": 2}}
      {"id": "T-9", "name": {"full": "Cy Dow"}, "updated": "2026-02-05T09:00:00Z", "behavioral": {"orders": 6}}

      """,
      to: "customers.jsonl"
    )
    let then = try place.run("explain", "T-9", "regulars", "--as-of", "2026-01-31")
    #expect(then.text.contains("2 orders (5 or more)"))
    #expect(
      then.text.contains(
        "as of 2026-01-31T23:59:59Z, with the values of 2026-01-05T09:00:00Z"
      )
    )
    let json = try JSON(
      parsing: place.run(
        "explain",
        "T-9",
        "regulars",
        "--as-of",
        "2026-03-01",
        "--format",
        "json"
      ).text
    )
    #expect(json["answer"] == "in")
    #expect(json["tree"]?["actual"] == 6)
    #expect(json["values"] == .null)
    let before = try place.run("show", "T-9", "--as-of", "2026-01-01")
    #expect(before.status == 2 && before.message.contains("the first record is of"))
  }

  @Test func `a rule is said in words and looked at before any segment has it`() throws {
    let place = try Workplace.harbour()
    let rule =
      #"{"and": [{">=": [{"var": "behavioral.orders"}, 5]}, {"<": [{"var": "behavioral.orders"}, 3]}]}"#
    let words = try place.run("rule", "words", rule)
    #expect(
      words.text == """
        orders at least 5, and orders less than 3

        all of
          orders at least 5
          orders less than 3

        """
    )
    let lint = try place.run("rule", "lint", rule, "--format", "json")
    #expect(lint.status == 1)
    let found = try JSON(parsing: lint.text)
    #expect(found[0]?["finding"] == "contradiction" && found[0]?["pointer"] == "")
    let good = try place.run("rule", "lint", #"{">": [{"var": "behavioral.orders"}, 6]}"#)
    #expect(good.text.contains("shadowed") || good.text.contains("nearly the same"))
  }
}
