/// The orders behind `behavioral.orders`, `lastOrder` and `spend12m`, made to agree with them.
struct OrderHistory {
  struct Order {
    var day: CivilDay
    var cents: Int
    var state: String
  }

  /// Oldest first.
  var orders: [Order] = []

  init(of profile: Profile, seed: UInt64, today: CivilDay) {
    guard let count = profile.behavioral.orders, count > 0,
      let since = profile.since ?? profile.behavioral.lastOrder
    else { return }
    var random = SplitMix64(seed: seed, stream: .orders, profile.number, profile.isAccount ? 1 : 0)
    let first = since.daysSinceEpoch
    let last = max(first, (profile.behavioral.lastOrder ?? today).daysSinceEpoch)
    var days = (0..<count - 1).map { _ in
      first + random.below(last - first + 1)
    }
    days.append(last)
    days.sort()
    for day in days {
      let cents = Self.price(isAccount: profile.isAccount, random: &random)
      orders.append(Order(day: CivilDay(day), cents: cents, state: "paid"))
    }
    settle(on: profile.behavioral.spend12m, today: today)
    if random.chance(8) { addUnpaid(random: &random) }
  }

  /// Paid in the last 365 days, in cents; nil where nothing is known of orders.
  static func spend(of profile: Profile, seed: UInt64, today: CivilDay) -> Int? {
    guard let orders = profile.behavioral.orders else { return nil }
    let history = OrderHistory(of: profile, seed: seed, today: today)
    return history.orders.isEmpty && orders > 0 ? nil : history.paid(upTo: today)
  }

  func paid(upTo today: CivilDay) -> Int {
    orders.filter { $0.state == "paid" && $0.day.daysSinceEpoch > today.daysSinceEpoch - 365 }
      .reduce(0) { $0 + $1.cents }
  }

  /// Spreads a known sum evenly over the orders of the last year.
  private mutating func settle(on spend: Int?, today: CivilDay) {
    guard let spend, spend != paid(upTo: today) else { return }
    let recent = orders.indices.filter {
      orders[$0].day.daysSinceEpoch > today.daysSinceEpoch - 365
    }
    guard let last = recent.last else { return }
    let share = spend / recent.count
    for index in recent { orders[index].cents = share }
    orders[last].cents = spend - share * (recent.count - 1)
  }

  /// An order that was sent back or cancelled; it does not count as one.
  private mutating func addUnpaid(random: inout SplitMix64) {
    guard let some = random.pick(orders) else { return }
    let state = random.chance(65) ? "refunded" : "cancelled"
    let position = orders.firstIndex { $0.day.daysSinceEpoch > some.day.daysSinceEpoch }
    let unpaid = Order(day: some.day, cents: some.cents / 2 + 990, state: state)
    orders.insert(unpaid, at: position ?? orders.endIndex)
  }

  private static func price(isAccount: Bool, random: inout SplitMix64) -> Int {
    let isBike = random.chance(isAccount ? 45 : 11)
    let euros = isBike ? random.within(549...3_899) : random.within(9...139)
    let many = isAccount && isBike ? random.within(1...6) : 1
    return (euros * 100 + (random.chance(70) ? 90 : 0)) * many
  }
}

extension Profile {
  /// The customer as they were on an earlier day, as far as orders tell.
  func rewound(to day: CivilDay, seed: UInt64, today: CivilDay) -> Profile {
    guard let last = behavioral.lastOrder, last.daysSinceEpoch > day.daysSinceEpoch else {
      return self
    }
    let past = OrderHistory(of: self, seed: seed, today: today).orders.filter {
      $0.state == "paid" && $0.day.daysSinceEpoch <= day.daysSinceEpoch
    }
    var earlier = self
    earlier.behavioral.orders = past.count
    earlier.behavioral.lastOrder = past.last?.day
    return earlier
  }
}
