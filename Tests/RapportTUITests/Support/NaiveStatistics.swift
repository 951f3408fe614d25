import JSONLogic
import RapportCore

@testable import RapportTUI

/// Counts by reading one customer after the other.
struct NaiveStatistics {
  let definitions: Definitions
  let customers: [Customer]
  let evaluator: MembershipEvaluator
  let now: Instant

  init(_ definitions: Definitions, _ customers: [Customer.ID: Customer], at now: Instant) {
    self.definitions = definitions
    self.customers = customers.values.sorted { $0.id < $1.id }
    evaluator = MembershipEvaluator(definitions, at: now)
    self.now = now
  }

  private func facts(_ customer: Customer) -> CustomerFacts {
    KnownCustomer(customer).facts(in: definitions, at: now)
  }

  func outcome(of trial: RuleTrial) -> RuleOutcome {
    var outcome = RuleOutcome(generation: trial.generation)
    outcome.microseconds = 400
    let old = definitions.segments.first { $0.id == trial.segment }
    var new = old ?? Segment(id: "new", name: "New", priority: 99)
    new.rule = try? Rule(trial.json ?? false, operations: RuleOperations.names)
    guard new.rule != nil else {
      outcome.failure = "the rule cannot be read"
      return outcome
    }
    var difference = SegmentDifference()
    var shared: [Segment.ID: Int] = [:]
    for customer in customers {
      let facts = facts(customer)
      let before = old.map { evaluator.membership(of: facts, in: $0) }
      let after = evaluator.membership(of: facts, in: new)
      difference.before.add(Self.answer(before?.answer ?? .out))
      difference.after.add(Self.answer(after.answer))
      func person(_ membership: Membership) -> RuleOutcome.Person {
        RuleOutcome.Person(
          id: customer.id,
          name: customer.name.full,
          because: membership.because.first?.text ?? ""
        )
      }
      let wasIn = before?.answer == .in
      if after.answer == .in, !wasIn {
        difference.joining += 1
        difference.joiners.append(customer.id)
        outcome.joiners.append(person(after))
      }
      if wasIn, after.answer != .in {
        difference.leaving += 1
        difference.leavers.append(customer.id)
        outcome.leavers.append(person(after))
      }
      if after.answer == .in {
        for other in definitions.segments where other.id != trial.segment {
          guard evaluator.membership(of: facts, in: other).answer == .in else { continue }
          shared[other.id, default: 0] += 1
        }
      }
      for (ids, mustBelong) in [(trial.members, true), (trial.nonmembers, false)]
      where ids.contains(customer.id) {
        outcome.pins.append(
          RuleOutcome.Pin(person: person(after), mustBelong: mustBelong, answer: after.answer)
        )
      }
    }
    let others = shared.map { RulePreview.Shared(segment: $0.key, count: $0.value) }
    outcome.preview = RulePreview(
      difference: difference,
      shared: others.sorted { ($1.count, $0.segment) < ($0.count, $1.segment) }
    )
    outcome.isComplete = true
    return outcome
  }

  /// Whom another status takes in or lets go.
  func turn(_ change: SegmentsChange) -> StatusTurn.State {
    guard let pair = change.pairs.first, let before = pair.before, let after = pair.after else {
      return .counting(nil)
    }
    let inUse = after.status == .active ? after : before
    let members = customers.filter {
      evaluator.membership(of: facts($0), in: inUse).answer == .in
    }
    let names = members.prefix(StatusTurn.samples).map { CustomerPresentation($0).title }
    return .counted(StatusTurn.People(count: members.count, names: names))
  }

  private static func answer(_ answer: Membership.Answer) -> Answer {
    switch answer {
    case .in: .in
    case .out: .out
    case .unknown: .unknown
    case .broken: .broken
    }
  }

  func spread(of path: String) -> AttributeDistribution {
    var counts: [JSON: Int] = [:]
    for customer in customers {
      if let value = facts(customer).value(at: path) { counts[value, default: 0] += 1 }
    }
    return AttributeDistribution(
      path: path,
      counts: counts.map { .init(value: $0.key, count: $0.value) },
      customers: customers.count,
      limit: RuleEditor.listed
    )
  }
}
