/// The offers of one contact at one moment: what all services share is worked out once.
struct OfferSitting {
  private let memberships: [Membership]
  /// By place of the segment; nil where it is not among the memberships.
  private let positions: [Int?]
  /// By position of the membership, once it was wanted.
  private var whys: [String?]
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
    positions = Self.positions(memberships, resolver.segments)
    whys = Array(repeating: nil, count: memberships.count)
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

  /// Where each segment is among the memberships, which are in the same order.
  private static func positions(
    _ memberships: [Membership],
    _ segments: [Segment.ID]
  ) -> [Int?] {
    var positions: [Int?] = Array(repeating: nil, count: segments.count)
    var next = 0
    for position in memberships.indices {
      let id = memberships[position].segment
      let place =
        segments[next...].firstIndex(of: id) ?? segments[..<next].firstIndex(of: id)
      guard let place else { continue }
      positions[place] = position
      next = place + 1
    }
    return positions
  }

  mutating func offer(
    _ entry: OfferResolver.Entry,
    insteadOf closed: OfferResolver.Entry? = nil,
    _ read: RuleReading.Reader
  ) -> ServiceOffer {
    let prepared = entry.prepared
    let from = entry.grants.filter { answer($0) == .in }
    var reading = grant(entry, from)
    if let closed {
      reading = RuleReading(.in, because: "instead of \(closed.name), which is closed")
    }
    if reading.answer != .out, let refusal = refusal(prepared) {
      reading = RuleReading(.out, because: refusal)
    }
    if reading.answer != .out { reading = combine(reading, eligibility(prepared, read)) }
    var offer = ServiceOffer(
      prepared: prepared,
      from: from.map(\.segment),
      answer: reading.answer,
      because: reading.because,
      availability: entry.schedule.map { availabilities[$0] } ?? .always,
      status: entry.schedule.map { statuses[$0] } ?? ""
    )
    if offer.isClosed { offer.instead = prepared.service.instead }
    if offer.answer == .in || offer.answer == .unknown { offer.waits = waits }
    return offer
  }

  /// Of the strongest segment that grants it.
  func strength(_ entry: OfferResolver.Entry) -> Int {
    entry.grants.first { answer($0) == .in }?.strength ?? Int.max
  }

  private func answer(_ grant: OfferResolver.Grant) -> Membership.Answer? {
    positions[grant.place].map { memberships[$0].answer }
  }

  private mutating func grant(
    _ entry: OfferResolver.Entry,
    _ from: [OfferResolver.Grant]
  ) -> RuleReading {
    if entry.grants.isEmpty { return RuleReading(.in, because: "for everybody") }
    if !from.isEmpty { return RuleReading(.in, because: "for \(list(from))") }
    guard let strongest = entry.grants.first(where: { answer($0) == .unknown }) else {
      return RuleReading(.out, because: entry.onlyFor)
    }
    let why = positions[strongest.place].map { askFirst($0) } ?? ""
    if !why.isEmpty { return RuleReading(.unknown, because: why) }
    let unknown = entry.grants.filter { answer($0) == .unknown }
    return RuleReading(.unknown, because: "ask first: \(list(unknown)) not known yet")
  }

  /// `ask first: not known: orders`; empty where the membership says nothing.
  private mutating func askFirst(_ position: Int) -> String {
    if let known = whys[position] { return known }
    let why = memberships[position].why
    let words = why.isEmpty ? "" : "ask first: \(why)"
    whys[position] = words
    return words
  }

  /// Why the service cannot be offered in this contact to anybody; nil where it can.
  private func refusal(_ prepared: PreparedService) -> String? {
    if !prepared.mayBeRefused { return nil }
    let service = prepared.service
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

  private func eligibility(
    _ prepared: PreparedService,
    _ read: RuleReading.Reader
  ) -> RuleReading {
    if let broken = prepared.service.broken {
      return RuleReading(.broken, because: "cannot be used: \(broken.message)")
    }
    guard let rule = prepared.service.eligibility else { return RuleReading(.in, because: "") }
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
