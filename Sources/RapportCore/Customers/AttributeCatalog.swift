/// The attributes that the store declares, by path, built-in fields included.
package struct AttributeCatalog: Sendable {
  package private(set) var attributes: [String: Attribute]
  /// Those that are dates and kept.
  let dates: [Attribute]

  package init(_ attributes: [Attribute]) {
    self.attributes = Dictionary(attributes.map { ($0.path, $0) }) { first, _ in first }
    dates = self.attributes.values.filter { $0.kind == .date && !$0.isDerived }
  }

  package subscript(path: String) -> Attribute? { attributes[path] }

  /// All of them, sorted by path.
  package var sorted: [Attribute] { attributes.values.sorted { $0.path < $1.path } }

  /// Those searched on Find, sorted by path.
  package var searched: [Attribute] { sorted.filter(\.find) }
}
