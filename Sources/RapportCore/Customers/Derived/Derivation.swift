package import JSONLogic

/// How the value of a derived attribute comes about.
package enum Derivation: Hashable, Sendable {
  /// The age of a date that is kept at a path, in calendar days of the store's zone, or in years.
  case days(since: String)
  case years(since: String)
  /// How many contacts there were in so many days.
  case contacts(days: Int)
  case lastContactDays
  case lastContactChannel
  /// The customer's own last rating of a contact, from 1 to 5, 5 being the best.
  case lastRating
  /// How the customer buys compared with others.
  case recencyScore
  case frequencyScore
  case spendScore
  case buyerGroup

  /// Where it is read from.
  package enum Source: Hashable, Sendable { case record, contacts, ratings, orders }

  package var source: Source {
    switch self {
    case .days, .years: .record
    case .contacts, .lastContactDays, .lastContactChannel: .contacts
    case .lastRating: .ratings
    case .recencyScore, .frequencyScore, .spendScore, .buyerGroup: .orders
    }
  }

  /// The date at whose path a value is read for an age.
  package var date: String? {
    switch self {
    case .days(let path), .years(let path): path
    default: nil
    }
  }

  /// The age on a day; nil where this is no age, and for what is no date or lies ahead.
  package func age(of value: JSON, today: CalendarDate, zone: Zone) -> JSON? {
    guard let day = RuleOperations.day(value, zone), day <= today else { return nil }
    switch self {
    case .days: return JSON(today.days(since: day))
    case .years: return JSON(today.years(since: day))
    default: return nil
    }
  }
}
