package import RapportCore

/// What of a customer's record is searched, in the order in which matches count.
package struct SearchedFields: Hashable, Sendable {
  /// `name`, `id`, `phone`, `email`, `company`, then the paths of attributes marked `find`.
  package let names: [String]

  static let name: UInt8 = 0
  static let id: UInt8 = 1
  static let phone: UInt8 = 2
  static let email: UInt8 = 3
  static let company: UInt8 = 4

  /// Each path that is read, and the field it belongs to; nil for what only says that it is deleted.
  let paths: [(path: String, field: UInt8?)]

  package init(_ catalog: AttributeCatalog) {
    self.init(attributes: catalog.searched.map(\.path))
  }

  /// At most 50 attributes count.
  package init(attributes: [String]) {
    var paths: [(path: String, field: UInt8?)] = [
      ("id", Self.id), ("deleted", nil),
      ("name", Self.name), ("name.full", Self.name), ("name.given", Self.name),
      ("name.family", Self.name), ("name.preferred", Self.name),
      ("phones", Self.phone), ("emails", Self.email), ("company", Self.company),
    ]
    var names = ["name", "id", "phone", "email", "company"]
    let known = Set(paths.map(\.path))
    for attribute in attributes.prefix(50) where !known.contains(attribute) {
      paths.append((attribute, UInt8(names.count)))
      names.append(attribute)
    }
    self.names = names
    self.paths = paths
  }

  /// For reading only where each customer's line stands.
  static let none = SearchedFields(names: [], paths: [("id", nil), ("deleted", nil)])

  private init(names: [String], paths: [(path: String, field: UInt8?)]) {
    self.names = names
    self.paths = paths
  }

  package static func == (left: SearchedFields, right: SearchedFields) -> Bool {
    left.names == right.names
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(names) }
}
