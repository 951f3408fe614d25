import Testing

@testable import RapportCore

struct LocalFormatTests {
  @Test(arguments: [
    ("en", "US", "October 2, 2026"), ("en", "GB", "2 October 2026"),
    ("de", "DE", "2. Oktober 2026"),
    ("es", "ES", "2 de octubre de 2026"), ("fr", "FR", "2 octobre 2026"),
    ("ja", "JP", "2026年10月2日"), ("en-GB", "US", "2 October 2026"),
  ])
  func `a date is written as in the customer's language and country`(
    language: String,
    country: String,
    text: String
  ) throws {
    let date = try #require(CalendarDate(parsing: "2026-10-02"))
    #expect(LocalFormat(language: language, country: country).date(date) == text)
  }

  @Test func `times, weekdays, numbers, money and lists`() throws {
    let date = try #require(CalendarDate(parsing: "2026-11-20"))
    let german = LocalFormat(language: "de", country: "DE")
    let american = LocalFormat(language: "en", country: "US")
    let clock = LocalDateTime(date: date, hour: 15, minute: 4)
    #expect(german.time(clock) == "15:04")
    #expect(american.time(clock).replacing("\u{202F}", with: " ") == "3:04 PM")
    #expect(german.weekday(date) == "Freitag")
    #expect(american.weekday(date) == "Friday")
    #expect(german.number(1289.5) == "1.289,5")
    #expect(american.number(14) == "14")
    #expect(german.money("49.00", currency: "EUR") == "49,00\u{A0}€")
    #expect(american.money("1049.5", currency: "EUR") == "€1,049.50")
    #expect(american.money("no", currency: "EUR") == nil)
    #expect(german.list(["a", "b", "c"]) == "a, b und c")
    #expect(american.list(["a", "b"]) == "a and b")
    #expect(german.list(["a"]) == "a")
  }

  @Test func `a language is named for the agent`() {
    #expect(LocalFormat.languageName("de") == "German")
    #expect(LocalFormat.languageName("pt-BR").contains("Portuguese"))
    #expect(!LocalFormat.languageName("xx").isEmpty)
  }
}
