import JSONLogic
import TestSupport
import Testing

/// `rapport service`, to the byte.
struct ServiceCommandTests {
  /// Monday, while the tasting is open.
  private static let monday = "2026-03-02T10:00:00Z"

  private func harbour() throws -> Workplace {
    let place = try Workplace.harbour()
    try place.write(
      """
      {"id": "rebate", "name": "Rebate", "kind": "goodwill", "limit": "5.00 GBP", "group": "money",
       "rank": 2, "validUntil": "2026-12-31", "offer": {"en": "Five pounds off."},
       "eligibility": {"===": [{"var": "behavioral.orders"}, 1]}}
      """,
      to: "services/rebate.json"
    )
    return place
  }

  @Test func `list tells kind, group and rank, whether it is open, and how long it is valid`()
    throws
  {
    let place = try harbour()
    let listed = try place.run("service", "list", "--at", Self.monday)
    #expect(listed.status == 0 && listed.message == "")
    #expect(
      listed.text.split(separator: "\n") == [
        "service  kind      group  rank  now                      valid",
        "rebate   goodwill  money  2     always, it has no hours  until 2026-12-31",
        "tasting  benefit                open, until 17:00        ",
      ]
    )
    let json = try place.run("service", "list", "--at", Self.monday, "--format", "jsonl")
    let rows = try json.text.split(separator: "\n").map { try JSON(parsing: Array($0.utf8)) }
    #expect(rows.map { $0["id"] } == ["rebate", "tasting"])
    #expect(rows[0]["open"] == .null && rows[0]["validUntil"] == "2026-12-31")
    #expect(rows[0]["group"] == "money" && rows[0]["rank"] == 2)
    #expect(rows[1]["until"] == "2026-03-02T17:00:00Z" && rows[1]["kind"] == "benefit")
    let later = try place.run("service", "list", "--at", "2027-01-04 10:00", "--format", "json")
    let rebate = try JSON(parsing: later.output).arrayValue?.first
    #expect(rebate?["open"] == false && rebate?["status"] == "ended on 2026-12-31")
  }

  @Test func `with a customer it tells what to offer, and why not`() throws {
    let place = try harbour()
    let listed = try place.run("service", "list", "--customer", "T-3", "--at", Self.monday)
    #expect(listed.status == 0)
    #expect(
      listed.text == """
        rebate   offer                            for everybody; orders is 1
        tasting  not for them  open, until 17:00  only for Regulars

        """
    )
    let unknown = try place.run(
      "service",
      "list",
      "--customer",
      "T-2",
      "--at",
      Self.monday,
      "--format",
      "json"
    )
    let rows = try JSON(parsing: unknown.output).arrayValue ?? []
    #expect(rows.map { $0["answer"] } == ["unknown", "unknown"])
    #expect(rows.allSatisfy { $0["because"]?.stringValue?.hasPrefix("ask first: ") == true })
  }

  @Test func `open tells both clocks, and a closed one is a no`() throws {
    let place = try harbour()
    let open = try place.run(
      "service",
      "open",
      "--at",
      Self.monday,
      "--zone",
      "America/New_York"
    )
    #expect(open.status == 0)
    #expect(
      open.text == """
        2026-03-02 10:00 here, 2026-03-02 05:00 there (America/New_York)
        tasting  Tasting  open, until 17:00 here, 12:00 there

        """
    )
    let named = try place.run("service", "open", "Tasting", "--at", "2026-03-02T09:30")
    #expect(named.status == 0)
    let closed = try place.run("service", "open", "tasting", "--at", "2026-03-02T18:00:00Z")
    #expect(closed.status == 1 && closed.message == "")
    #expect(
      closed.text == """
        2026-03-02 18:00 here
        tasting  Tasting  closed, opens 9 March 09:00

        """
    )
    let json = try place.run(
      "service",
      "open",
      "tasting",
      "--at",
      "2026-03-02T18:00:00Z",
      "--zone",
      "Asia/Tokyo",
      "--format",
      "json"
    )
    #expect(json.status == 1)
    let row = try JSON(parsing: json.output)
    #expect(row["open"] == false && row["opensAt"] == "2026-03-09T09:00:00Z")
    #expect(row["there"]?["at"] == "2026-03-03T03:00:00+09:00")
    #expect(try place.run("service", "open", "rebate", "--at", Self.monday).status == 0)
    #expect(try place.run("service", "open", "rebate", "--at", "2027-02-01T10:00").status == 1)
  }

  @Test func `hours in a zone that does not exist are not known, and the others are told`() throws {
    let place = try harbour()
    try place.write(
      """
      {"id": "night", "name": "Night line", "kind": "support-hours", "offer": "o",
       "hours": {"timeZone": "Europe/Berlni", "weekly": {"mon": ["20:00-06:00"]}}}
      """,
      to: "services/night.json"
    )
    let all = try place.run("service", "open", "--at", Self.monday)
    #expect(all.status == 0)
    #expect(all.text.contains("tasting  Tasting     open, until 17:00\n"))
    #expect(
      all.text.contains("night    Night line  not known: there is no time zone \"Europe/Berlni\"\n")
    )
    #expect(try place.run("service", "open", "night", "--at", Self.monday).status == 2)
    let listed = try place.run(
      "service",
      "list",
      "--customer",
      "T-1",
      "--at",
      Self.monday,
      "--format",
      "json"
    )
    let rows = try JSON(parsing: listed.output).arrayValue ?? []
    let night = rows.first { $0["id"] == "night" }
    #expect(night?["answer"] == "broken" && night?["open"] == .null)
    #expect(rows.first?["id"] == "tasting" && rows.first?["answer"] == "in")
    let checked = try place.run("check")
    #expect(checked.status == 1)
    #expect(checked.text.contains("did you mean \"Europe/Berlin\"?"))
  }

  @Test func `what does not exist is said with what would be right`() throws {
    let place = try harbour()
    let service = try place.run("service", "open", "tastng")
    #expect(service.status == 2)
    #expect(
      service.message == "rapport: no service is called \"tastng\"; did you mean \"tasting\"?\n"
    )
    let zone = try place.run("service", "open", "--zone", "Berlin")
    #expect(zone.status == 2)
    #expect(
      zone.message
        == "rapport: there is no time zone \"Berlin\"; did you mean \"Europe/Berlin\"?\n"
    )
    let time = try place.run("service", "list", "--at", "25:00")
    #expect(time.status == 2 && time.message.contains("\"25:00\" is no moment; write"))
    let both = try place.run("service", "open", "--zone", "Asia/Tokyo", "--customer", "T-1")
    #expect(both.status == 64 && both.message.contains("give a zone or a customer, not both"))
  }
}
