/// A core operation of JSONLogic; the raw value is its name in a rule.
///
/// `?:` reads as `if`. Operations of a host application are not here: see `Operations`.
public enum Operator: String, CaseIterable, Hashable, Sendable {
  /// A variable by dotted path, with an optional default.
  case variable = "var"
  /// A variable by its path's components, also from an outer scope.
  case value = "val"
  /// Whether a path is there at all; a `null` counts.
  case exists
  /// Those of the paths that are absent, null or "".
  case missing
  /// As `missing`, but empty where at least so many are there.
  case missingSome = "missing_some"
  /// The first value that is not null.
  case coalesce = "??"

  /// Condition, value, condition, value ... otherwise.
  case `if`
  /// Whether every operand is truthy; its value is the first falsy or the last one.
  case and
  /// Whether any operand is truthy; its value is the first truthy or the last one.
  case or
  /// Whether the operand is falsy.
  case not = "!"
  /// Whether the operand is truthy.
  case truthy = "!!"

  /// Equality with coercion to numbers.
  case equal = "=="
  /// Equality of kind and value.
  case strictEqual = "==="
  /// The opposite of `==`, pair by pair.
  case notEqual = "!="
  /// The opposite of `===`, pair by pair.
  case strictNotEqual = "!=="
  /// Ascending, pair by pair.
  case less = "<"
  /// Ascending or level, pair by pair.
  case lessOrEqual = "<="
  /// Descending, pair by pair.
  case greater = ">"
  /// Descending or level, pair by pair.
  case greaterOrEqual = ">="

  /// The sum.
  case add = "+"
  /// The difference, or the opposite of one operand.
  case subtract = "-"
  /// The product.
  case multiply = "*"
  /// The quotient, or the reciprocal of one operand.
  case divide = "/"
  /// The remainder, with the sign of the dividend.
  case remainder = "%"
  /// The smallest number.
  case min
  /// The largest number.
  case max

  /// A list of each item's result.
  case map
  /// The items whose result is truthy.
  case filter
  /// One value out of a list, from `current` and `accumulator`.
  case reduce
  /// Whether the list has items and each is truthy.
  case allItems = "all"
  /// Whether no item is truthy.
  case noItem = "none"
  /// Whether an item is truthy.
  case someItem = "some"
  /// Lists and values joined into one list.
  case merge

  /// Whether a text holds a text, or a list an item.
  case `in`
  /// Texts joined.
  case cat
  /// A part of a text, by Unicode scalars.
  case substr

  /// Its operand; nothing is logged.
  case log
  /// An error.
  case `throw`
  /// The first operand without an error; later ones read the error as their data.
  case `try`
  /// Its operand as it stands, not read as a rule.
  case preserve
}

extension Operator {
  /// The operation a rule calls by this name, or nil where the core has none.
  public init?(name: String) {
    self.init(rawValue: name == "?:" ? "if" : name)
  }

  /// How many operands make sense; fewer or more are an error or are ignored.
  public var arity: ClosedRange<Int> {
    switch self {
    case .variable: 0...2
    case .value, .missing, .merge, .cat, .add, .multiply: 0...Int.max
    case .exists, .coalesce, .if, .and, .or, .min, .max, .subtract, .divide, .try: 1...Int.max
    case .not, .truthy, .log, .throw, .preserve: 1...1
    case .missingSome, .map, .filter, .allItems, .noItem, .someItem, .in: 2...2
    case .equal, .strictEqual, .notEqual, .strictNotEqual: 2...Int.max
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .remainder: 2...Int.max
    case .reduce, .substr: 2...3
    }
  }

  /// Whether this compares its operands pair by pair.
  public var isComparison: Bool {
    switch self {
    case .equal, .strictEqual, .notEqual, .strictNotEqual: true
    case .less, .lessOrEqual, .greater, .greaterOrEqual: true
    default: false
    }
  }

  /// Whether this computes a number from numbers.
  public var isArithmetic: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide, .remainder, .min, .max: true
    default: false
    }
  }

  /// Whether this reads its second operand once for each item of its first.
  public var isIterator: Bool {
    switch self {
    case .map, .filter, .reduce, .allItems, .noItem, .someItem: true
    default: false
    }
  }

  /// Whether the operands must stand in a list in the rule itself; anything else is an error.
  var demandsList: Bool {
    isComparison || isIterator || self == .if || self == .and || self == .or
  }
}
