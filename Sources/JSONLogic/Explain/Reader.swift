/// Reads a rule in three values, and records how it got there where that is wanted.
///
/// The same code answers and explains, so that the two cannot differ. Only exceeding a limit is
/// thrown; any other error is a `broken` reading.
struct Reader {
  let operations: Operations
  var scope: Scope
  var budget: Budget
  /// Whether every node that is read leaves an explanation.
  private(set) var isRecording: Bool
  /// The nodes that were read, each before those below it.
  private(set) var records: [ExplanationRecord] = []

  /// More items of a list than this are read but not recorded.
  static let recordedItems = 20

  /// A reader that records where it expects so many records.
  init(
    _ data: any RuleData,
    operations: Operations,
    limits: RuleLimits,
    recording expected: Int?
  ) {
    self.operations = operations
    scope = Scope(data)
    budget = Budget(limits)
    isRecording = expected != nil
    if let expected { records.reserveCapacity(expected) }
  }

  /// Reads a node.
  mutating func read(_ node: RuleNode) throws(RuleFailure) -> Reading {
    try budget.spend(node)
    guard isRecording else { return try interpret(node) }
    let place = records.count
    records.append(ExplanationRecord(node))
    let reading = try interpret(node)
    records[place].settle(reading, end: records.count)
    return reading
  }

  /// Reads a node with an item of a list in front of the data.
  mutating func read(
    _ node: RuleNode,
    in frame: Scope.Frame,
    _ index: Int
  ) throws(RuleFailure) -> Reading {
    let wasRecording = isRecording
    isRecording = wasRecording && index < Self.recordedItems
    let place = records.count
    scope.push(frame)
    let reading = try read(node)
    scope.pop()
    if isRecording { records[place].item = index }
    isRecording = wasRecording
    return reading
  }

  private mutating func interpret(_ node: RuleNode) throws(RuleFailure) -> Reading {
    switch node.kind {
    case .literal(let value):
      return .value(value)
    case .list:
      switch try operands(of: node) {
      case .values(let values): return .value(.array(values))
      case .blocked(let reading): return reading
      }
    case .variable(let variable):
      return try read(variable, node)
    case .operation(let operation):
      guard node.hasListArguments || !operation.demandsList else {
        return .broken(.invalidArguments(node))
      }
      return try interpret(operation, node)
    case .custom(let name):
      return try custom(name, node)
    }
  }

  private mutating func read(
    _ variable: RuleNode.Variable,
    _ node: RuleNode
  ) throws(RuleFailure) -> Reading {
    let value = scope.value(of: variable)
    if !node.children.isEmpty, value?.isNull ?? true {
      let fallback = node.children[0]
      let reading = try read(fallback)
      if case .value(.null) = reading { return .missing(.null) }
      return reading
    }
    return sort(value, isComputed: scope.isAccumulator(variable))
  }

  /// A value that was looked up, told apart from a missing one.
  func sort(_ value: JSON?, isComputed: Bool = false) -> Reading {
    guard let value else { return isComputed ? .value(.null) : .missing(.null) }
    return value.isMissing && !isComputed ? .missing(value) : .value(value)
  }

  private mutating func interpret(
    _ operation: Operator,
    _ node: RuleNode
  ) throws(RuleFailure) -> Reading {
    switch operation {
    case .and, .or: try junction(operation, node)
    case .not: try negation(node)
    case .truthy: try truth(node)
    case .if: try branch(node.children[...])
    case .equal, .strictEqual, .notEqual, .strictNotEqual: try compare(operation, node)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: try compare(operation, node)
    case .in: try contains(node)
    case .variable, .value, .exists, .missing, .missingSome: try lookUp(operation, node)
    case .coalesce: try coalesce(node)
    case .add, .subtract, .multiply, .divide, .remainder: try calculate(operation, node)
    case .min, .max: try calculate(operation, node)
    case .allItems, .noItem, .someItem: try quantify(operation, node)
    case .map, .filter: try transform(operation, node)
    case .reduce: try reduce(node)
    case .merge, .cat, .substr: try build(operation, node)
    case .log, .preserve: try first(of: node)
    case .throw: .broken(.thrown(try first(of: node).known ?? .null, node))
    case .try: try attempt(node)
    }
  }

  /// Reads the first operand; null where there is none.
  mutating func first(of node: RuleNode) throws(RuleFailure) -> Reading {
    guard let first = node.children.first else { return .value(.null) }
    return try read(first)
  }

  /// The operands of an operation that needs them all.
  enum Operands {
    case values([JSON])
    /// The operation's reading: some operand is broken, or unknown.
    case blocked(Reading)
  }

  /// Reads all operands; with `spreads`, a single operand that gives a list stands for its items.
  mutating func operands(
    of node: RuleNode,
    spreads: Bool = false
  ) throws(RuleFailure) -> Operands {
    try budget.build(node, node.children.count)
    var values: [JSON] = []
    values.reserveCapacity(node.children.count)
    var obstacle: Reading?
    for child in node.children {
      switch try read(child) {
      case .value(let value): values.append(value)
      case .broken(let failure):
        if case .broken = obstacle { break }
        obstacle = .broken(failure)
      case .missing, .unknown, .truth:
        if obstacle == nil { obstacle = .unknown }
      }
      if !isRecording, case .broken = obstacle { break }
    }
    if let obstacle { return .blocked(obstacle) }
    if spreads, !node.hasListArguments, case .array(let items) = values.first {
      return .values(items)
    }
    return .values(values)
  }
}
