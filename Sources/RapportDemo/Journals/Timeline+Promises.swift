extension Timeline {
  /// Contacts that end with a promise, in percent.
  private static let promiseRate = 8.0
  /// How many days before today the promises lie that may still be open, and how many contacts of
  /// those days are looked at: in large stores there are very many.
  private static let openDays = 8
  private static let candidates = 2_000
  /// When each agent's open promises are due, in days from today.
  private static let openDues = [0, -2, 1, 0, -1]

  /// Lets some contacts promise to come back, and the next contact of the customer be just that.
  ///
  /// The contact that keeps a promise moves to the days after it, so that the order stays as it was.
  static func keepPromises(
    in events: inout [Event],
    of profile: Profile,
    seed: UInt64
  ) {
    let stream = profile.isAccount ? -profile.number : profile.number
    var random = SplitMix64(seed: seed, stream: .promises, stream)
    for position in events.indices.dropLast() {
      guard random.chance(promiseRate), events[position].keeps == nil else { continue }
      let made = events[position].at
      var days = random.within(1...5)
      let weekday = CivilDay(CivilDay(secondsSinceEpoch: made).daysSinceEpoch + days).weekday
      if weekday > 4 { days += 7 - weekday }
      let kept = min(
        events[position + 1].at,
        made + days * 86_400 + random.within(-3_600...3_600)
      )
      events[position + 1].at = kept
      events[position + 1].keeps = events[position].ordinal
      // Most are kept on the day, some a day early or late.
      let due = CivilDay(secondsSinceEpoch: kept).daysSinceEpoch + random.within(-5...5) / 5
      let first = CivilDay(secondsSinceEpoch: made).daysSinceEpoch
      events[position].promised = CivilDay(max(due, first))
    }
  }

  /// Leaves a handful of the newest promises of each agent open, some of them overdue.
  mutating func openPromises(store: DemoStore) {
    let oldest = store.now - Self.openDays * 86_400
    let first = events.firstIndex { $0.at >= oldest } ?? events.endIndex
    let step = (events.endIndex - first) / Self.candidates + 1
    var later: Set<Int> = []
    var open: [String: [Int]] = [:]
    for position in (first..<events.endIndex).reversed() {
      let event = events[position]
      guard later.insert(event.customer).inserted, event.written == nil, event.keeps == nil,
        position.isMultiple(of: step)
      else { continue }
      let contact = DemoContact(event, in: self, store: store)
      guard !contact.isUpset, contact.intent != "bereavement" else { continue }
      let ago = store.today.daysSinceEpoch - CivilDay(secondsSinceEpoch: event.at).daysSinceEpoch
      var dues = open[contact.agent] ?? Self.openDues
      guard let choice = dues.firstIndex(where: { (1...5).contains(ago + $0) }) else { continue }
      events[position].promised = CivilDay(store.today.daysSinceEpoch + dues.remove(at: choice))
      open[contact.agent] = dues
    }
  }
}
