package import RapportCore

/// What of the customers' records a snapshot holds.
package struct SnapshotContents: Hashable, Sendable {
  package let columns: ColumnPaths
  package let fields: SearchedFields
  /// Beginnings that so many have are counted and ranked when the snapshot is made.
  var headsFrom = PrefixHeads.least

  /// All that the catalog declares.
  package init(_ catalog: AttributeCatalog) {
    columns = ColumnPaths(catalog)
    fields = SearchedFields(catalog)
  }

  /// Only what is searched.
  package init(_ fields: SearchedFields) {
    columns = .none
    self.fields = fields
  }
}
