/// What one customer bought: paid orders only.
package struct Purchases: Hashable, Sendable {
  package var last: CalendarDate
  package var count: Int
  package var spend: Double

  package init(last: CalendarDate, count: Int, spend: Double) {
    self.last = last
    self.count = count
    self.spend = spend
  }
}

/// Scores purchases among those of all buyers.
///
/// A score is ceil(5 * rank / n), where equal buyers share their average rank, so that they get equal
/// scores. Where more than 40 % of all bought equally often, the number of orders is scored by
/// fixed steps instead, since ranks would tell few apart. Fewer than 50 buyers make three classes (1,
/// 3 and 5), as five would be a few people each.
package struct PurchaseScale: Sendable {
  private let recencies: [Int]
  private let counts: [Int]
  private let spends: [Double]
  private let classes: Double
  private let hasFixedCounts: Bool

  private static let fewBuyers = 50

  package init(_ buyers: [Purchases]) {
    recencies = buyers.map(\.last.daysSinceEpoch).sorted()
    counts = buyers.map(\.count).sorted()
    spends = buyers.map(\.spend).sorted()
    classes = buyers.count < Self.fewBuyers ? 3 : 5
    let frequent = Dictionary(counts.map { ($0, 1) }, uniquingKeysWith: +).values.max() ?? 0
    hasFixedCounts = Double(frequent) > 0.4 * Double(buyers.count)
  }

  package func scores(_ purchases: Purchases) -> PurchaseScores {
    PurchaseScores(
      recency: score(purchases.last.daysSinceEpoch, among: recencies),
      frequency: hasFixedCounts
        ? Self.fixed(purchases.count) : score(purchases.count, among: counts),
      spend: score(purchases.spend, among: spends)
    )
  }

  private static func fixed(_ count: Int) -> Int {
    switch count {
    case ...1: 1
    case 2: 2
    case 3...4: 3
    case 5...7: 4
    default: 5
    }
  }

  private func score<Value: Comparable>(_ value: Value, among sorted: [Value]) -> Int {
    guard !sorted.isEmpty else { return 1 }
    let below = Self.position(in: sorted) { $0 < value }
    let notAbove = Self.position(in: sorted) { $0 <= value }
    let rank = Double(below) + Double(notAbove - below + 1) / 2
    let level = min(classes, max(1, (classes * rank / Double(sorted.count)).rounded(.up)))
    return classes == 3 ? Int(level) * 2 - 1 : Int(level)
  }

  /// How many of the first values fulfil a condition that the later ones do not.
  private static func position<Value>(in sorted: [Value], where holds: (Value) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(sorted[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
