import JSONLogic
import RapportCore

@testable import RapportTUI

/// Counts the customers of a store in memory one by one.
struct MemoryCounts {
  let store: PreviewStore
  let knowledge: Knowledge

  private func memberships(at moment: Instant) -> [(Customer, [Membership])] {
    store.customers.values.sorted { $0.id < $1.id }
      .map { ($0, knowledge.evaluate(KnownCustomer($0), moment)) }
  }

  func overview(at moment: Instant) -> SegmentOverview {
    let all = memberships(at: moment)
    var overview = SegmentOverview(customers: all.count)
    overview.sizes = knowledge.definitions.segments.map { segment in
      var size = SegmentSize(id: segment.id)
      for (_, memberships) in all {
        let answer = memberships.first { $0.segment == segment.id }?.answer ?? .out
        size.counts.add(Answer(answer))
      }
      return size
    }
    for (_, memberships) in all {
      let count = memberships.count { $0.answer == .in }
      if count == 0 { overview.inNone += 1 }
      if count > 1 { overview.inSeveral += 1 }
    }
    return overview
  }
}
