package import RapportCore

/// The paths of customers' records that have a column: what the catalog declares.
package struct ColumnPaths: Hashable, Sendable {
  package let paths: [String]

  static let none = ColumnPaths([])

  private init(_ paths: [String]) { self.paths = paths }

  /// Sorted and each once.
  ///
  /// Left out is the name, which rules read in a computed form, and what is no path of keys: parts
  /// of lists, and firmographic values deeper than those an account hands down.
  package init(_ catalog: AttributeCatalog) {
    paths = catalog.sorted.map(\.path).filter { path in
      let parts = path.split(separator: ".", omittingEmptySubsequences: false)
      guard path != "name", !path.utf8.contains(0), !parts.contains(where: \.isEmpty) else {
        return false
      }
      return parts.allSatisfy { Int($0) == nil }
        && (parts.first != "firmographic" || parts.count == 2)
    }
  }

  /// Whether a person without the value has the account's.
  static func isInherited(_ path: String) -> Bool { path.hasPrefix("firmographic.") }
}
