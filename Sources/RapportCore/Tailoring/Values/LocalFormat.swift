import Foundation
import Synchronization

/// Dates, numbers, money and lists as people of one language and country write them.
///
/// The formats are those of Unicode's CLDR, as Foundation carries them; it caches what they cost to make.
package struct LocalFormat: Sendable {
  private let locale: Locale

  /// `country` (ISO 3166) completes a language without a region: dates in the United Kingdom are not
  /// those of the United States.
  package init(language: String, country: String? = nil) {
    let tag = language.replacing("_", with: "-")
    let parts: [Substring] = tag.split(separator: "-")
    let hasRegion = parts.dropFirst().contains { $0.utf8.count == 2 }
    locale = Locale(identifier: hasRegion ? tag : tag + (country.map { "-\($0)" } ?? ""))
  }

  /// `2 October 2026`, `2. Oktober 2026`.
  package func date(_ date: CalendarDate) -> String {
    Self.noon(date).formatted(style(date: .long, time: .omitted))
  }

  /// `15:04`, `3:04 PM`.
  package func time(_ local: LocalDateTime) -> String {
    let moment = Date(timeIntervalSince1970: TimeInterval(local.secondOfDay))
    return moment.formatted(style(date: .omitted, time: .shortened))
  }

  /// `Friday`, `Freitag`.
  package func weekday(_ date: CalendarDate) -> String {
    Self.noon(date).formatted(style(date: nil, time: nil).weekday(.wide))
  }

  /// `1,289.5`, `1.289,5`; at most two digits after the point.
  package func number(_ value: Double) -> String {
    value.formatted(
      FloatingPointFormatStyle<Double>(locale: locale).precision(.fractionLength(0...2))
    )
  }

  /// `€49.00`, `49,00 €`; nil where `amount` is no decimal.
  package func money(_ amount: String, currency: String) -> String? {
    guard let value = Decimal(string: amount, locale: Locale(identifier: "en_US_POSIX")) else {
      return nil
    }
    return value.formatted(Decimal.FormatStyle.Currency(code: currency, locale: locale))
  }

  /// `a, b, and c`, `a, b und c`.
  package func list(_ items: [String]) -> String {
    items.formatted(.list(type: .and).locale(locale))
  }

  /// The name of a language in English, for the agent: `German`; the tag itself where it has none.
  package static func languageName(_ tag: String) -> String {
    languageNames.withLock { names in
      if let name = names[tag] { return name }
      let name = Locale(identifier: "en").localizedString(forIdentifier: tag) ?? tag
      names[tag] = name
      return name
    }
  }

  private static let languageNames = Mutex<[String: String]>([:])

  private func style(
    date: Date.FormatStyle.DateStyle?,
    time: Date.FormatStyle.TimeStyle?
  ) -> Date.FormatStyle {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return Date.FormatStyle(
      date: date,
      time: time,
      locale: locale,
      calendar: calendar,
      timeZone: .gmt
    )
  }

  private static func noon(_ date: CalendarDate) -> Date {
    Date(timeIntervalSince1970: TimeInterval(date.daysSinceEpoch) * 86_400 + 43_200)
  }
}
