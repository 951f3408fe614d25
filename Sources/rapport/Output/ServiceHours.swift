import JSONLogic
import RapportCore

/// When a service answers, at one moment and on two clocks.
struct ServiceHours {
  enum State {
    /// Nothing to open: it is always there.
    case noHours
    case known(ServiceOffer.Availability)
    /// The hours cannot be used; why.
    case broken(String)
  }

  let service: Service
  let state: State
  /// `ended on 31 March 2027`; nil where it is offered at that moment.
  let invalid: String?
  /// In words: `open, until 20:00 here, 14:00 there`.
  let status: String

  init(_ service: Service, at moment: Instant, here: Zone, there: Zone?) {
    self.service = service
    let today = here.date(moment)
    if let from = service.validFrom, today < from {
      invalid = "not before \(from)"
    } else if let until = service.validUntil, until < today {
      invalid = "ended on \(until)"
    } else {
      invalid = nil
    }
    switch (service.hours, service.hours.flatMap { OpeningSchedule($0) }) {
    case (nil, _): state = service.broken.map { .broken($0.message) } ?? .noHours
    case (let hours?, nil): state = .broken("there is no time zone \"\(hours.timeZone)\"")
    case (_, let schedule?): state = .known(schedule.availability(at: moment))
    }
    switch state {
    case .noHours: status = "always, it has no hours"
    case .broken(let why): status = "not known: \(why)"
    case .known(let availability):
      let words = OpeningWords(now: moment, here: here, there: there)
      status = words.status(availability, hasHours: true)
    }
  }

  /// Nil where the hours cannot be used.
  var isOpen: Bool? {
    if invalid != nil { return false }
    switch state {
    case .noHours: return true
    case .broken: return nil
    case .known(.closed): return false
    case .known: return true
    }
  }

  /// `valid until 2027-03-31`; empty where it always is.
  var validity: String {
    if let invalid { return invalid }
    return service.validUntil.map { "until \($0)" } ?? ""
  }

  /// `open` is null where there are no hours, or they cannot be used; times have the offset of `zone`.
  func json(in zone: Zone, language: String) -> JSONObject {
    var availability: ServiceOffer.Availability?
    if case .known(let known) = state { availability = known }
    var json = ServiceTimes(availability).json(in: zone)
    json["id"] = .string(service.id.rawValue)
    let name = service.name.text(preferring: [language, "en"]) ?? service.id.rawValue
    json["name"] = .string(name)
    json["kind"] = .string(service.kind.rawValue)
    json["group"] = service.group.map { .string($0) } ?? .null
    json["rank"] = JSON(service.rank)
    if case .noHours = state, invalid == nil {
      json["open"] = .null
    } else {
      json["open"] = isOpen.map { .bool($0) } ?? .null
    }
    json["status"] = .string(invalid ?? status)
    json["validFrom"] = service.validFrom.map { .string($0.description) } ?? .null
    json["validUntil"] = service.validUntil.map { .string($0.description) } ?? .null
    return json
  }
}
