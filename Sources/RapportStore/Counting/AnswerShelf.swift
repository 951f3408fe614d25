import JSONLogic
import RapportCore
import Synchronization

/// The answers of segments for the rows of each block, kept as long as they are right.
final class AnswerShelf: Sendable {
  /// Where answers are kept that are the same there; nil where there is no such place.
  private let below: AnswerShelf?
  /// Whose answers are other ones.
  private let apart: Set<Segment.ID>
  private let maps: Mutex<[Bool: SegmentCounter.Maps]>

  init() {
    (below, apart) = (nil, [])
    maps = Mutex([:])
  }

  /// Answers of segments of whom some are different; what is worked out of the others is kept below.
  init(over below: AnswerShelf, apart: Set<Segment.ID>) {
    (self.below, self.apart) = (below, apart)
    maps = Mutex([:])
  }

  /// The answers of another shelf that stay right.
  init(of other: AnswerShelf, without apart: Set<Segment.ID>) {
    let kept = other.maps.withLock { $0 }.mapValues { $0.filter { !apart.contains($0.key) } }
    (below, self.apart) = (nil, [])
    maps = Mutex(kept)
  }

  /// Adds to what is kept.
  subscript(block: any CustomerBlock) -> SegmentCounter.Maps {
    get {
      let own = maps.withLock { $0[block is SnapshotBlock] ?? [:] }
      guard let below else { return own }
      return below[block].filter { !apart.contains($0.key) }.merging(own) { $1 }
    }
    set {
      var own = newValue
      if let below {
        below[block] = newValue.filter { !apart.contains($0.key) }
        own = newValue.filter { apart.contains($0.key) }
      }
      maps.withLock { $0[block is SnapshotBlock, default: [:]].merge(own) { $1 } }
    }
  }
}
