import JSONLogic
import Synchronization

/// What one condition says of one value: the answer at once, the words when they are asked for.
///
/// Most conditions of most rules are read for their answer only.
final class ConditionReading: Sendable {
  let answer: Answer
  private let words = Mutex(Words())

  private struct Words: Sendable {
    var telling: Telling?
    var near: NearMissWords.Candidate??
    var late: NearMissWords.Candidate??
    var open: OpenCondition?
  }

  /// Why the answer is what it is.
  final class Telling: Sendable {
    /// For *in* and *out*.
    let reason: Membership.Reason?
    /// For *unknown*: what is missing, or cannot be read.
    let gaps: [Membership.Reason]

    init(reason: Membership.Reason? = nil, gaps: [Membership.Reason] = []) {
      self.reason = reason
      self.gaps = gaps
    }

    /// Whether it gives the same reason.
    func says(_ other: Telling) -> Bool { self === other || reason == other.reason }
  }

  /// What readings are put into words with; every customer with the value gives the same words.
  struct Speaker {
    let facts: CustomerFacts
    let operations: Operations
    let words: ConditionWords
  }

  init(_ answer: Answer) { self.answer = answer }

  /// Why the answer is what it is.
  func telling(_ condition: PreparedCondition, _ speaker: () -> Speaker) -> Telling {
    if let known = words.withLock({ $0.telling }) { return known }
    let made = makeTelling(condition, speaker())
    words.withLock { $0.telling = made }
    return made
  }

  private func makeTelling(_ condition: PreparedCondition, _ speaker: Speaker) -> Telling {
    guard answer != .broken else { return Telling() }
    let reasons = ReasonWords(speaker.words)
    let explanation = condition.rule.explain(speaker.facts, operations: speaker.operations)
    return answer == .unknown
      ? Telling(gaps: reasons.gaps(explanation))
      : Telling(reason: reasons.reason(explanation, isNegated: condition.isNegated))
  }

  /// What keeps the condition unknown.
  func open(_ condition: PreparedCondition, _ speaker: () -> Speaker) -> OpenCondition {
    if let known = words.withLock({ $0.open }) { return known }
    let speaker = speaker()
    let made = OpenCondition(
      condition.rule.explain(speaker.facts, operations: speaker.operations)
    )
    words.withLock { $0.open = made }
    return made
  }

  /// How little of a number is missing to the answer that the rule wants.
  func near(
    _ condition: PreparedCondition,
    _ speaker: () -> Speaker
  ) -> NearMissWords.Candidate? {
    guard answer != (condition.isNegated ? .out : .in) else { return nil }
    if let known = words.withLock({ $0.near }) { return known }
    let speaker = speaker()
    let made = NearMissWords(speaker.words).nearestAmount(
      condition.isNegated ? condition.opposite : condition.rule,
      speaker.facts,
      speaker.operations
    )
    words.withLock { $0.near = .some(made) }
    return made
  }

  /// How many days a date is too old for the answer that the rule wants.
  func late(
    _ condition: PreparedCondition,
    _ speaker: () -> Speaker
  ) -> NearMissWords.Candidate? {
    let rule: Rule
    switch condition.inTime {
    case .in? where answer == .out: rule = condition.rule
    case .out? where answer == .in: rule = condition.opposite
    default: return nil
    }
    if let known = words.withLock({ $0.late }) { return known }
    let speaker = speaker()
    let explanation = rule.explain(speaker.facts, operations: speaker.operations)
    let made = NearMissWords(speaker.words).lateness(explanation).first
    words.withLock { $0.late = .some(made) }
    return made
  }
}
