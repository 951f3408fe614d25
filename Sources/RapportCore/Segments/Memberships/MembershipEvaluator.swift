package import JSONLogic

/// Decides which segments a customer is in, at one moment.
///
/// Cheap to make; make one for each moment and read many customers with it. A customer takes a few
/// microseconds a segment.
package struct MembershipEvaluator: Sendable {
  package let definitions: Definitions
  package let words: ConditionWords
  /// Bound to the moment, without `in_segment`.
  private let operations: Operations
  private let graph: SegmentGraph
  private let segments: [Segment.ID: Segment]

  /// `languages` are those of the agent, for what has no English label, as the words around are
  /// English; the store's is always the last.
  ///
  /// A store whose time zone does not exist is read in UTC; `StoreCheck` names it.
  package init(
    _ definitions: Definitions,
    at moment: Instant,
    languages: [String] = [],
    masked: Bool = false
  ) {
    self.definitions = definitions
    let zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    let wording = Wording(
      languages: ["en"] + languages + [definitions.settings.language],
      zone: zone,
      today: zone.date(moment),
      masked: masked
    )
    let segments = Dictionary(definitions.segments.map { ($0.id, $0) }) { first, _ in first }
    let names = segments.mapValues(\.name)
    words = ConditionWords(catalog: definitions.catalog, wording: wording) { names[$0] }
    operations = RuleOperations.bound(today: wording.today, zone: zone)
    graph = SegmentGraph(definitions.segments)
    self.segments = segments
  }

  package var today: CalendarDate { words.wording.today }

  /// The answers for all active segments, strongest first.
  package func memberships(of facts: CustomerFacts) -> [Membership] {
    var answers: [Segment.ID: Membership.Answer] = [:]
    var memberships: [Segment.ID: Membership] = [:]
    for id in graph.order {
      guard let segment = segments[id] else { continue }
      guard segment.status == .active else {
        answers[id] = answer(of: facts, in: segment, answers)
        continue
      }
      let membership = membership(of: facts, in: segment, answers: answers)
      answers[id] = membership.answer
      memberships[id] = membership
    }
    return definitions.segments.compactMap { memberships[$0.id] }
  }

  /// The answer for one segment, whatever its status, with its reasons.
  package func membership(of facts: CustomerFacts, in segment: Segment) -> Membership {
    membership(of: facts, in: segment, answers: answers(of: facts))
  }

  /// How the segment's rule came to its answer; nil where it has none that can be used.
  package func explanation(of facts: CustomerFacts, in segment: Segment) -> Explanation? {
    segment.rule.map { $0.explain(facts, operations: bound($0, answers(of: facts))) }
  }

  /// What any rule (an eligibility, a condition) says about a customer whose `memberships` are known.
  package func judge(
    _ rule: Rule,
    of facts: CustomerFacts,
    memberships: [Membership]
  ) -> Judgement {
    let answers = Dictionary(memberships.map { ($0.segment, $0.answer) }) { first, _ in first }
    let explanation = rule.explain(facts, operations: bound(rule, answers))
    return Judgement(
      answer: Membership.Answer(explanation.answer),
      because: ReasonWords(words).reasons(explanation)
    )
  }

  // MARK: answers

  /// The answer for every segment that is not retired, those first that others ask for.
  private func answers(of facts: CustomerFacts) -> [Segment.ID: Membership.Answer] {
    var answers: [Segment.ID: Membership.Answer] = [:]
    for id in graph.order {
      guard let segment = segments[id] else { continue }
      answers[id] = answer(of: facts, in: segment, answers)
    }
    return answers
  }

  private func answer(
    of facts: CustomerFacts,
    in segment: Segment,
    _ answers: [Segment.ID: Membership.Answer]
  ) -> Membership.Answer {
    if let manual = manual(facts, segment) { return manual.member ? .in : .out }
    if segment.status == .retired { return .out }
    if segment.broken != nil || graph.cycles[segment.id] != nil { return .broken }
    guard let rule = segment.rule else { return .out }
    return Membership.Answer(rule.answer(facts, operations: bound(rule, answers)))
  }

  /// The operations with `in_segment` among them, where the rule asks for it.
  private func bound(_ rule: Rule, _ answers: [Segment.ID: Membership.Answer]) -> Operations {
    guard rule.asksForSegments else { return operations }
    return operations.adding(RuleOperations.inSegment { answers[$0] })
  }

  /// The person's own entry, else the account's; the last one that is still good.
  private func manual(_ facts: CustomerFacts, _ segment: Segment) -> Segment.Manual? {
    guard !segment.manual.isEmpty else { return nil }
    let good = segment.manual.filter { $0.until.map { today <= $0 } ?? true }
    let account = facts.account?.id ?? facts.customer.account
    return good.last { $0.customer == facts.customer.id }
      ?? good.last { account != nil && $0.customer == account }
  }

  // MARK: memberships

  private func membership(
    of facts: CustomerFacts,
    in segment: Segment,
    answers: [Segment.ID: Membership.Answer]
  ) -> Membership {
    var membership = Membership(
      segment: segment.id,
      name: segment.name,
      revision: segment.revision,
      answer: .out,
      because: []
    )
    if let manual = manual(facts, segment) {
      membership.answer = manual.member ? .in : .out
      membership.manual = manual
      membership.because = [Self.reason(manual, facts)]
    } else if let problem = broken(segment) {
      membership.answer = .broken
      membership.because = [Membership.Reason(text: problem, answer: .broken)]
    } else if segment.status == .retired {
      membership.because = [Membership.Reason(text: "the segment is retired", answer: .out)]
    } else if let rule = segment.rule {
      let operations = bound(rule, answers)
      let explanation = rule.explain(facts, operations: operations)
      membership.answer = Membership.Answer(explanation.answer)
      membership.because = ReasonWords(words).reasons(explanation)
      membership.nearMiss = NearMissWords(words).nearMiss(rule, explanation, facts, operations)
    } else {
      membership.because = [Membership.Reason(text: "no rule, members are chosen", answer: .out)]
    }
    return membership
  }

  private func broken(_ segment: Segment) -> String? {
    if let way = graph.cycles[segment.id] {
      return "its rule asks for itself: \(way.map(\.rawValue).joined(separator: ", "))"
    }
    return segment.broken.map { "its rule cannot be used: \($0.message)" }
  }

  private static func reason(_ manual: Segment.Manual, _ facts: CustomerFacts) -> Membership.Reason
  {
    let who = manual.customer == facts.customer.id ? "" : "the account was "
    let by = manual.by.map { " by \($0)" } ?? ""
    let reason = manual.reason.isEmpty ? "" : ": \(manual.reason)"
    return Membership.Reason(
      text: "\(who)\(manual.member ? "put in" : "taken out")\(by)\(reason)",
      answer: manual.member ? .in : .out
    )
  }
}
