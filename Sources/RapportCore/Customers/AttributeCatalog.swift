/// The attributes that the store declares, by path, built-in fields included.
package struct AttributeCatalog: Sendable {
  package private(set) var attributes: [String: Attribute]
  /// By the path of a derived attribute how its value comes about.
  package let derivations: [String: Derivation]

  package init(_ attributes: [Attribute]) {
    self.attributes = Dictionary(attributes.map { ($0.path, $0) }) { first, _ in first }
    derivations = self.attributes.compactMapValues(\.derivation)
  }

  package subscript(path: String) -> Attribute? { attributes[path] }

  /// All of them, sorted by path.
  package var sorted: [Attribute] { attributes.values.sorted { $0.path < $1.path } }

  /// Those searched on Find, sorted by path.
  package var searched: [Attribute] { sorted.filter(\.find) }
}
