import JSONLogic
import RapportCore

/// When a service answers, as JSON: `open` is null where it has no hours, or none that can be used.
struct ServiceTimes {
  private let availability: ServiceOffer.Availability?

  /// `availability` is nil without hours, and where they cannot be used.
  init(_ availability: ServiceOffer.Availability?) { self.availability = availability }

  func json(in zone: Zone) -> JSONObject {
    switch availability {
    case nil: ["open": .null, "until": .null, "opensAt": .null]
    case .always: ["open": true, "until": .null, "opensAt": .null]
    case .open(let end): ["open": true, "until": .string(zone.text(end)), "opensAt": .null]
    case .closed(let next):
      [
        "open": false, "until": .null,
        "opensAt": next.map { .string(zone.text($0)) } ?? .null,
      ]
    }
  }
}
