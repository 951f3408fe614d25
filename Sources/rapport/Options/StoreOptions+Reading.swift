import FoundationEssentials
import RapportCore
import RapportStore

extension StoreOptions {
  var location: StoreLocation {
    get throws(CommandFailure) {
      let environment = ProcessInfo.processInfo.environment
      if let location = StoreLocation(option: store, environment: environment) { return location }
      throw CommandFailure(code: "no-store", message: "say where the store is: --store DIR")
    }
  }

  /// The store's definitions; only the built-in attributes where no store is named and there is none
  /// at the usual place.
  func definitions() throws -> Definitions {
    let location = try location
    do {
      return try blocking { try await DefinitionFiles(location).load() }
    } catch let error where store == nil && (error as? FileError)?.isMissing == true {
      return Definitions(decoding: DefinitionDocuments())
    }
  }

  /// The agent of that name, else one made up for the name: nobody is kept from helping a caller
  /// because a list is out of date.
  func agent(of definitions: Definitions) -> Agent {
    let name = agent ?? ProcessInfo.processInfo.environment["USER"] ?? ""
    if let known = definitions.agents.first(where: { $0.id.rawValue == name || $0.name == name }) {
      // An id that is no slug could name a foreign folder; `check` names it.
      if Slug.isWellFormed(known.id.rawValue) { return known }
    }
    let slug = Slug.made(from: name.isEmpty ? "agent" : name)
    return Agent(id: Agent.ID(slug), name: name.isEmpty ? "Agent" : name)
  }

  /// Now, or the moment that `--as-of` names.
  func moment(in definitions: Definitions) throws(CommandFailure) -> Instant {
    guard let asOf else { return .now }
    let zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    if let date = CalendarDate(parsing: asOf) {
      // What is left of today is not known yet.
      return date == zone.date(.now) ? .now : zone.end(of: date)
    }
    if let instant = Instant(parsing: asOf) { return instant }
    throw CommandFailure(
      code: "as-of",
      message: "\"\(asOf)\" is no date; write 2026-03-01 or 2026-03-01T09:30:00Z"
    )
  }
}

extension Instant {
  static var now: Instant {
    Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
}
