/// Decides which services may be offered, and says why or why not.
///
/// A service is granted by the segments that name it; one that no segment names is for everybody. Its
/// rule, channel, dates and the reason of the contact may take it away again. Of a group the customer gets
/// the highest rank that is open now.
package struct OfferResolver: Sendable {
  /// A service with what can be prepared before anybody calls.
  struct Entry: Sendable {
    var service: Service
    /// Active segments that grant it, strongest first; empty means everybody.
    var grants: [Segment.ID]
    /// Where the hours are in `schedules`; nil without hours.
    var schedule: Int?
  }

  let entries: [Entry]
  /// Each different set of hours once; nil where its time zone does not exist.
  let schedules: [OpeningSchedule?]
  private let names: [Segment.ID: String]
  /// Of active segments, 0 is the strongest.
  let strengths: [Segment.ID: Int]
  private let intents: [Intent.ID: Intent]
  private let zone: Zone

  package init(_ definitions: Definitions) {
    let active = definitions.segments.filter { $0.status == .active }
    names = Dictionary(active.map { ($0.id, $0.name) }) { first, _ in first }
    strengths = Dictionary(active.enumerated().map { ($1.id, $0) }) { first, _ in first }
    intents = Dictionary(definitions.intents.map { ($0.id, $0) }) { first, _ in first }
    zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    let named = Set(definitions.segments.flatMap(\.services))
    var grants: [Service.ID: [Segment.ID]] = [:]
    for segment in active {
      for service in segment.services { grants[service, default: []].append(segment.id) }
    }
    var schedules: [OpeningSchedule?] = []
    var positions: [OpeningHours: Int] = [:]
    entries = definitions.services.compactMap { service in
      let granting = grants[service.id] ?? []
      // Only drafts and retired segments name it: it is nobody's now.
      if granting.isEmpty, named.contains(service.id) { return nil }
      let schedule = service.hours.map { hours in
        if let position = positions[hours] { return position }
        positions[hours] = schedules.count
        schedules.append(OpeningSchedule(hours))
        return schedules.count - 1
      }
      return Entry(service: service, grants: granting, schedule: schedule)
    }
    self.schedules = schedules
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
    let answers = Dictionary(memberships.map { ($0.segment, $0.answer) }) { first, _ in first }
    let words = OpeningWords(now: situation.now, here: zone, there: customerZone)
    let open = schedules.map { $0?.availability(at: situation.now) ?? .closed(opens: nil) }
    let waits = waiting(situation)
    var offers = entries.map { entry in
      offer(entry, answers, situation, open, words, waits, isInstead: nil, read)
    }
    standIn(&offers, answers, situation, open, words, waits, read)
    chooseOfGroups(&offers)
    return offers.enumerated().sorted { left, right in
      let keys = (key(left.element), key(right.element))
      return keys.0 == keys.1
        ? left.offset < right.offset : keys.0.lexicographicallyPrecedes(keys.1)
    }.map(\.element)
  }

  /// Adds what stands in for a closed service to a customer who would not get it otherwise.
  private func standIn(
    _ offers: inout [ServiceOffer],
    _ answers: [Segment.ID: Membership.Answer],
    _ situation: Situation,
    _ open: [ServiceOffer.Availability],
    _ words: OpeningWords,
    _ waits: String?,
    _ read: RuleReading.Reader
  ) {
    for closed in offers where closed.answer == .in && closed.isClosed {
      guard let instead = closed.service.instead,
        let position = entries.firstIndex(where: { $0.service.id == instead }),
        offers[position].answer != .in
      else { continue }
      let offer = offer(
        entries[position],
        answers,
        situation,
        open,
        words,
        waits,
        isInstead: closed.service,
        read
      )
      if offer.answer == .in { offers[position] = offer }
    }
  }

  private func offer(
    _ entry: Entry,
    _ answers: [Segment.ID: Membership.Answer],
    _ situation: Situation,
    _ open: [ServiceOffer.Availability],
    _ words: OpeningWords,
    _ waits: String?,
    isInstead closed: Service?,
    _ read: RuleReading.Reader
  ) -> ServiceOffer {
    let service = entry.service
    let from = entry.grants.filter { answers[$0] == .in }
    var reading = grant(entry, from, answers)
    if let closed {
      reading = RuleReading(.in, because: "instead of \(name(of: closed)), which is closed")
    }
    if reading.answer != .out, let refusal = refusal(service, situation) {
      reading = RuleReading(.out, because: refusal)
    }
    if reading.answer != .out { reading = combine(reading, eligibility(service, read)) }
    let availability = entry.schedule.map { open[$0] } ?? .always
    var offer = ServiceOffer(
      service: service,
      from: from,
      answer: reading.answer,
      because: reading.because,
      availability: availability,
      say: [],
      status: words.status(availability, hasHours: service.hours != nil)
    )
    if offer.isClosed { offer.instead = service.instead }
    if offer.answer == .in || offer.answer == .unknown { offer.waits = waits }
    return offer
  }

  private func grant(
    _ entry: Entry,
    _ from: [Segment.ID],
    _ answers: [Segment.ID: Membership.Answer]
  ) -> RuleReading {
    if entry.grants.isEmpty { return RuleReading(.in, because: "for everybody") }
    if !from.isEmpty { return RuleReading(.in, because: "for \(list(from))") }
    let unknown = entry.grants.filter { answers[$0] == .unknown }
    guard unknown.isEmpty else {
      return RuleReading(.unknown, because: "ask first: \(list(unknown)) not known yet")
    }
    return RuleReading(.out, because: "only for \(list(entry.grants))")
  }

  /// Why the service cannot be offered in this contact to anybody; nil where it can.
  private func refusal(_ service: Service, _ situation: Situation) -> String? {
    let today = zone.date(situation.now)
    if let from = service.validFrom, today < from { return "not before \(words(from))" }
    if let until = service.validUntil, until < today { return "ended on \(words(until))" }
    if !service.channels.isEmpty, !service.channels.contains(situation.channel) {
      let channels = service.channels.map(\.words).joined(separator: ", ")
      return "not by \(situation.channel.words), only by \(channels)"
    }
    if let intent = situation.intent, service.notForIntents.contains(intent) {
      let title = intents[intent]?.title.text(preferring: ["en"]) ?? intent.rawValue
      return "not with the reason \"\(title)\""
    }
    return nil
  }

  private func eligibility(_ service: Service, _ read: RuleReading.Reader) -> RuleReading {
    if let broken = service.broken { return RuleReading(.broken, because: broken.message) }
    guard let rule = service.eligibility else { return RuleReading(.in, because: "") }
    let reading = read(rule)
    switch reading.answer {
    case .in, .broken: return reading
    case .out: return RuleReading(.out, because: "not for them: \(reading.because)")
    case .unknown: return RuleReading(.unknown, because: "ask first: \(reading.because)")
    }
  }

  private func combine(_ grant: RuleReading, _ rule: RuleReading) -> RuleReading {
    switch (grant.answer, rule.answer) {
    case (_, .out), (_, .broken): rule
    case (.unknown, _): grant
    case (_, .unknown): rule
    default:
      RuleReading(
        .in,
        because: [grant.because, rule.because].filter { !$0.isEmpty }.joined(separator: "; ")
      )
    }
  }

  private func waiting(_ situation: Situation) -> String? {
    switch situation.intent.flatMap({ intents[$0]?.offers }) ?? .always {
    case .never: "not in this contact"
    case .afterSolution: "after the solution"
    case .always: situation.mood == .upset ? "after the solution" : nil
    }
  }

  private func list(_ segments: [Segment.ID]) -> String {
    segments.map { names[$0] ?? $0.rawValue }.joined(separator: ", ")
  }

  func name(of service: Service) -> String {
    service.name.text(preferring: ["en"]) ?? service.id.rawValue
  }

  private func words(_ date: CalendarDate) -> String {
    "\(date.day) \(OpeningWords.months[date.month - 1]) \(date.year)"
  }
}
