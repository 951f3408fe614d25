/// What happened with customers: finished contacts and the ratings of them.
package protocol Journal: Sendable {
  /// The newest first, at most `limit`.
  func interactions(of customer: Customer.ID, limit: Int) async throws -> [Interaction]

  /// Adds a finished contact; returns when its record is on disk.
  func append(_ interaction: Interaction) async throws
}
