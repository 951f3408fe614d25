/// The customers, however many and wherever they are kept.
///
/// Nothing above may assume that all of them fit in memory, or that an answer is instant: every call
/// is asynchronous, made off the interface's thread, and stops early when its task is cancelled.
package protocol CustomerDirectory: Sendable {
  /// The best `limit` customers for what a caller said. Never fails: a query that makes no sense
  /// finds nobody. An empty query finds nobody. Of customers who fit equally well, the familiar ones
  /// come first.
  func find(_ query: String, limit: Int, knowing: Familiarity) async -> FindResult

  /// The latest record, or nil where there is none (any more).
  func customer(_ id: Customer.ID) async throws -> Customer?

  /// Changes only the paths that `patch` names, under the store's lock, and returns the new record.
  ///
  /// Throws `PatchConflict` where one of those paths changed since the record was read.
  func apply(_ patch: CustomerPatch) async throws -> Customer

  /// How many customers there are, how many have been read so far, and what was damaged.
  func census() async -> Census
}

extension CustomerDirectory {
  package func find(_ query: String, limit: Int) async -> FindResult {
    await find(query, limit: limit, knowing: .none)
  }
}
