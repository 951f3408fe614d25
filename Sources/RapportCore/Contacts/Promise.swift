package import JSONLogic

/// That somebody comes back to a customer: when, who, and what for.
package struct Promise: Sendable, Hashable {
  /// A day, or a moment of it, as for a callback.
  package enum Due: Sendable, Hashable {
    case day(CalendarDate)
    case moment(Instant)

    package func day(in zone: Zone) -> CalendarDate {
      switch self {
      case .day(let date): date
      case .moment(let instant): zone.date(instant)
      }
    }

    package var moment: Instant? {
      guard case .moment(let instant) = self else { return nil }
      return instant
    }
  }

  package var due: Due
  package var by: Agent.ID?
  package var what: String?

  /// What it is for where nobody said.
  package static let comeBack = "come back to them"

  package init(due: Due, by: Agent.ID?, what: String? = nil) {
    self.due = due
    self.by = by
    self.what = what
  }

  /// As drafts and the journal keep it; nil without a day or moment that can be read.
  package init?(_ json: JSON?) {
    guard let at = json?["at"]?.stringValue else { return nil }
    if let date = CalendarDate(parsing: at) {
      due = .day(date)
    } else if let instant = Instant(parsing: at) {
      due = .moment(instant)
    } else {
      return nil
    }
    by = json?["by"]?.stringValue.map { Agent.ID($0) }
    what = json?["what"]?.stringValue?.nonBlank
  }

  package var json: JSON {
    var json = JSONObject()
    switch due {
    case .day(let date): json["at"] = .string(date.description)
    case .moment(let instant): json["at"] = .string(instant.description)
    }
    json["by"] = by.map { .string($0.rawValue) }
    json["what"] = what.map { .string($0) }
    return .object(json)
  }
}
