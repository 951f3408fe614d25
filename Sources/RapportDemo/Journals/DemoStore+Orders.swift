extension DemoStore {
  func writeOrders<Failure: Error>(
    into sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = RecordWriter()
    var orders: [(at: Int, customer: Int, order: OrderHistory.Order)] = []
    let profiles = journalProfiles()
    for (position, profile) in profiles.enumerated() {
      for order in OrderHistory(of: profile, seed: seed, today: today).orders {
        let second = 21_600 + (profile.number &* 7_919 &+ order.cents) % 54_000
        let at = min(now - 900, order.day.daysSinceEpoch * 86_400 + second)
        orders.append((at, position, order))
      }
    }
    orders.sort { ($0.at, $0.customer, $0.order.cents) < ($1.at, $1.customer, $1.order.cents) }
    for (ordinal, entry) in orders.enumerated() {
      var random = SplitMix64(seed: seed, stream: .orders, ordinal, -1)
      let id = ULID.text(seconds: entry.at, random: &random)
      writer.line { line in
        line.field("id", id)
        line.field("at", instant: entry.at)
        line.field("customer", profiles[entry.customer].id)
        line.field("amount", amount: entry.order.cents)
        line.field("currency", "EUR")
        line.field("state", entry.order.state)
      }
      try writer.flush(into: sink)
    }
    try writer.flush(into: sink, atLeast: 1)
  }

  /// Subscriptions: when they began, paused, went on and ended.
  func writeLifecycle<Failure: Error>(
    into sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var events: [(at: Int, customer: String, event: String)] = []
    for profile in journalProfiles() where !profile.isAccount {
      for (at, event) in lifecycle(of: profile) { events.append((at, profile.id, event)) }
    }
    events.sort { ($0.at, $0.customer) < ($1.at, $1.customer) }
    var writer = RecordWriter()
    for (ordinal, entry) in events.enumerated() {
      var random = SplitMix64(seed: seed, stream: .lifecycle, ordinal, -1)
      let id = ULID.text(seconds: entry.at, random: &random)
      writer.line { line in
        line.field("id", id)
        line.field("at", instant: entry.at)
        line.field("customer", entry.customer)
        line.field("event", entry.event)
      }
      try writer.flush(into: sink)
    }
    try writer.flush(into: sink, atLeast: 1)
  }

  private func lifecycle(of profile: Profile) -> [(at: Int, event: String)] {
    var random = SplitMix64(seed: seed, stream: .lifecycle, profile.number)
    let plan = profile.behavioral.subscription ?? "none"
    guard let since = profile.since, plan != "none" || random.chance(7) else { return [] }
    let days = max(3, today.daysSinceEpoch - since.daysSinceEpoch)
    let start = random.within(max(2, days / 4)...days - 1)
    func moment(_ ago: Int) -> Int {
      min(now - 900, (today.daysSinceEpoch - ago) * 86_400 + random.within(25_000...60_000))
    }
    var events = [(moment(start), "start")]
    if plan == "flex-year" {
      for year in stride(from: start - 365, through: 1, by: -365) {
        events.append((moment(year), "renew"))
      }
    }
    if plan == "paused" { events.append((moment(min(start - 1, random.within(1...80))), "pause")) }
    if plan == "none" { events.append((moment(start / 3), "cancel")) }
    return events
  }
}
