/// One node of a compiled rule: a literal, a list, a variable or an operation with its operands.
///
/// Nodes never change and are shared by everything that reads the rule: a renderer to words, a
/// linter or a compiler to columns walks `children` from `Rule.root`.
public final class RuleNode: Sendable {
  /// What a node is.
  public enum Kind: Hashable, Sendable {
    /// A value that stands in the rule, lists of values included.
    case literal(JSON)
    /// A list whose items are the children.
    case list
    /// A variable whose path is known; a child is its default.
    case variable(Variable)
    /// A core operation on the children. `var`, `val` and `exists` stay operations where their path
    /// is computed.
    case operation(Operator)
    /// An operation of the host application on the children.
    case custom(String)
  }

  /// A variable as a rule names it.
  public struct Variable: Hashable, Sendable {
    /// The path from the scope's value.
    public let path: VariablePath
    /// How many levels `val` climbs.
    ///
    /// 0 is the innermost value, 1 its iterator's `index`, 2 the value around it and so on.
    public let level: Int
  }

  /// What this node is.
  public let kind: Kind
  /// The operands in order; a variable's default; none for a literal.
  public let children: [RuleNode]
  /// Where the node stands in the rule.
  public let pointer: JSONPointer
  /// Whether the operands stand in a list in the rule; `{"!": x}` has its single operand without.
  public let hasListArguments: Bool
  /// The paths that `missing`, `missing_some` and `exists` test, where the rule spells them out.
  public let testedPaths: [VariablePath]?

  /// Whether this is a literal null, which comparisons test for rather than read.
  let isNull: Bool
  /// How many nodes there are from here down.
  let size: Int

  init(
    _ kind: Kind,
    _ children: [RuleNode] = [],
    at pointer: JSONPointer,
    hasListArguments: Bool = true,
    testedPaths: [VariablePath]? = nil
  ) {
    self.kind = kind
    self.children = children
    self.pointer = pointer
    self.hasListArguments = hasListArguments
    self.testedPaths = testedPaths
    isNull = kind == .literal(.null)
    size = children.reduce(1) { $0 + $1.size }
  }

  /// The core operation, where this node is one.
  public var `operator`: Operator? {
    guard case .operation(let operation) = kind else { return nil }
    return operation
  }

  /// The literal, where this node is one.
  public var literal: JSON? {
    guard case .literal(let value) = kind else { return nil }
    return value
  }

  /// The variable, where this node is one with a known path.
  public var variable: Variable? {
    guard case .variable(let variable) = kind else { return nil }
    return variable
  }

  /// The operation's name as a rule spells it; nil for literals and lists.
  public var name: String? {
    switch kind {
    case .operation(let operation): operation.rawValue
    case .custom(let name): name
    case .variable: Operator.variable.rawValue
    case .literal, .list: nil
    }
  }

  /// Visits this node and all below it, a node before its children.
  public func visit(_ body: (RuleNode) -> Void) {
    body(self)
    for child in children { child.visit(body) }
  }
}
