extension OfferResolver {
  /// Of each group keeps the highest rank that is open now, or, all being closed, the highest rank and
  /// those that open earlier; the others say what the customer gets instead.
  func chooseOfGroups(_ offers: inout [ServiceOffer]) {
    let groups = Dictionary(
      grouping: offers.indices.filter { offers[$0].answer == .in },
      by: { offers[$0].service.group }
    )
    for (group, members) in groups where group != nil && members.count > 1 {
      let ranked = members.sorted { left, right in
        let (left, right) = (offers[left].service, offers[right].service)
        return left.rank == right.rank ? left.id < right.id : left.rank > right.rank
      }
      if let best = ranked.first(where: { !offers[$0].isClosed }) {
        let better = ranked.prefix { $0 != best }
        offers[best].better = better.first.map { offers[$0].id }
        for lesser in ranked.dropFirst(better.count + 1) {
          yield(&offers[lesser], to: offers[best])
        }
      } else if let best = ranked.first {
        for lesser in ranked.dropFirst() where !opensEarlier(offers[lesser], than: offers[best]) {
          yield(&offers[lesser], to: offers[best])
        }
      }
    }
  }

  private func yield(_ offer: inout ServiceOffer, to best: ServiceOffer) {
    offer.answer = .out
    offer.because = "they get \(name(of: best.service))"
    offer.waits = nil
  }

  private func opensEarlier(_ left: ServiceOffer, than right: ServiceOffer) -> Bool {
    guard case .closed(let first?) = left.availability else { return false }
    guard case .closed(let second?) = right.availability else { return true }
    return first < second
  }
}
