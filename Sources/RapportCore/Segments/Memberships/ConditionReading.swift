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
  }

  /// Why the answer is what it is.
  struct Telling: Sendable {
    /// For *in* and *out*.
    var reason: Membership.Reason?
    /// For *unknown*: what is missing, or cannot be read.
    var gaps: [Membership.Reason] = []
  }

  /// What readings are put into words with; every customer with the value gives the same words.
  struct Speaker {
    let facts: CustomerFacts
    let operations: Operations
    let words: ConditionWords
  }

  init(_ answer: Answer) { self.answer = answer }

  /// Why the answer is what it is.
  func telling(_ condition: PreparedCondition, _ speaker: Speaker) -> Telling {
    kept(\.telling) {
      guard answer != .broken else { return Telling() }
      let reasons = ReasonWords(speaker.words)
      let explanation = condition.rule.explain(speaker.facts, operations: speaker.operations)
      return answer == .unknown
        ? Telling(gaps: reasons.gaps(explanation))
        : Telling(reason: reasons.reason(explanation, isNegated: condition.isNegated))
    }
  }

  /// How little of a number is missing to the answer that the rule wants.
  func near(_ condition: PreparedCondition, _ speaker: Speaker) -> NearMissWords.Candidate? {
    guard answer != (condition.isNegated ? .out : .in) else { return nil }
    return kept(\.near) {
      NearMissWords(speaker.words).nearestAmount(
        condition.isNegated ? condition.opposite : condition.rule,
        speaker.facts,
        speaker.operations
      )
    }
  }

  /// How many days a date is too old for the answer that the rule wants.
  func late(_ condition: PreparedCondition, _ speaker: Speaker) -> NearMissWords.Candidate? {
    let rule: Rule
    switch condition.inTime {
    case .in? where answer == .out: rule = condition.rule
    case .out? where answer == .in: rule = condition.opposite
    default: return nil
    }
    return kept(\.late) {
      let explanation = rule.explain(speaker.facts, operations: speaker.operations)
      return NearMissWords(speaker.words).lateness(explanation).first
    }
  }

  private func kept<Value: Sendable>(
    _ path: WritableKeyPath<Words, Value?>,
    _ make: () -> Value
  ) -> Value {
    if let known = words.withLock({ $0[keyPath: path] }) { return known }
    let made = make()
    words.withLock { $0[keyPath: path] = made }
    return made
  }
}
