/// Decides which services may be offered, and says why or why not.
///
/// A service is granted by the segments that name it; one that no segment names is for everybody. Its
/// rule, channel, dates and the reason of the contact may take it away again. Of a group the customer gets
/// the highest rank that is open now.
package struct OfferResolver: Sendable {
  /// A service with what can be prepared before anybody calls.
  struct Entry: Sendable {
    let prepared: PreparedService
    let name: String
    /// Active segments that grant it, strongest first; empty means everybody.
    let grants: [Grant]
    /// Where the hours are in `schedules`; nil without hours.
    let schedule: Int?

    var service: Service { prepared.service }
  }

  struct Grant: Sendable {
    let segment: Segment.ID
    let name: String
    /// 0 is the strongest.
    let strength: Int
  }

  let entries: [Entry]
  /// Each different set of hours once; nil where its time zone does not exist.
  let schedules: [OpeningSchedule?]
  let intents: [Intent.ID: Intent]
  let zone: Zone
  /// Templates and time zones that cannot be used.
  let problems: [Problem]
  private let positions: [Service.ID: Int]

  package init(_ definitions: Definitions) {
    intents = Dictionary(definitions.intents.map { ($0.id, $0) }) { first, _ in first }
    zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    let named = Set(definitions.segments.flatMap(\.services))
    var grants: [Service.ID: [Grant]] = [:]
    for (strength, segment) in definitions.segments.enumerated() where segment.status == .active {
      let grant = Grant(segment: segment.id, name: segment.name, strength: strength)
      for service in segment.services { grants[service, default: []].append(grant) }
    }
    var schedules: [OpeningSchedule?] = []
    var known: [OpeningHours: Int] = [:]
    var found: [Problem] = []
    entries = definitions.services.compactMap { service in
      let granting = grants[service.id] ?? []
      // Only drafts and retired segments name it: it is nobody's now.
      if granting.isEmpty, named.contains(service.id) { return nil }
      let schedule = service.hours.map { hours in
        if let position = known[hours] { return position }
        known[hours] = schedules.count
        schedules.append(OpeningSchedule(hours))
        return schedules.count - 1
      }
      return Entry(
        prepared: PreparedService(service, &found),
        name: service.name.text(preferring: ["en"]) ?? service.id.rawValue,
        grants: granting,
        schedule: schedule
      )
    }
    self.schedules = schedules
    problems = found
    positions = Dictionary(entries.enumerated().map { ($1.service.id, $0) }) { first, _ in first }
  }

  /// Every service considered: to offer first, then those that wait, the closed, unknown and refused ones.
  ///
  /// `say` and `whenClosed` stay empty; they are rendered once the language is known.
  package func resolve(
    _ memberships: [Membership],
    situation: Situation,
    customerZone: Zone?,
    read: RuleReading.Reader
  ) -> [ServiceOffer] {
    let sitting = OfferSitting(self, memberships, situation, customerZone: customerZone)
    var offers = entries.map { sitting.offer($0, read) }
    for closed in offers where closed.answer == .in && closed.isClosed {
      guard let instead = closed.service.instead, let position = positions[instead],
        offers[position].answer != .in
      else { continue }
      let offer = sitting.offer(entries[position], insteadOf: closed.service, read)
      if offer.answer == .in { offers[position] = offer }
    }
    chooseOfGroups(&offers)
    return sorted(offers)
  }

  func name(of service: Service) -> String {
    positions[service.id].map { entries[$0].name } ?? service.id.rawValue
  }

  private func sorted(_ offers: [ServiceOffer]) -> [ServiceOffer] {
    struct Key: Comparable {
      let bucket: Int
      let strength: Int
      let rank: Int
      let position: Int

      static func < (left: Key, right: Key) -> Bool {
        if left.bucket != right.bucket { return left.bucket < right.bucket }
        if left.strength != right.strength { return left.strength < right.strength }
        if left.rank != right.rank { return left.rank > right.rank }
        return left.position < right.position
      }
    }
    let keys = offers.indices.map { position in
      let offer = offers[position]
      let grant = offer.from.first.flatMap { first in
        entries[position].grants.first { $0.segment == first }
      }
      return Key(
        bucket: offer.bucket,
        strength: grant?.strength ?? Int.max,
        rank: entries[position].service.rank,
        position: position
      )
    }
    return keys.sorted().map { offers[$0.position] }
  }
}

extension ServiceOffer {
  /// Whether it has hours and they are not now.
  package var isClosed: Bool {
    guard case .closed = availability else { return false }
    return true
  }

  /// To offer first, waiting, closed, to ask first, broken, refused.
  fileprivate var bucket: Int {
    switch answer {
    case .in: isClosed ? 2 : waits == nil ? 0 : 1
    case .unknown: 3
    case .broken: 4
    case .out: 5
    }
  }
}
