import JSONLogic
import RapportCore

@testable import RapportTUI

/// Counts the customers of a store in memory one by one.
struct MemoryCounts {
  let store: PreviewStore
  let knowledge: Knowledge

  private func answers(at moment: Instant) -> [(Customer, [Segment.ID: Membership.Answer])] {
    let evaluator = MembershipEvaluator(knowledge.definitions, at: moment)
    return store.customers.values.sorted { $0.id < $1.id }.map { customer in
      let facts = CustomerFacts(customer)
      let answers = knowledge.definitions.segments.map { segment in
        (segment.id, evaluator.membership(of: facts, in: segment).answer)
      }
      return (customer, Dictionary(answers) { first, _ in first })
    }
  }

  private var active: [Segment.ID] {
    knowledge.definitions.segments.filter { $0.status == .active }.map(\.id)
  }

  func overview(at moment: Instant) -> SegmentOverview {
    let all = answers(at: moment)
    var overview = SegmentOverview(customers: all.count)
    overview.sizes = knowledge.definitions.segments.map { segment in
      var size = SegmentSize(id: segment.id)
      for (_, answers) in all { size.counts.add(Answer(answers[segment.id] ?? .out)) }
      return size
    }
    overview.inNone = customers(.inNone, at: moment).count
    overview.inSeveral = customers(.inSeveral, at: moment).count
    return overview
  }

  var identities: CustomerIdentities {
    let known = store.customers.values
    return CustomerIdentities(
      identified: known.count { CustomerPresentation($0).hasName },
      reachable: known.count { !$0.phones.isEmpty || !$0.emails.isEmpty },
      likelyDuplicates: 2,
      anonymousContacts: 1
    )
  }

  private func customers(_ group: CustomerGroup, at moment: Instant) -> [Customer] {
    answers(at: moment).filter { _, answers in
      let count = active.count { answers[$0] == .in }
      return switch group {
      case .everybody: true
      case .members(let ids): ids.allSatisfy { answers[$0] == .in }
      case .notKnown(let id): answers[id] == .unknown
      case .rest(let id): answers[id] != .in
      case .inNone: count == 0
      case .inSeveral: count > 1
      }
    }.map(\.0)
  }

  func contrast(
    _ first: CustomerGroup,
    _ second: CustomerGroup,
    at moment: Instant
  ) -> GroupContrast {
    let groups = (customers(first, at: moment), customers(second, at: moment))
    let attributes = knowledge.definitions.catalog.sorted.filter { !$0.personal }
    let contrasts = attributes.map { attribute in
      var tally = AttributeTally(attribute, zone: TimeZones.utc)
      for customer in groups.0 {
        tally.add(CustomerFacts(customer).value(at: attribute.path), first: 1, second: 0)
      }
      for customer in groups.1 {
        tally.add(CustomerFacts(customer).value(at: attribute.path), first: 0, second: 1)
      }
      return tally.contrast
    }
    return GroupContrast(first: groups.0.count, second: groups.1.count, attributes: contrasts)
  }

  func overlaps(_ ids: [Segment.ID], at moment: Instant) -> OverlapMatrix {
    OverlapMatrix(
      ids: ids,
      shared: ids.map { row in ids.map { customers(.members([row, $0]), at: moment).count } }
    )
  }

  func members(_ query: MemberQuery, at moment: Instant) -> MemberPage {
    let all = customers(query.group, at: moment).filter { customer in
      query.text.isEmpty
        || CustomerPresentation(customer).name.lowercased().contains(query.text.lowercased())
    }
    let rows = all.dropFirst(query.offset).prefix(query.limit).map { customer in
      MemberPage.Row(
        customer: customer,
        account: nil,
        values: query.columns.map { CustomerFacts(customer).value(at: $0) }
      )
    }
    return MemberPage(count: all.count, offset: query.offset, rows: Array(rows))
  }
}
