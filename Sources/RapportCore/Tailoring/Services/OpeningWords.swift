/// Opening times in words, on the team's clock and the customer's.
package struct OpeningWords: Sendable {
  private let now: Instant
  private let here: Zone
  private let there: Zone?

  /// `there` is nil where the customer's time zone is not known.
  package init(now: Instant, here: Zone, there: Zone?) {
    self.now = now
    self.here = here
    self.there = there
  }

  /// `open, until 20:00 here, 14:00 there`; `closed, opens Monday 08:00 here and there`.
  ///
  /// Empty where a service has no hours.
  package func status(_ availability: ServiceOffer.Availability, hasHours: Bool) -> String {
    switch availability {
    case .always: hasHours ? "open around the clock" : ""
    case .open(let until): "open, until \(clocks(until, isEnd: true))"
    case .closed(let opens?): "closed, opens \(clocks(opens, isEnd: false))"
    case .closed(nil): "closed for the next four weeks"
    }
  }

  /// `Monday 08:00 here, 02:00 there`.
  package func time(_ instant: Instant) -> String { clocks(instant, isEnd: false) }

  private func clocks(_ instant: Instant, isEnd: Bool) -> String {
    let ours = here.local(instant)
    let day = day(of: instant, in: here, isEnd: isEnd)
    let text = day + ours.clock
    guard let there else { return text }
    let theirs = there.local(instant)
    if theirs == ours { return "\(text) here and there" }
    // The customer's day is named where it is another one than the team's.
    let name = theirs.date == ours.date ? "" : "\(Self.weekdays[theirs.date.weekday - 1]) "
    return "\(text) here, \(name)\(theirs.clock) there"
  }

  /// Empty for today, and for an end within a day; a weekday within a week; else the date.
  private func day(of instant: Instant, in zone: Zone, isEnd: Bool) -> String {
    let date = zone.date(instant)
    let days = date.days(since: zone.date(now))
    if days == 0 || (isEnd && instant.seconds(since: now) < 86_400) { return "" }
    if days < 7 { return "\(Self.weekdays[date.weekday - 1]) " }
    return "\(date.day) \(Self.months[date.month - 1]) "
  }

  package static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
