import RapportCore
import Synchronization

/// What is counted of the customers whatever their segments are, kept as long as it is right.
final class CustomerShelf: Sendable {
  private let tallies = Mutex<[String: [Int]]>([:])
  private let counted = Mutex<IdentityCount?>(nil)

  /// How far the customers can be told apart, counted once.
  func identities(_ count: () throws -> IdentityCount) rethrows -> IdentityCount {
    if let known = counted.withLock({ $0 }) { return known }
    let made = try count()
    counted.withLock { $0 = made }
    return made
  }

  /// How many of all rows of a block have each value of a path.
  func tally(
    of path: String,
    in block: any CustomerBlock,
    _ make: () -> [Int]
  ) -> [Int] {
    let key = (block is SnapshotBlock ? "+" : "-") + path
    if let known = tallies.withLock({ $0[key] }) { return known }
    let made = make()
    tallies.withLock { $0[key] = made }
    return made
  }
}
