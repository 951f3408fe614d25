/// The offers of one contact at one moment: what all services share is worked out once.
struct OfferSitting {
  private let memberships: [Membership]
  private let positions: [Segment.ID: Int]
  private let situation: Situation
  private let intents: [Intent.ID: Intent]
  private let today: CalendarDate
  /// By schedule.
  private let availabilities: [ServiceOffer.Availability]
  private let statuses: [String]
  private let waits: String?

  init(
    _ resolver: OfferResolver,
    _ memberships: [Membership],
    _ situation: Situation,
    customerZone: Zone?
  ) {
    self.memberships = memberships
    var positions: [Segment.ID: Int] = [:]
    for position in memberships.indices { positions[memberships[position].segment] = position }
    self.positions = positions
    self.situation = situation
    intents = resolver.intents
    today = resolver.zone.date(situation.now)
    let words = OpeningWords(now: situation.now, here: resolver.zone, there: customerZone)
    availabilities = resolver.schedules.map {
      $0?.availability(at: situation.now) ?? .closed(opens: nil)
    }
    statuses = zip(resolver.schedules, availabilities).map { schedule, availability in
      schedule == nil ? "" : words.status(availability, hasHours: true)
    }
    switch situation.intent.flatMap({ resolver.intents[$0]?.offers }) ?? .always {
    case .never: waits = "not in this contact"
    case .afterSolution: waits = "after the solution"
    case .always: waits = situation.mood == .upset ? "after the solution" : nil
    }
  }

  func offer(
    _ entry: OfferResolver.Entry,
    insteadOf closed: Service? = nil,
    _ read: RuleReading.Reader
  ) -> ServiceOffer {
    let service = entry.service
    let from = entry.grants.filter { answer($0) == .in }
    var reading = grant(entry, from)
    if let closed {
      let name = closed.name.text(preferring: ["en"]) ?? closed.id.rawValue
      reading = RuleReading(.in, because: "instead of \(name), which is closed")
    }
    if reading.answer != .out, let refusal = refusal(service) {
      reading = RuleReading(.out, because: refusal)
    }
    if reading.answer != .out { reading = combine(reading, eligibility(service, read)) }
    var offer = ServiceOffer(
      prepared: entry.prepared,
      from: from.map(\.segment),
      answer: reading.answer,
      because: reading.because,
      availability: entry.schedule.map { availabilities[$0] } ?? .always,
      status: entry.schedule.map { statuses[$0] } ?? ""
    )
    if offer.isClosed { offer.instead = service.instead }
    if offer.answer == .in || offer.answer == .unknown { offer.waits = waits }
    return offer
  }

  private func answer(_ grant: OfferResolver.Grant) -> Membership.Answer? {
    positions[grant.segment].map { memberships[$0].answer }
  }

  private func grant(_ entry: OfferResolver.Entry, _ from: [OfferResolver.Grant]) -> RuleReading {
    if entry.grants.isEmpty { return RuleReading(.in, because: "for everybody") }
    if !from.isEmpty { return RuleReading(.in, because: "for \(list(from))") }
    let unknown = entry.grants.filter { answer($0) == .unknown }
    guard let strongest = unknown.first else {
      return RuleReading(.out, because: "only for \(list(entry.grants))")
    }
    let why = positions[strongest.segment].map { memberships[$0].why } ?? ""
    return RuleReading(
      .unknown,
      because: "ask first: \(why.isEmpty ? "\(list(unknown)) not known yet" : why)"
    )
  }

  /// Why the service cannot be offered in this contact to anybody; nil where it can.
  private func refusal(_ service: Service) -> String? {
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
    if let broken = service.broken {
      return RuleReading(.broken, because: "cannot be used: \(broken.message)")
    }
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
      rule.because.isEmpty ? grant : RuleReading(.in, because: "\(grant.because); \(rule.because)")
    }
  }

  private func list(_ grants: [OfferResolver.Grant]) -> String {
    grants.map(\.name).joined(separator: ", ")
  }

  private func words(_ date: CalendarDate) -> String {
    "\(date.day) \(OpeningWords.months[date.month - 1]) \(date.year)"
  }
}

extension Channel {
  /// As a sentence has it: `e-mail`.
  package var words: String {
    switch self {
    case .phone: "phone"
    case .email: "e-mail"
    case .chat: "chat"
    case .social: "social media"
    }
  }
}
