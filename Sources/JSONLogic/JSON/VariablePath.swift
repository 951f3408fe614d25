/// The path of a variable in the data of a rule, such as `company.seats`.
public struct VariablePath: Hashable, Sendable {
  /// Keys, and positions in lists, from the root of the data; none is the data itself.
  public let components: [String]

  /// A path from its components, which may themselves contain dots.
  public init(_ components: [String]) {
    self.components = components
  }

  /// Reads a path as `var` writes it: components joined by dots; the empty text is the data itself.
  public init(dotted text: String) {
    let isWhole = text.isEmpty
    components =
      isWhole ? [] : text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }
}

extension VariablePath: CustomStringConvertible {
  /// The components joined by dots.
  public var description: String { components.joined(separator: ".") }
}

extension VariablePath: ExpressibleByStringLiteral {
  /// Reads a dotted path.
  public init(stringLiteral text: String) { self.init(dotted: text) }
}

extension JSON {
  /// The value at a path, through objects by key and through lists by position.
  ///
  /// Nil where there is none; a `null` that is there is `.null`.
  public func value(at path: VariablePath) -> JSON? {
    if path.components.count == 1 { return child(path.components[0]) }
    var value = self
    for component in path.components {
      guard let next = value.child(component) else { return nil }
      value = next
    }
    return value
  }

  /// The value under a key, or at a position written in digits.
  func child(_ component: String) -> JSON? {
    switch self {
    case .object(let object):
      return object[component]
    case .array(let items):
      guard let position = Int(component), items.indices.contains(position) else { return nil }
      return items[position]
    default:
      return nil
    }
  }
}
