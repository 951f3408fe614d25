import JSONLogic
import RapportCore
import Testing

private let noDay =
  "that is not a day to come: tomorrow, Friday, 24.11., 2026-11-30, or a number of days"

struct PromiseTests {
  private func reading() throws -> Promise.Reading {
    Promise.Reading(
      now: try ContactFixture.now,
      zone: try #require(TimeZones.zone("Europe/Berlin")),
      agents: Definitions(decoding: DefinitionDocuments(files: ContactFixture.store)).agents
    )
  }

  private func typed(_ text: String) throws -> JSON {
    try Promise(typed: text, by: "mk", reading()).json
  }

  @Test func `a day, a time, who and what are read from one line`() throws {
    #expect(try typed("2026-11-30") == ["at": "2026-11-30", "by": "mk"])
    #expect(try typed("3") == ["at": "2026-11-25", "by": "mk"])
    #expect(try typed("0 15:30") == ["at": "2026-11-22T14:30:00Z", "by": "mk"])
    #expect(
      try typed("  1 9:05 @Jürgen about the refund ")
        == ["at": "2026-11-23T08:05:00Z", "by": "jr", "what": "about the refund"]
    )
    #expect(try typed("2 @jr") == ["at": "2026-11-24", "by": "jr"])
    #expect(try typed("7 12 bottles") == ["at": "2026-11-29", "by": "mk", "what": "12 bottles"])
  }

  @Test(arguments: [
    ("", noDay),
    ("soon", noDay), ("21.11.2026", noDay), ("31.2.", noDay), ("13/13", noDay), ("mo-fr", noDay),
    ("2026-11-21", noDay),
    ("2026-02-30", noDay),
    ("-1", noDay),
    ("99999999999999999999", noDay),
    ("9999-12-31", noDay),
    ("0 15:04", "15:04 has gone already"),
    ("1 25:00", "25:00 is no time of day such as 15:30"),
    ("1 9:5", "9:5 is no time of day such as 15:30"),
    ("1 @jo", "nobody here is called \"jo\"; did you mean \"jr\"?"),
    ("1 @somebody", "nobody here is called \"somebody\", there are mk, jr"),
  ])
  func `what makes no sense is refused with what would be right`(text: String, why: String) throws {
    let reading = try reading()
    #expect(throws: Promise.Refusal.self) {
      do throws(Promise.Refusal) {
        _ = try Promise(typed: text, by: "mk", reading)
      } catch {
        #expect(error.description == why)
        throw error
      }
    }
  }

  /// Today is Sunday, 22 November 2026.
  @Test(arguments: [
    ("today", "2026-11-22"), ("Morgen", "2026-11-23"), ("übermorgen", "2026-11-24"),
    ("mañana", "2026-11-23"), ("friday", "2026-11-27"), ("Fr", "2026-11-27"),
    ("Freitag", "2026-11-27"), ("Di.", "2026-11-24"), ("tue", "2026-11-24"),
    ("Sunday", "2026-11-29"), ("jueves", "2026-11-26"), ("+3", "2026-11-25"),
    ("24.11.", "2026-11-24"), ("24.11", "2026-11-24"), ("24.11.2026", "2026-11-24"),
    ("24.11.26", "2026-11-24"), ("24/11", "2026-11-24"), ("11/24", "2026-11-24"),
    ("1.2.", "2027-02-01"), ("24 Nov", "2026-11-24"), ("24. November", "2026-11-24"),
    ("Nov 24", "2026-11-24"), ("24 Dez 2026", "2026-12-24"), ("3 märz", "2027-03-03"),
    ("29.2.", "2028-02-29"),
  ])
  func `a day is read as agents type it`(text: String, date: String) throws {
    #expect(try typed(text) == ["at": .string(date), "by": "mk"])
    #expect(
      try typed("\(text) 15:30 @jr about the refund") == [
        "at": .string("\(date)T14:30:00Z"), "by": "jr", "what": "about the refund",
      ]
    )
  }

  @Test func `a day alone takes nothing behind it`() throws {
    #expect(
      try Promise.Due(typed: "2026-11-30T15:00", reading()).moment?.description
        == "2026-11-30T14:00:00Z"
    )
    #expect(throws: Promise.Refusal.self) { try Promise.Due(typed: "1 15:00 @jr", reading()) }
  }

  @Test func `a time that clocks skip is one that they show`() throws {
    var reading = try reading()
    reading.now = try #require(Instant(parsing: "2027-03-27T12:00:00Z"))
    let due = try Promise.Due(typed: "1 02:30", reading)
    #expect(due.moment?.description == "2027-03-28T01:30:00Z")
  }

  @Test func `it is kept and read as it was`() throws {
    for json: JSON in [
      ["at": "2026-11-30"], ["at": "2026-11-30T14:00:00Z", "by": "mk", "what": "call"],
    ] { #expect(Promise(json)?.json == json) }
    #expect(Promise(["by": "mk"]) == nil && Promise(["at": "soon"]) == nil && Promise(nil) == nil)
  }
}
