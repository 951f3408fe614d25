import JSONLogic
import RapportCore
import Synchronization

/// The answers of segments for the rows of each block, kept as long as they are right.
final class AnswerShelf: Sendable {
  private let maps = Mutex<[Bool: SegmentCounter.Maps]>([:])
  private let tallies = Mutex<[String: [Int]]>([:])
  private let counted = Mutex<CustomerIdentities?>(nil)

  /// How far the customers can be told apart, counted once.
  func identities(_ count: () throws -> CustomerIdentities) rethrows -> CustomerIdentities {
    if let known = counted.withLock({ $0 }) { return known }
    let made = try count()
    counted.withLock { $0 = made }
    return made
  }

  /// Adds to what is kept.
  subscript(block: any CustomerBlock) -> SegmentCounter.Maps {
    get { maps.withLock { $0[block is SnapshotBlock] ?? [:] } }
    set { maps.withLock { $0[block is SnapshotBlock, default: [:]].merge(newValue) { $1 } } }
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
