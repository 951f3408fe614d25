/// One finished contact of the journal, made from the event and the customer alone.
struct DemoContact {
  var id: String
  var at: Int
  var customer: String
  var agent: String
  var channel: String
  var intent: String
  var script: DemoCatalog.Script?
  var segments: [(id: String, revision: Int)]
  var unknown: [(id: String, revision: Int)]
  var tone: String
  var isUpset: Bool
  var outcome: String
  var handleSeconds: Int
  var offered: DemoCatalog.Service?
  var isAccepted: Bool
  var isVerified: Bool
  var note: String?
  /// The day by which the agent promises to come back.
  var promised: CivilDay?
  /// Whether the agent comes back as promised in the contact before it.
  var keepsPromise: Bool
  /// Whether it takes up the contact before it.
  var continuesEarlier: Bool
  var asks: [(id: String, value: String)]
  /// The generator after the contact, for what follows from it.
  var random: SplitMix64
}

extension DemoContact {
  /// The id alone, without making the rest.
  static func id(_ event: Timeline.Event, of profile: Profile, seed: UInt64) -> String {
    var random = generator(event, of: profile, seed: seed)
    return ULID.text(seconds: event.at, random: &random)
  }

  init(_ event: Timeline.Event, in timeline: Timeline, store: DemoStore) {
    let profile = timeline.profiles[event.customer]
    var random = Self.generator(event, of: profile, seed: store.seed)
    id = ULID.text(seconds: event.at, random: &random)
    at = event.at
    customer = profile.id
    let day = CivilDay(secondsSinceEpoch: event.at)
    let answers = DemoMemberships(
      of: profile.rewound(to: day, seed: store.seed, today: store.today),
      account: timeline.account(of: profile),
      today: day
    )
    let members = answers.isIn
    segments = store.catalog.revisions(members, on: day, today: store.today)
    unknown = store.catalog.revisions(answers.unknown, on: day, today: store.today)
    tone = store.catalog.tone(of: members)
    let picked = ContactReason.pick(for: profile, random: &random)
    let reason = event.keeps.map { Self.reason($0, of: profile, seed: store.seed) } ?? picked
    intent = reason
    let isMobile = members.contains("mobile-first")
    channel =
      random.weighted([
        ("phone", 45), ("email", 30), ("chat", isMobile ? 50 : 20),
      ]) ?? "phone"
    agent = Self.agent(for: profile, random: &random)
    script = store.catalog.script(
      intent: reason,
      channel: channel,
      members: members,
      tone: tone
    )
    let isDoubtful = members.contains("slipping-away")
    let ending =
      random.weighted([
        ("resolved", isDoubtful ? 55 : 80), ("unresolved", 8), ("escalated", 4),
      ]) ?? "resolved"
    promised = event.promised
    keepsPromise = event.keeps != nil
    outcome = promised == nil ? ending : "follow-up"
    let upsetting = ["billing-dispute", "damaged-delivery", "warranty-claim", "stolen-bike"]
    isUpset = random.chance(upsetting.contains(reason) ? 28 : 3)
    let base = ["phone": 190, "email": 260, "chat": 230][channel] ?? 200
    handleSeconds = base + Int(random.skewed(3) * 900) + random.below(120)
    let canOffer = outcome == "resolved" && !isUpset && random.chance(30)
    offered =
      canOffer
      ? store.catalog.offer(intent: reason, channel: channel, members: members) : nil
    isAccepted = offered != nil && random.chance(34)
    isVerified = profile.geographic.postcode != nil && random.chance(channel == "phone" ? 70 : 25)
    note = random.chance(55) ? random.pick(store.texts.contactNotes[reason] ?? []) : nil
    asks = (script?.asks ?? []).compactMap { Self.ask($0, profile: profile, random: &random) }
    let continues = random.chance(4)
    continuesEarlier = keepsPromise || event.ordinal > 0 && continues
    self.random = random
  }

  private static func generator(
    _ event: Timeline.Event,
    of profile: Profile,
    seed: UInt64
  ) -> SplitMix64 {
    generator(event.written.map { -1 - $0 } ?? event.ordinal, of: profile, seed: seed)
  }

  private static func generator(_ ordinal: Int, of profile: Profile, seed: UInt64) -> SplitMix64 {
    let number = profile.isAccount ? -profile.number : profile.number
    return SplitMix64(seed: seed, stream: .contact, number, ordinal)
  }

  /// What a contact that keeps no promise is about.
  private static func reason(_ ordinal: Int, of profile: Profile, seed: UInt64) -> String {
    var random = generator(ordinal, of: profile, seed: seed)
    // The id comes first, and takes as much of the generator at any time.
    _ = ULID.text(seconds: 0, random: &random)
    return ContactReason.pick(for: profile, random: &random)
  }

  /// Somebody who speaks the language and works at that hour.
  private static func agent(for profile: Profile, random: inout SplitMix64) -> String {
    if profile.offset <= -3 { return random.weighted([("jr", 8), ("rt", 2)]) ?? "jr" }
    if profile.offset >= 5 { return random.weighted([("eo", 8), ("an", 2)]) ?? "eo" }
    if profile.account != nil || profile.isAccount {
      return random.weighted([("dw", 7), ("mk", 2), ("lb", 1)]) ?? "dw"
    }
    switch profile.language {
    case "de", nil:
      return random.weighted([("mk", 55), ("lb", 15), ("sy", 10), ("tv", 20)]) ?? "mk"
    case "es": return random.weighted([("cv", 8), ("an", 2)]) ?? "cv"
    case "nl", "fr": return "tv"
    case "tr": return "sy"
    default: return random.weighted([("an", 6), ("tv", 3), ("mk", 1)]) ?? "an"
    }
  }

  private static func ask(
    _ id: String,
    profile: Profile,
    random: inout SplitMix64
  ) -> (id: String, value: String)? {
    switch id {
    case "orderNumber": (id, "NW-\(random.within(410_000...489_999))")
    case "contractNumber":
      (id, profile.behavioral.contractNumber ?? "FL-00\(random.within(10_000...89_999))")
    case "errorCode": (id, "E0\(random.within(1...9))")
    case "bikeCount": (id, String(random.within(5...40)))
    default: nil
    }
  }
}

extension DemoCatalog {
  /// Each with the version it had on that day: half a year ago one older than today.
  func revisions(
    _ ids: [String],
    on day: CivilDay,
    today: CivilDay
  ) -> [(id: String, revision: Int)] {
    let isOld = today.daysSinceEpoch - day.daysSinceEpoch > 180
    return segments.filter { ids.contains($0.id) }.map {
      ($0.id, max(1, $0.revision - (isOld ? 1 : 0)))
    }.sorted { $0.id < $1.id }
  }
}
