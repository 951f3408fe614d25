/// What happened with customers: finished contacts and the ratings of them.
package protocol Journal: Sendable {
  /// The newest first, at most `limit`.
  func interactions(of customer: Customer.ID, limit: Int) async throws -> [Interaction]
}
