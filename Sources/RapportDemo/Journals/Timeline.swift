import JSONLogic

/// Who got in touch when, over all customers of the journals, oldest first.
struct Timeline {
  struct Event {
    /// Seconds since 1970.
    var at: Int
    /// Position in `profiles`.
    var customer: Int
    /// The how-manieth contact of that customer, from 0.
    var ordinal: Int
    /// Position in history.json, where it is hand-written.
    var written: Int?
    /// The day by which the agent promises to come back.
    var promised: CivilDay?
    /// The ordinal of the contact whose promise this one keeps.
    var keeps: Int?
  }

  let profiles: [Profile]
  /// The accounts that people among `profiles` belong to, by id.
  let accounts: [String: Profile]
  var events: [Event] = []

  func account(of profile: Profile) -> Profile? { profile.account.flatMap { accounts[$0] } }
}

extension Timeline {
  /// Ten contacts a customer on average; people who order often or look after a fleet have more.
  init(_ store: DemoStore) {
    profiles = store.journalProfiles()
    accounts = Dictionary(
      profiles.lazy.filter(\.isAccount).map { ($0.id, $0) }
    ) { first, _ in first }
    let history = Material.json("history.json").arrayValue ?? []
    var written: Set<String> = []
    for (position, entry) in history.enumerated() {
      guard let id = entry["customer"]?.stringValue,
        let customer = profiles.firstIndex(where: { $0.id == id }),
        let at = Self.seconds(entry["at"]?.stringValue, today: store.today)
      else { continue }
      written.insert(id)
      events.append(
        Event(at: min(at, store.now - 1_200), customer: customer, ordinal: 0, written: position)
      )
    }
    let weights = profiles.map { written.contains($0.id) ? 0 : Self.weight($0) }
    let total = max(1, weights.reduce(0, +))
    let wanted = max(0, profiles.count * 10 - events.count)
    events.reserveCapacity(wanted + events.count)
    var sum = 0
    for (customer, weight) in weights.enumerated() {
      let before = sum * wanted / total
      sum += weight
      add(sum * wanted / total - before, to: customer, store: store)
    }
    events.sort { ($0.at, $0.customer, $0.ordinal) < ($1.at, $1.customer, $1.ordinal) }
    openPromises(store: store)
  }

  private static func weight(_ profile: Profile) -> Int {
    let orders = min(20, profile.behavioral.orders ?? 1)
    let contacts = (profile.behavioral.contacts90d ?? 0) * 5
    return 4 + orders * 3 + contacts + (profile.account == nil ? 0 : 6)
  }

  private mutating func add(_ count: Int, to customer: Int, store: DemoStore) {
    guard count > 0 else { return }
    let profile = profiles[customer]
    let stream = profile.isAccount ? -profile.number : profile.number
    var random = SplitMix64(seed: store.seed, stream: .contactTimes, stream)
    let tenure = profile.since.map { store.today.daysSinceEpoch - $0.daysSinceEpoch } ?? 400
    var times: [Int] = []
    for _ in 0..<count {
      let ago = Int(random.skewed(2) * Double(min(max(tenure, 1), 540)))
      var day = CivilDay(store.today.daysSinceEpoch - ago)
      if day.weekday > 4 && random.chance(70) { day.daysSinceEpoch -= 2 }
      let hour = random.within(7...20) - profile.offset
      var at = day.daysSinceEpoch * 86_400 + hour * 3_600 + random.below(3_600)
      while at > store.now - 1_200 { at -= 86_400 }
      times.append(at)
    }
    times.sort()
    var contacts = times.enumerated().map { ordinal, at in
      Event(at: at, customer: customer, ordinal: ordinal, written: nil)
    }
    Self.keepPromises(in: &contacts, of: profile, seed: store.seed)
    events += contacts
  }

  /// Reads `@-2T17:41:09Z`.
  private static func seconds(_ text: String?, today: CivilDay) -> Int? {
    guard let parts = text?.dropFirst().dropLast().split(separator: "T"), parts.count == 2,
      let days = Int(parts[0])
    else { return nil }
    let clock = parts[1].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3 else { return nil }
    let midnight = (today.daysSinceEpoch + days) * 86_400
    return midnight + clock[0] * 3_600 + clock[1] * 60 + clock[2]
  }
}

extension DemoStore {
  /// Those whose history the journals tell.
  func journalProfiles() -> [Profile] {
    let count = min(customers, Self.journalLimit)
    return heroes.map(\.profile) + (0..<count - heroes.count).map { maker.profile(at: $0) }
  }

  /// The account that a person belongs to.
  func account(of profile: Profile) -> Profile? {
    guard let id = profile.account, let number = Int(id.dropFirst(2)) else { return nil }
    return number >= ProfileMaker.firstAccount
      ? maker.account(number: number)
      : heroes.first { $0.profile.id == id }?.profile
  }
}
