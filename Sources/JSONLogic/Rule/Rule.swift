/// A JSONLogic rule, compiled once and read many times.
///
/// ```swift
/// let rule = try Rule(["<": [{"var": "temperature"}, 110]])
/// try rule.apply(to: ["temperature": 100])  // true
/// rule.answer(["temperature": nil])         // .unknown
/// ```
public struct Rule: Sendable {
  /// The rule as it was given.
  public let json: JSON
  /// The compiled rule.
  public let root: RuleNode
  /// The operations the rule was compiled with; a reading may bring its own.
  public let operations: Operations
  /// How much one reading may do.
  public let limits: RuleLimits

  /// Compiles a rule.
  ///
  /// Operands that an operation cannot read do not stop it, since the community's suites expect
  /// them to fail only when reached: `validate` names them.
  ///
  /// - Parameters:
  ///   - json: the rule.
  ///   - operations: what it may call beyond the core.
  ///   - limits: how large it may be and how much a reading may do.
  /// - Throws: `RuleError` with every unknown operation and exceeded limit.
  public init(
    _ json: JSON,
    operations: Operations = .standard,
    limits: RuleLimits = .standard
  ) throws(RuleError) {
    var compiler = RuleCompiler(operations: operations, limits: limits)
    root = compiler.compile(json, at: JSONPointer())
    self.json = json
    self.operations = operations
    self.limits = limits
    let fatal = compiler.problems.filter(\.kind.isFatal)
    guard fatal.isEmpty else { throw RuleError(problems: fatal) }
  }

  /// Everything that is wrong with a rule by itself, all at once, in the order of the rule.
  ///
  /// - Parameters:
  ///   - json: the rule.
  ///   - operations: what it may call beyond the core.
  ///   - limits: how large it may be.
  /// - Returns: the faults, fatal ones and others.
  public static func validate(
    _ json: JSON,
    operations: Operations = .standard,
    limits: RuleLimits = .standard
  ) -> [RuleProblem] {
    var compiler = RuleCompiler(operations: operations, limits: limits)
    _ = compiler.compile(json, at: JSONPointer())
    return compiler.problems
  }
}

extension Rule: Hashable {
  /// Whether both were compiled from the same JSON.
  public static func == (left: Rule, right: Rule) -> Bool { left.json == right.json }

  /// Hashes the JSON.
  public func hash(into hasher: inout Hasher) { hasher.combine(json) }
}
