/// What a rule is read against.
///
/// JSON conforms. A host conforms its own record, with derived attributes looked up or computed on
/// demand, instead of building JSON for each reading.
public protocol RuleData: Sendable {
  /// The value at a path from the root, or nil where there is none.
  ///
  /// The empty path is the whole data, which `{"var": ""}` asks for; `null` and absent are
  /// different only to `exists`.
  func value(at path: VariablePath) -> JSON?
}

extension JSON: RuleData {}
