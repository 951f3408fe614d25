/// A service with its texts parsed, behind one reference, because offers are copied often.
final class PreparedService: Sendable {
  let service: Service
  let offer: LocalizedTemplate?
  let whenClosed: LocalizedTemplate?
  /// Whether its dates, channels or reasons may rule it out.
  let mayBeRefused: Bool

  /// Without texts: for an offer that is made from outside.
  init(_ service: Service) {
    self.service = service
    mayBeRefused = Self.mayBeRefused(service)
    offer = nil
    whenClosed = nil
  }

  init(_ service: Service, _ problems: inout [Problem]) {
    let file = "services/\(service.id).json"
    var found: [Problem] = []
    offer = service.offer.map {
      LocalizedTemplate($0, at: Place(file: file, pointer: "/offer"), &found)
    }
    whenClosed = service.whenClosed.map {
      LocalizedTemplate($0, at: Place(file: file, pointer: "/whenClosed"), &found)
    }
    var service = service
    if let problem = Self.zoneProblem(service, file) {
      found.append(problem)
      service.broken = service.broken ?? problem
    }
    self.service = service
    mayBeRefused = Self.mayBeRefused(service)
    problems += found
  }

  private static func mayBeRefused(_ service: Service) -> Bool {
    service.validFrom != nil || service.validUntil != nil || !service.channels.isEmpty
      || !service.notForIntents.isEmpty
  }

  /// Hours whose time zone does not exist, which nobody can tell when they are.
  private static func zoneProblem(_ service: Service, _ file: String) -> Problem? {
    guard let zone = service.hours?.timeZone, TimeZones.zone(zone) == nil else { return nil }
    return Problem(
      .error,
      at: Place(file: file, pointer: "/hours/timeZone"),
      "there is no time zone \"\(zone)\"",
      remedy: TimeZones.suggestion(for: zone).map { "did you mean \"\($0)\"?" }
        ?? "use a name such as \"Europe/Berlin\""
    )
  }
}
