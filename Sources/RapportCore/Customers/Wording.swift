/// What putting values into words depends on besides the values.
package struct Wording: Sendable {
  /// For labels and choices, the most wanted first.
  package var languages: [String]
  /// The store's: in it date-times become dates.
  package var zone: Zone
  package var today: CalendarDate
  /// Whether personal values are left out.
  package var masked: Bool

  package init(
    languages: [String],
    zone: Zone,
    today: CalendarDate,
    masked: Bool = false
  ) {
    self.languages = languages
    self.zone = zone
    self.today = today
    self.masked = masked
  }

  /// The text in the first wanted language there is, else in any.
  package func text(_ text: LocalizedText) -> String? { text.text(preferring: languages) }

  /// The label, else the last part of the path.
  package func label(_ attribute: Attribute) -> String {
    text(attribute.label) ?? String(attribute.path.split(separator: ".").last ?? "")
  }

  /// `2 Oct 2026`.
  package func date(_ date: CalendarDate) -> String {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let (year, month, day) = date.components
    return "\(day) \(months[month - 1]) \(year)"
  }

  /// The calendar day that a date or a date-time names.
  package func day(_ text: String) -> CalendarDate? {
    CalendarDate(parsing: text) ?? Instant(parsing: text).map { zone.date($0) }
  }

  /// `1 day`, `50 days`.
  package static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}
