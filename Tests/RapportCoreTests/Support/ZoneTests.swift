import Testing

@testable import RapportCore

struct ZoneTests {
  private func instant(_ text: String) throws -> Instant { try #require(Instant(parsing: text)) }

  private func local(_ text: String, _ hour: Int, _ minute: Int) throws -> LocalDateTime {
    LocalDateTime(date: try #require(CalendarDate(parsing: text)), hour: hour, minute: minute)
  }

  @Test(arguments: [
    ("Europe/Berlin", "2026-11-21T14:03:11Z", "2026-11-21 15:03", "2026-11-21T15:03:11+01:00"),
    ("Europe/Berlin", "2026-07-01T23:00:00Z", "2026-07-02 01:00", "2026-07-02T01:00:00+02:00"),
    ("America/New_York", "2026-03-08T06:59:59Z", "2026-03-08 01:59", "2026-03-08T01:59:59-05:00"),
    ("America/New_York", "2026-03-08T07:00:00Z", "2026-03-08 03:00", "2026-03-08T03:00:00-04:00"),
    ("Asia/Kathmandu", "2026-11-21T18:20:00Z", "2026-11-22 00:05", "2026-11-22T00:05:00+05:45"),
    ("Asia/Kolkata", "1999-12-31T20:00:00Z", "2000-01-01 01:30", "2000-01-01T01:30:00+05:30"),
    ("Europe/Berlin", "2050-07-01T10:00:00Z", "2050-07-01 12:00", "2050-07-01T12:00:00+02:00"),
    ("UTC", "1950-07-01T10:00:00Z", "1950-07-01 10:00", "1950-07-01T10:00:00Z"),
  ])
  func `the clock on the wall`(id: String, at: String, wall: String, text: String) throws {
    let zone = try #require(TimeZones.zone(id))
    #expect(zone.local(try instant(at)).description == wall)
    #expect(zone.text(try instant(at)) == text)
  }

  @Test func `a time that clocks skip is read with the offset before the gap`() throws {
    let berlin = try #require(TimeZones.zone("Europe/Berlin"))
    let skipped = berlin.instant(try local("2026-03-29", 2, 30))
    #expect(skipped == (try instant("2026-03-29T01:30:00Z")))
    #expect(berlin.local(skipped).clock == "03:30")
  }

  @Test func `a time that clocks show twice is the first of the two`() throws {
    let berlin = try #require(TimeZones.zone("Europe/Berlin"))
    #expect(berlin.instant(try local("2026-10-25", 2, 30)) == (try instant("2026-10-25T00:30:00Z")))
  }

  @Test func `a day starts after midnight where clocks skip midnight`() throws {
    let santiago = try #require(TimeZones.zone("America/Santiago"))
    let date = try #require(CalendarDate(parsing: "2026-09-06"))
    let start = santiago.start(of: date)
    #expect(santiago.local(start) == LocalDateTime(date: date, hour: 1))
    #expect(santiago.date(start.adding(seconds: -1)) == date.adding(days: -1))
    #expect(santiago.date(santiago.end(of: date)) == date)
  }

  @Test(arguments: [
    "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca",
    "Pacific/Apia", "Asia/Tehran", "Europe/London", "America/Sao_Paulo",
  ])
  func `what a clock shows leads back to an instant that shows the same`(id: String) throws {
    let zone = try #require(TimeZones.zone(id))
    var generator = SplitMix64(seed: 11)
    for _ in 0..<3000 {
      let second = Int64.random(in: 1_230_768_000..<2_240_524_800, using: &generator)
      let wall = zone.local(Instant(seconds: second))
      let back = zone.instant(wall)
      #expect(zone.local(back) == wall, "\(id) \(second)")
      #expect(back <= Instant(seconds: second))
    }
  }

  @Test func `a zone that does not exist is refused with the one that was meant`() {
    for id in ["", "Europe/Berlni", "GMT+1", "PST", "Mars/Olympus", "europe/berlin/"] {
      #expect(TimeZones.zone(id) == nil, "\(id)")
    }
    #expect(TimeZones.suggestion(for: "Europe/Berlni") == "Europe/Berlin")
    #expect(TimeZones.suggestion(for: "new york") == "America/New_York")
    #expect(TimeZones.suggestion(for: "Mars/Olympus") == nil)
    #expect(TimeZones.zone("US/Eastern") != nil)
  }
}
