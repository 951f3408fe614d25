/// The operations a rule may call beyond the core, by name.
///
/// A value of this type is cheap to copy. A host registers its operations once to compile rules,
/// and passes another value with the same names at each reading to bind them to a date or a
/// customer: `rule.apply(to: data, operations: operations(asOf: today))`.
public struct Operations: Sendable {
  private var table: [String: Operation]

  /// Only the core.
  public static let standard = Operations()

  /// The core and these operations; a name of the core cannot be redefined and is ignored.
  public init(_ operations: [Operation] = []) {
    table = [:]
    for operation in operations { add(operation) }
  }

  /// Adds an operation, or replaces the one of the same name.
  public mutating func add(_ operation: Operation) {
    guard Operator(name: operation.name) == nil else { return }
    table[operation.name] = operation
  }

  /// These operations and another one.
  public func adding(_ operation: Operation) -> Operations {
    var result = self
    result.add(operation)
    return result
  }

  /// The added operation of this name; nil also for names of the core.
  public subscript(name: String) -> Operation? { table[name] }

  /// The names of the added operations, sorted.
  public var names: [String] { table.keys.sorted() }

  /// The names of the core and of the added operations.
  public var allNames: [String] { Operator.allCases.map(\.rawValue) + ["?:"] + names }
}
