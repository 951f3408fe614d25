import Testing

@testable import RapportCore

struct OpeningWordsTests {
  private func status(
    _ availability: ServiceOffer.Availability,
    there: String? = "America/New_York"
  ) throws -> String {
    let words = OpeningWords(
      now: try #require(Instant(parsing: "2026-11-20T14:00:00Z")),
      here: try #require(TimeZones.zone("Europe/Berlin")),
      there: there.flatMap { TimeZones.zone($0) }
    )
    return words.status(availability, hasHours: true)
  }

  private func at(_ text: String) throws -> Instant { try #require(Instant(parsing: text)) }

  @Test func `an end is said on both clocks`() throws {
    let until = ServiceOffer.Availability.open(until: try at("2026-11-20T19:00:00Z"))
    #expect(try status(until) == "open, until 20:00 here, 14:00 there")
    #expect(try status(until, there: "Europe/Paris") == "open, until 20:00 here and there")
    #expect(try status(until, there: nil) == "open, until 20:00")
  }

  @Test(arguments: [
    ("2026-11-20T20:00:00Z", "closed, opens 21:00 here, 15:00 there"),
    ("2026-11-23T07:00:00Z", "closed, opens Monday 08:00 here, 02:00 there"),
    ("2026-11-23T00:00:00Z", "closed, opens Monday 01:00 here, Sunday 19:00 there"),
    ("2026-12-07T07:00:00Z", "closed, opens 7 December 08:00 here, 02:00 there"),
  ])
  func `a beginning names its day where it is not today`(opens: String, words: String) throws {
    #expect(try status(.closed(opens: at(opens))) == words)
  }

  @Test func `an end after midnight needs no day, a later one does`() throws {
    #expect(
      try status(.open(until: at("2026-11-21T01:00:00Z")))
        == "open, until 02:00 here, Friday 20:00 there"
    )
    #expect(
      try status(.open(until: at("2026-11-22T01:00:00Z")), there: nil)
        == "open, until Sunday 02:00"
    )
  }

  @Test func `without an end or a beginning`() throws {
    #expect(try status(.always) == "open around the clock")
    #expect(try status(.closed(opens: nil)) == "closed for the next four weeks")
  }
}
