import Testing

@testable import RapportCore

struct OpeningScheduleTests {
  private func instant(_ text: String) throws -> Instant { try #require(Instant(parsing: text)) }

  private func words(_ availability: ServiceOffer.Availability) -> String {
    switch availability {
    case .always: "always"
    case .open(let until): "until \(until)"
    case .closed(let opens): opens.map { "opens \($0)" } ?? "closed"
    }
  }

  private func frame(_ text: String) throws -> OpeningHours.Frame {
    let minutes = text.split(separator: "-").map { part in
      let clock = part.split(separator: ":").compactMap { Int($0) }
      return clock[0] * 60 + clock[1]
    }
    return OpeningHours.Frame(start: minutes[0], end: minutes[1])
  }

  private func schedule(
    _ zone: String,
    _ weekly: [OpeningHours.Weekday: [String]],
    closed: [String] = []
  ) throws -> OpeningSchedule {
    let hours = OpeningHours(
      timeZone: zone,
      weekly: try weekly.mapValues { try $0.map(frame) },
      closed: Set(try closed.map { try #require(CalendarDate(parsing: $0)) })
    )
    return try #require(OpeningSchedule(hours))
  }

  private func everyDay(_ frames: String...) -> [OpeningHours.Weekday: [String]] {
    Dictionary(uniqueKeysWithValues: OpeningHours.Weekday.allCases.map { ($0, frames) })
  }

  @Test(arguments: [
    // Monday 2026-11-23, Berlin is UTC+1.
    ("2026-11-23T06:59:59Z", "opens 2026-11-23T07:00:00Z"),
    ("2026-11-23T07:00:00Z", "until 2026-11-23T11:00:00Z"),
    ("2026-11-23T11:00:00Z", "opens 2026-11-23T12:00:00Z"),
    ("2026-11-23T12:00:00Z", "until 2026-11-23T19:00:00Z"),
    ("2026-11-27T19:00:00Z", "opens 2026-11-30T07:00:00Z"),
    // Closed on 25 and 28 December (Friday and Monday).
    ("2026-12-24T19:30:00Z", "opens 2026-12-29T07:00:00Z"),
  ])
  func `several frames a day, weekends and closed dates`(
    at: String,
    answer: String
  ) throws {
    let days: [OpeningHours.Weekday] = [.mon, .tue, .wed, .thu, .fri]
    let schedule = try schedule(
      "Europe/Berlin",
      Dictionary(uniqueKeysWithValues: days.map { ($0, ["13:00-20:00", "08:00-12:00"]) }),
      closed: ["2026-12-25", "2026-12-28"]
    )
    #expect(words(schedule.availability(at: try instant(at))) == answer)
  }

  @Test func `a frame that crosses midnight is open in the small hours of the next day`() throws {
    let schedule = try schedule("Europe/Berlin", [.sat: ["22:00-02:00"]])
    #expect(
      schedule.availability(at: try instant("2026-11-22T00:30:00Z"))
        == .open(until: try instant("2026-11-22T01:00:00Z"))
    )
    #expect(
      schedule.availability(at: try instant("2026-11-22T01:00:00Z"))
        == .closed(opens: try instant("2026-11-28T21:00:00Z"))
    )
  }

  @Test func `a closed date ends the frame of the night before at midnight`() throws {
    let schedule = try schedule(
      "Europe/Berlin",
      everyDay("22:00-06:00"),
      closed: ["2026-12-25"]
    )
    #expect(
      schedule.availability(at: try instant("2026-12-24T22:30:00Z"))
        == .open(until: try instant("2026-12-24T23:00:00Z"))
    )
    #expect(
      schedule.availability(at: try instant("2026-12-25T22:30:00Z"))
        == .closed(opens: try instant("2026-12-26T21:00:00Z"))
    )
  }

  @Test(arguments: [
    // Spring: Berlin skips 02:00 to 03:00 on 2026-03-29, at 01:00Z.
    ("Europe/Berlin", "02:30-05:00", "2026-03-29T00:59:59Z", "opens 2026-03-29T01:00:00Z"),
    ("Europe/Berlin", "02:30-05:00", "2026-03-29T01:00:00Z", "until 2026-03-29T03:00:00Z"),
    ("Europe/Berlin", "01:00-02:30", "2026-03-29T00:30:00Z", "until 2026-03-29T01:00:00Z"),
    ("Europe/Berlin", "22:00-04:00", "2026-03-28T22:00:00Z", "until 2026-03-29T02:00:00Z"),
    // A frame inside the skipped hour does not take place.
    ("Europe/Berlin", "02:10-02:50", "2026-03-29T00:00:00Z", "opens 2026-03-30T00:10:00Z"),
    // Autumn: 02:00 to 03:00 comes twice on 2026-10-25, at 00:00Z and 01:00Z.
    ("Europe/Berlin", "02:30-05:00", "2026-10-25T00:00:00Z", "opens 2026-10-25T00:30:00Z"),
    ("Europe/Berlin", "02:30-05:00", "2026-10-25T01:15:00Z", "until 2026-10-25T04:00:00Z"),
    ("Europe/Berlin", "01:00-02:30", "2026-10-25T00:00:00Z", "until 2026-10-25T00:30:00Z"),
    ("Europe/Berlin", "08:00-20:00", "2026-10-25T08:00:00Z", "until 2026-10-25T19:00:00Z"),
    // New York: 2026-03-08 at 07:00Z and 2026-11-01 at 06:00Z.
    ("America/New_York", "02:30-05:00", "2026-03-08T06:00:00Z", "opens 2026-03-08T07:00:00Z"),
    ("America/New_York", "00:00-06:00", "2026-11-01T05:00:00Z", "until 2026-11-01T11:00:00Z"),
  ])
  func `days on which clocks change`(
    zone: String,
    frames: String,
    at: String,
    answer: String
  ) throws {
    let schedule = try schedule(zone, everyDay(frames))
    #expect(words(schedule.availability(at: try instant(at))) == answer)
  }

  @Test func `frames that touch or overlap are one, and round the clock is always`() throws {
    let now = try instant("2026-11-23T10:00:00Z")
    let touching = try schedule(
      "UTC",
      [.mon: ["08:00-12:00", "11:00-18:00", "18:00-24:00"], .tue: ["00:00-09:00"]]
    )
    #expect(touching.availability(at: now) == .open(until: try instant("2026-11-24T09:00:00Z")))
    #expect(try schedule("UTC", everyDay("00:00-24:00")).availability(at: now) == .always)
    #expect(try schedule("UTC", everyDay("09:00-09:00")).availability(at: now) == .always)
    #expect(try schedule("UTC", [:]).availability(at: now) == .closed(opens: nil))
  }

  @Test func `an opening more than four weeks ahead is not promised`() throws {
    let closed = (0..<30).map { CalendarDate(daysSinceEpoch: 20_780 + $0).description }
    let schedule = try schedule("UTC", everyDay("08:00-09:00"), closed: closed)
    #expect(
      schedule.availability(at: try instant("2026-11-23T10:00:00Z")) == .closed(opens: nil)
    )
  }

  @Test func `an unknown time zone has no schedule`() {
    #expect(OpeningSchedule(OpeningHours(timeZone: "Mars/Olympus", weekly: [:])) == nil)
  }

  /// Counts minutes instead of calculating: a frame begins at the first minute of its day's
  /// neighbourhood whose clock has reached its start, and ends likewise.
  @Test(arguments: [
    ("Europe/Berlin", "2026-03-27T00:00:00Z"), ("Europe/Berlin", "2026-10-23T00:00:00Z"),
    ("America/New_York", "2026-03-06T00:00:00Z"), ("America/New_York", "2026-10-30T00:00:00Z"),
    ("America/Santiago", "2026-09-04T00:00:00Z"), ("Australia/Lord_Howe", "2026-10-02T00:00:00Z"),
    ("Asia/Kathmandu", "2026-05-01T00:00:00Z"),
  ])
  func `the calculated hours are those counted minute by minute`(
    id: String,
    from: String
  ) throws {
    let zone = try #require(TimeZones.zone(id))
    let start = try instant(from)
    let minutes = (-3 * 1440..<8 * 1440).map { start.adding(seconds: Int64($0) * 60) }
    let clocks = minutes.map { zone.local($0) }
    var generator = SplitMix64(seed: 31)
    for _ in 0..<12 {
      let hours = randomHours(id, around: zone.date(start), &generator)
      var isOpen = [Bool](repeating: false, count: minutes.count)
      for ahead in -2...7 {
        let date = zone.date(start).adding(days: ahead)
        guard !hours.closed.contains(date) else { continue }
        for frame in hours.weekly[OpeningHours.Weekday.allCases[date.weekday - 1]] ?? [] {
          var end = frame.end > frame.start ? frame.end : frame.end + 1440
          if hours.closed.contains(date.adding(days: 1)) { end = min(end, 1440) }
          let first = firstMinute(clocks, LocalDateTime(date: date, secondOfDay: frame.start * 60))
          let last = firstMinute(
            clocks,
            LocalDateTime(date: date.adding(days: end / 1440), secondOfDay: end % 1440 * 60)
          )
          for minute in first..<max(first, last) { isOpen[minute] = true }
        }
      }
      let schedule = try #require(OpeningSchedule(hours))
      for _ in 0..<60 {
        let minute = Int.random(in: 3 * 1440..<6 * 1440, using: &generator)
        let change = isOpen[minute...].firstIndex { $0 != isOpen[minute] }
        let answer = schedule.availability(at: minutes[minute])
        let note: Comment = "seed 31: \(id) \(minutes[minute]) \(hours)"
        switch answer {
        case .open(let until):
          #expect(isOpen[minute], note)
          if let change { #expect(until == minutes[change], note) }
        case .closed(let opens):
          #expect(!isOpen[minute], note)
          if let change { #expect(opens == minutes[change], note) }
        case .always:
          #expect(isOpen[minute] && change == nil, note)
        }
      }
    }
  }

  private func firstMinute(_ clocks: [LocalDateTime], _ local: LocalDateTime) -> Int {
    clocks.firstIndex { $0 >= local } ?? clocks.count
  }

  private func randomHours(
    _ zone: String,
    around date: CalendarDate,
    _ generator: inout SplitMix64
  ) -> OpeningHours {
    var weekly: [OpeningHours.Weekday: [OpeningHours.Frame]] = [:]
    for day in OpeningHours.Weekday.allCases {
      weekly[day] = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        OpeningHours.Frame(
          start: Int.random(in: 0..<96, using: &generator) * 15,
          end: Int.random(in: 0...96, using: &generator) * 15
        )
      }
    }
    let closed = (0..<2).map { _ in date.adding(days: Int.random(in: 0...7, using: &generator)) }
    return OpeningHours(timeZone: zone, weekly: weekly, closed: Set(closed))
  }
}
