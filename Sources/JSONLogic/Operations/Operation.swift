/// An operation that a host adds to the language.
public struct Operation: Sendable {
  /// What an operation answers in the three-valued reading.
  public struct Verdict: Hashable, Sendable {
    /// The answer.
    public let answer: Answer
    /// Why, in plain words, where it is unknown or broken.
    public let reason: String?

    /// An answer and its reason.
    public init(_ answer: Answer, reason: String? = nil) {
      self.answer = answer
      self.reason = reason
    }
  }

  /// How an operation gets its result.
  enum Body: Sendable {
    case values(@Sendable ([JSON]) -> JSON)
    case items(@Sendable (Int, Int) -> JSON)
  }

  /// Its name in a rule.
  public let name: String
  /// How many operands it takes, for `Rule.validate`.
  public let arity: ClosedRange<Int>
  let body: Body
  let verdict: (@Sendable ([JSON?]) -> Verdict)?
  let suggest: (@Sendable ([JSON]) -> [JSON])?
  private(set) var landmarks: (@Sendable ([JSON]) -> [JSON])?

  /// An operation on values.
  ///
  /// The three-valued reading takes a missing operand or a null result for *unknown*, unless
  /// `explain` is given: it gets nil for each operand that is missing or unknown and answers itself.
  ///
  /// - Parameters:
  ///   - name: its name in a rule.
  ///   - arity: how many operands it takes.
  ///   - explain: its own three-valued answer, which must agree with `evaluate` where it is known.
  ///   - suggest: values of the first operand worth trying for a near miss, from the literals that
  ///     follow it: `within_days` suggests the oldest date that still counts.
  ///   - evaluate: the result for the operands; must be total and give null for bad input.
  public init(
    _ name: String,
    arity: ClosedRange<Int>,
    explain: (@Sendable ([JSON?]) -> Verdict)? = nil,
    suggest: (@Sendable ([JSON]) -> [JSON])? = nil,
    evaluate: @escaping @Sendable ([JSON]) -> JSON
  ) {
    self.name = name
    self.arity = arity
    body = .values(evaluate)
    verdict = explain
    self.suggest = suggest
  }

  /// An operation on a list and a rule that is read for each item, such as `count_where`.
  ///
  /// Unknown where the list is missing or any item's answer is unknown; null where the first
  /// operand is no list.
  ///
  /// - Parameters:
  ///   - name: its name in a rule, which takes the list and the rule as its operands.
  ///   - evaluateCounts: the result for the number of items the rule holds for, and of all items.
  public init(
    perItem name: String,
    evaluateCounts: @escaping @Sendable (_ holding: Int, _ all: Int) -> JSON
  ) {
    self.name = name
    arity = 2...2
    body = .items(evaluateCounts)
    verdict = nil
    suggest = nil
  }

  /// The same operation with a promise that makes counting over many rows fast.
  ///
  /// - Parameter landmarks: from the literals that follow the first operand, the dates (as
  ///   YYYY-MM-DD) at which the result changes: between two neighbours it is the same for all dates.
  /// - Returns: the operation.
  public func changing(
    only landmarks: @escaping @Sendable ([JSON]) -> [JSON]
  ) -> Operation {
    var result = self
    result.landmarks = landmarks
    return result
  }
}
