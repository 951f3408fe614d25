package import JSONLogic

/// Decides which segments a customer is in, at one moment.
///
/// Cheap to make from segments that are prepared; make one for each moment and read many customers
/// with it.
package struct MembershipEvaluator: Sendable {
  package let words: ConditionWords
  let prepared: PreparedSegments
  /// Bound to the moment, without `in_segment`.
  let operations: Operations
  let memo: ConditionMemo

  /// `languages` are those of the agent, for what has no English label, as the words around are
  /// English; the store's is always the last.
  ///
  /// A store whose time zone does not exist is read in UTC; `StoreCheck` names it.
  package init(
    _ prepared: PreparedSegments,
    at moment: Instant,
    languages: [String] = [],
    masked: Bool = false
  ) {
    self.prepared = prepared
    let settings = prepared.definitions.settings
    let zone = TimeZones.zone(settings.timeZone) ?? TimeZones.utc
    let wording = Wording(
      languages: ["en"] + languages + [settings.language],
      zone: zone,
      today: zone.date(moment),
      masked: masked
    )
    let (places, segments) = (prepared.places, prepared.definitions.segments)
    words = ConditionWords(catalog: prepared.definitions.catalog, wording: wording) { id in
      places[id].map { segments[$0].name }
    }
    operations = RuleOperations.bound(today: wording.today, zone: zone)
    memo = prepared.memo(wording)
  }

  /// Prepares the segments first, which takes longer than to read a customer.
  package init(
    _ definitions: Definitions,
    at moment: Instant,
    languages: [String] = [],
    masked: Bool = false
  ) {
    self.init(PreparedSegments(definitions), at: moment, languages: languages, masked: masked)
  }

  package var definitions: Definitions { prepared.definitions }
  package var today: CalendarDate { words.wording.today }

  /// The answers for all active segments, strongest first.
  package func memberships(of facts: CustomerFacts) -> [Membership] {
    var reading = reading(of: facts)
    return memberships(&reading, of: facts)
  }

  func reading(of facts: CustomerFacts) -> CustomerReading {
    CustomerReading(prepared, facts, operations, words)
  }

  /// The same; leaves in `reading` what the conditions said.
  func memberships(_ reading: inout CustomerReading, of facts: CustomerFacts) -> [Membership] {
    memo.withReadings { readings in
      var memberships: [Membership?] = Array(repeating: nil, count: prepared.segments.count)
      for place in prepared.order {
        let segment = prepared.segments[place]
        guard segment.status == .active else {
          reading.settle(place, answer(of: facts, in: segment, &reading, &readings))
          continue
        }
        let membership = membership(of: facts, in: segment, &reading, &readings)
        reading.settle(place, membership.answer)
        memberships[place] = membership
      }
      return prepared.active.compactMap { memberships[$0].take() }
    }
  }

  /// The answer for one segment, whatever its status, with its reasons.
  package func membership(of facts: CustomerFacts, in segment: Segment) -> Membership {
    memo.withReadings { readings in
      var reading = answers(of: facts, &readings)
      let segment = PreparedSegment(segment, cycle: prepared.cycles[segment.id], parts: nil)
      return membership(of: facts, in: segment, &reading, &readings)
    }
  }

  /// How the segment's rule came to its answer; nil where it has none that can be used.
  package func explanation(of facts: CustomerFacts, in segment: Segment) -> Explanation? {
    reading(of: facts, in: segment)?.explanation
  }

  /// The same, with the operations that it was read with.
  func reading(
    of facts: CustomerFacts,
    in segment: Segment
  ) -> (explanation: Explanation, operations: Operations)? {
    guard let rule = segment.rule else { return nil }
    let known =
      rule.asksForSegments ? memo.withReadings { answers(of: facts, &$0).known } : [:]
    let operations = bound(rule, known)
    return (rule.explain(facts, operations: operations), operations)
  }

  /// The same, with the answers for other segments taken from `memberships`.
  func explanation(
    of facts: CustomerFacts,
    in segment: Segment,
    memberships: [Membership]
  ) -> Explanation? {
    segment.rule.map { $0.explain(facts, operations: bound($0, memberships)) }
  }

  /// What any rule (an eligibility, a condition) says about a customer whose `memberships` are known.
  package func judge(
    _ rule: Rule,
    of facts: CustomerFacts,
    memberships: [Membership]
  ) -> Judgement {
    let explanation = rule.explain(facts, operations: bound(rule, memberships))
    return Judgement(
      answer: Membership.Answer(explanation.answer),
      because: ReasonWords(words).reasons(explanation)
    )
  }

  /// The operations with `in_segment` among them, where the rule asks for it.
  private func bound(_ rule: Rule, _ memberships: [Membership]) -> Operations {
    guard rule.asksForSegments else { return operations }
    let known = Dictionary(memberships.map { ($0.segment, $0.answer) }) { first, _ in first }
    return bound(rule, known)
  }

  // MARK: answers

  /// The answer for every segment, those first that others ask for.
  package func answers(of facts: CustomerFacts) -> [Segment.ID: Membership.Answer] {
    memo.withReadings { answers(of: facts, &$0).known }
  }

  private func answers(
    of facts: CustomerFacts,
    _ readings: inout [ConditionMemo.Readings]
  ) -> CustomerReading {
    var reading = reading(of: facts)
    for place in prepared.order {
      let answer = answer(of: facts, in: prepared.segments[place], &reading, &readings)
      reading.settle(place, answer)
    }
    return reading
  }

  private func answer(
    of facts: CustomerFacts,
    in segment: PreparedSegment,
    _ reading: inout CustomerReading,
    _ readings: inout [ConditionMemo.Readings]
  ) -> Membership.Answer {
    if segment.status == .retired { return .out }
    if let manual = manual(facts, segment) { return manual.member ? .in : .out }
    if segment.problem != nil { return .broken }
    guard let rule = segment.rule else { return .out }
    if let parts = segment.parts, let answer = reading.read(parts, &readings) {
      return Membership.Answer(answer)
    }
    let known = segment.asksForSegments ? reading.known : [:]
    return Membership.Answer(rule.answer(facts, operations: bound(rule, known)))
  }

  /// The operations with `in_segment` among them, where the rule asks for it.
  private func bound(_ rule: Rule, _ answers: [Segment.ID: Membership.Answer]) -> Operations {
    guard rule.asksForSegments else { return operations }
    return operations.adding(RuleOperations.inSegment { answers[$0] })
  }

  /// The person's own entry, else the account's; the last one that is still good.
  private func manual(
    _ facts: CustomerFacts,
    _ segment: PreparedSegment
  ) -> Segment.Manual? {
    guard !segment.manual.isEmpty else { return nil }
    let good = segment.manual.filter { $0.until.map { today <= $0 } ?? true }
    let account = facts.account?.id ?? facts.customer.account
    return good.last { $0.customer == facts.customer.id }
      ?? good.last { account != nil && $0.customer == account }
  }

  // MARK: memberships

  private func membership(
    of facts: CustomerFacts,
    in segment: PreparedSegment,
    _ reading: inout CustomerReading,
    _ readings: inout [ConditionMemo.Readings]
  ) -> Membership {
    var membership = Membership(
      segment: segment.id,
      name: segment.name,
      revision: segment.revision,
      answer: .out,
      because: []
    )
    if segment.status == .retired {
      membership.because = [Membership.Reason(text: "the segment is retired", answer: .out)]
    } else if let manual = manual(facts, segment) {
      membership.answer = manual.member ? .in : .out
      membership.manual = manual
      membership.because = [Self.reason(manual, facts)]
    } else if let problem = segment.problem {
      membership.answer = .broken
      membership.because = [Membership.Reason(text: problem, answer: .broken)]
    } else if let rule = segment.rule {
      if let parts = segment.parts, let answer = reading.read(parts, &readings) {
        membership.answer = Membership.Answer(answer)
        membership.because = reading.reasons(parts)
        switch reading.nearness(parts) {
        case .none: break
        case .near(let sentence): membership.nearMiss = sentence
        case .shared: describe(rule, of: facts, reading.known, in: &membership)
        }
      } else {
        describe(rule, of: facts, segment.asksForSegments ? reading.known : [:], in: &membership)
      }
    } else {
      membership.because = [Membership.Reason(text: "no rule, members are chosen", answer: .out)]
    }
    return membership
  }

  /// Reads a rule as a whole; `known` has the answers for other segments.
  private func describe(
    _ rule: Rule,
    of facts: CustomerFacts,
    _ known: [Segment.ID: Membership.Answer],
    in membership: inout Membership
  ) {
    let operations = bound(rule, known)
    let explanation = rule.explain(facts, operations: operations)
    membership.answer = Membership.Answer(explanation.answer)
    membership.because = ReasonWords(words).reasons(explanation)
    membership.nearMiss = NearMissWords(words).nearMiss(rule, explanation, facts, operations)
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
