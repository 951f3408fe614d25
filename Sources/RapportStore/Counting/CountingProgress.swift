/// How far a count has come that takes its time.
package enum CountingProgress: Hashable, Sendable {
  /// The customers' file is read into a snapshot.
  case reading(bytes: Int, of: Int)
  /// A rule that columns cannot answer is read customer by customer.
  case asking(customers: Int, of: Int)

  /// Is told now and then, from any thread.
  package typealias Observer = @Sendable (CountingProgress) -> Void
}
