extension OfferResolver {
  /// Of each group keeps the highest rank that is open now, or, all being closed, the highest rank and
  /// those that open earlier; the others say what the customer gets instead.
  func chooseOfGroups(_ offers: inout [ServiceOffer]) {
    for group in groups {
      let ranked = group.filter { offers[$0].answer == .in }
      guard ranked.count > 1 else { continue }
      if let best = ranked.first(where: { !offers[$0].isClosed }) {
        let better = ranked.prefix { $0 != best }
        offers[best].better = better.first.map { offers[$0].id }
        for lesser in ranked.dropFirst(better.count + 1) { yield(&offers, lesser, to: best) }
      } else if let best = ranked.first {
        for lesser in ranked.dropFirst() where !opensEarlier(offers[lesser], than: offers[best]) {
          yield(&offers, lesser, to: best)
        }
      }
    }
  }

  private func yield(_ offers: inout [ServiceOffer], _ lesser: Int, to best: Int) {
    offers[lesser].answer = .out
    offers[lesser].because = "they get \(entries[best].name)"
    offers[lesser].waits = nil
  }

  private func opensEarlier(_ left: ServiceOffer, than right: ServiceOffer) -> Bool {
    guard case .closed(let first?) = left.availability else { return false }
    guard case .closed(let second?) = right.availability else { return true }
    return first < second
  }
}
