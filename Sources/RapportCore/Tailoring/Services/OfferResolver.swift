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
    /// Why those of other segments do not get it.
    let onlyFor: String
    /// Where the hours are in `schedules`; nil without hours.
    let schedule: Int?

    var service: Service { prepared.service }
  }

  struct Grant: Sendable {
    let segment: Segment.ID
    let name: String
    /// 0 is the strongest.
    let strength: Int
    /// Of the first segment with that id, in `segments`.
    let place: Int
  }

  let entries: [Entry]
  /// The segments by their strength.
  let segments: [Segment.ID]
  /// The places of all entries of each group with several, best first.
  let groups: [[Int]]
  /// By entry, 0 for the one that stands first among equals.
  private let order: [Int]
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
    segments = definitions.segments.map(\.id)
    let named = Set(definitions.segments.flatMap(\.services))
    var grants: [Service.ID: [Grant]] = [:]
    let places = Dictionary(segments.enumerated().map { ($1, $0) }) { first, _ in first }
    for (strength, segment) in definitions.segments.enumerated() where segment.status == .active {
      let grant = Grant(
        segment: segment.id,
        name: segment.name,
        strength: strength,
        place: places[segment.id] ?? strength
      )
      for service in segment.services { grants[service, default: []].append(grant) }
    }
    var schedules: [OpeningSchedule?] = []
    var known: [OpeningHours: Int] = [:]
    var found: [Problem] = []
    let entries = definitions.services.compactMap { service -> Entry? in
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
        onlyFor: "only for \(granting.map(\.name).joined(separator: ", "))",
        schedule: schedule
      )
    }
    self.entries = entries
    groups = Self.groups(entries)
    order = Self.order(entries)
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
    var sitting = OfferSitting(self, memberships, situation, customerZone: customerZone)
    var offers = entries.map { sitting.offer($0, read) }
    for place in offers.indices where offers[place].answer == .in && offers[place].isClosed {
      let closed = entries[place]
      guard let instead = closed.prepared.service.instead, let position = positions[instead],
        offers[position].answer != .in
      else { continue }
      let offer = sitting.offer(entries[position], insteadOf: closed, read)
      if offer.answer == .in { offers[position] = offer }
    }
    chooseOfGroups(&offers)
    sort(&offers, strengths: entries.map { sitting.strength($0) })
    return offers
  }

  /// Best first: what can be offered, for the stronger segment, of the higher rank.
  private func sort(_ offers: inout [ServiceOffer], strengths: [Int]) {
    struct Key: Comparable {
      let bucket: Int
      let strength: Int
      let order: Int
      let position: Int

      static func < (left: Key, right: Key) -> Bool {
        if left.bucket != right.bucket { return left.bucket < right.bucket }
        if left.strength != right.strength { return left.strength < right.strength }
        return left.order < right.order
      }
    }
    var sources = offers.indices.map { position in
      Key(
        bucket: offers[position].bucket,
        strength: strengths[position],
        order: order[position],
        position: position
      )
    }.sorted().map(\.position)
    // Along the circles of who comes where: an offer is much to copy.
    for start in sources.indices where sources[start] != start {
      var place = start
      while sources[place] != start {
        let next = sources[place]
        offers.swapAt(place, next)
        sources[place] = place
        place = next
      }
      sources[place] = place
    }
  }

  private static func order(_ entries: [Entry]) -> [Int] {
    let ranks = entries.map(\.prepared.service.rank)
    let sorted = entries.indices.sorted { (-ranks[$0], $0) < (-ranks[$1], $1) }
    var order = Array(repeating: 0, count: entries.count)
    for (place, position) in sorted.enumerated() { order[position] = place }
    return order
  }

  private static func groups(_ entries: [Entry]) -> [[Int]] {
    let members = Dictionary(grouping: entries.indices) { entries[$0].prepared.service.group }
    return members.compactMap { group, members in
      guard group != nil, members.count > 1 else { return nil }
      return members.sorted { left, right in
        let (left, right) = (entries[left].service, entries[right].service)
        return left.rank == right.rank ? left.id < right.id : left.rank > right.rank
      }
    }
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
