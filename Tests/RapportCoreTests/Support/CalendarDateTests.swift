import Testing

@testable import RapportCore

struct CalendarDateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2026-11-22", 20779),
    ("0000-01-01", -719_528), ("9999-12-31", 2_932_896),
  ])
  func `a day has the number that the Unix epoch gives it`(text: String, days: Int) throws {
    let date = try #require(CalendarDate(parsing: text))
    #expect(date.daysSinceEpoch == days)
    #expect(date.description == text)
  }

  @Test(arguments: [
    "", "2026", "2026-1-1", "2026-13-01", "2026-00-10", "2025-02-29", "1900-02-29", "2026-04-31",
    "2026-11-22 ", "2026-11-22T00:00:00Z", "٢٠٢٦-11-22", "+026-11-22", "2026/11/22",
  ])
  func `what is not a day is refused`(text: String) {
    #expect(CalendarDate(parsing: text) == nil)
  }

  @Test func `counting day by day through the leap years meets every date once`() throws {
    var date = try #require(CalendarDate(year: 1895, month: 1, day: 1))
    var expected = (year: 1895, month: 1, day: 1)
    var weekday = 2  // a Tuesday
    for _ in 0..<80_000 {
      let (year, month, day) = date.components
      #expect((year, month, day) == expected)
      #expect(date.weekday == weekday)
      #expect(CalendarDate(year: year, month: month, day: day) == date)
      date = date.adding(days: 1)
      weekday = weekday % 7 + 1
      let lengths =
        [31, CalendarDate.isLeap(year: year) ? 29 : 28, 31, 30, 31, 30]
        + [31, 31, 30, 31, 30, 31]
      expected.day += 1
      if expected.day > lengths[expected.month - 1] {
        expected = (expected.year, expected.month + 1, 1)
      }
      if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
    }
  }

  @Test(arguments: [
    ("1984-06-15", "2026-06-14", 41), ("1984-06-15", "2026-06-15", 42),
    ("2004-02-29", "2025-02-28", 20), ("2004-02-29", "2025-03-01", 21),
    ("2004-02-29", "2024-02-29", 20), ("2030-01-01", "2026-11-22", -4),
  ])
  func `years are completed on the birthday, and on 1 March for 29 February`(
    birth: String,
    today: String,
    years: Int
  ) throws {
    let birth = try #require(CalendarDate(parsing: birth))
    let today = try #require(CalendarDate(parsing: today))
    #expect(today.years(since: birth) == years)
  }
}
