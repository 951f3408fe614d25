import JSONLogic
import RapportCore

/// Tries a rule on all customers, and says of some what decides.
struct RulePreviewer: Sendable {
  private let trial: RuleTrial
  private let statistics: (any SegmentStatistics)?
  private let reader: CustomerReader

  init(_ trial: RuleTrial, statistics: (any SegmentStatistics)?, reader: CustomerReader) {
    self.trial = trial
    self.statistics = statistics
    self.reader = reader
  }

  /// Tells the counts as soon as they are there, then the names; cancelled where the task is.
  func run(_ tell: (RuleOutcome) -> Void) async {
    var outcome = RuleOutcome(generation: trial.generation)
    let rule: Rule
    do {
      rule = try Rule(trial.json ?? false, operations: RuleOperations.names)
    } catch {
      outcome.failure = "\(error)"
      return tell(outcome)
    }
    guard let statistics else {
      outcome.failure = "nobody counts customers here"
      return tell(outcome)
    }
    let definitions = reader.knowledge.definitions
    let now = definitions.segments.first { $0.id == trial.segment }
    var new = now ?? Segment(id: trial.segment ?? "", name: "", priority: 1)
    (new.status, new.broken, new.rule) = (.active, nil, rule)
    do {
      let began = ContinuousClock.now
      let preview = try await statistics.preview(
        of: new,
        samples: trial.samples,
        at: trial.now
      )
      let elapsed = ContinuousClock.now - began
      outcome.preview = preview
      outcome.microseconds =
        Int(elapsed.components.attoseconds / 1_000_000_000_000)
        + Int(elapsed.components.seconds) * 1_000_000
    } catch {
      outcome.failure = "\(error)"
      return tell(outcome)
    }
    tell(outcome)
    await name(&outcome, before: now, after: new)
    outcome.isComplete = true
    tell(outcome)
  }

  private func name(_ outcome: inout RuleOutcome, before: Segment?, after new: Segment) async {
    let evaluator = MembershipEvaluator(reader.knowledge.definitions, at: trial.now)
    let difference = outcome.preview?.difference ?? SegmentDifference()
    for id in difference.joiners {
      guard let facts = await facts(of: id, for: new) else { continue }
      outcome.joiners.append(person(facts, evaluator.membership(of: facts, in: new)))
    }
    for id in difference.leavers {
      guard let facts = await facts(of: id, for: new) else { continue }
      outcome.leavers.append(person(facts, evaluator.membership(of: facts, in: new)))
    }
    let pins = trial.members.map { ($0, true) } + trial.nonmembers.map { ($0, false) }
    for (id, mustBelong) in pins {
      guard let facts = await facts(of: id, for: new) else { continue }
      let membership = evaluator.membership(of: facts, in: new)
      outcome.pins.append(
        RuleOutcome.Pin(
          person: person(facts, membership),
          mustBelong: mustBelong,
          answer: membership.answer
        )
      )
    }
  }

  private func facts(of id: Customer.ID, for segment: Segment) async -> CustomerFacts? {
    let (definitions, catalog) = (
      reader.knowledge.definitions, reader.knowledge.definitions.catalog
    )
    let sources = segment.rule?.derivationSources(catalog) ?? []
    let withScores = sources.contains(.orders) || reader.knowledge.readsScores
    guard !Task.isCancelled,
      let opened = try? await reader.open(id, contacts: 0, withScores: withScores)
    else { return nil }
    return opened.known.facts(in: definitions, at: trial.now)
  }

  private func person(_ facts: CustomerFacts, _ membership: Membership) -> RuleOutcome.Person {
    RuleOutcome.Person(
      id: facts.customer.id,
      name: facts.customer.name.full ?? facts.customer.company,
      because: membership.deciding
    )
  }
}
