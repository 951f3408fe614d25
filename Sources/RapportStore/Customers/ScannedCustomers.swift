import RapportCore

/// Customers that are searched by looking at each: those behind a snapshot, or all that have been read
/// while there is none yet.
struct ScannedCustomers: Sendable {
  private(set) var shards: [CustomerShard] = []
  /// By the hash of the id, where the latest line is.
  private var rows: [UInt64: Row] = [:]
  /// The hashes of those whose latest line deletes them, and where that begins.
  private var removed: [UInt64: Int] = [:]
  /// Every word that somebody can be found by; empty while pieces of a snapshot are read.
  private(set) var vocabulary = Vocabulary()
  private(set) var guesses = GuessableWords()
  private(set) var damaged = 0
  /// Up to where the file has been read.
  private(set) var end: Int

  private struct Row: Sendable {
    var shard: Int32
    var row: Int32
  }

  /// Behind a place in the file.
  init(from end: Int = 0) { self.end = end }

  var count: Int { rows.count }

  /// Of this process only, so that nobody can make ids that have the same.
  private static let seed = UInt64.random(in: .min ... .max)

  private static func hash(_ id: String) -> UInt64 { SnapshotHash.hash(id, seed: seed) }

  /// Whether a line names a customer, be it that it deletes them.
  func isNamed(_ id: String) -> Bool {
    let hash = Self.hash(id)
    return rows[hash] != nil || removed[hash] != nil
  }

  /// Where a customer's latest line stands.
  func range(of id: String) -> Range<Int>? {
    place(of: id).map { shards[$0.shard].ranges[$0.row] }
  }

  /// The shard and row of a customer.
  func place(of id: String) -> (shard: Int, row: Int)? {
    guard let row = rows[Self.hash(id)], shards[Int(row.shard)].ids[Int(row.row)] == id else {
      return nil
    }
    return (Int(row.shard), Int(row.row))
  }

  /// Takes in what was read next; later lines replace earlier ones of the same id.
  mutating func merge(_ batch: CustomerBatch) {
    var batch = batch
    batch.shard.renumber(vocabulary.merge(batch.vocabulary))
    guesses.update(vocabulary)
    // Single lines that come while the program runs are gathered in one shard.
    let isSmall =
      batch.shard.count < 256
      && shards.last.map { $0.count + batch.shard.count <= CustomerShard.capacity } ?? false
    if !isSmall { shards.append(batch.shard) }
    for entry in batch.entries {
      switch entry {
      case .customer(let row):
        let position = isSmall ? shards[shards.count - 1].count : row
        if isSmall { shards[shards.count - 1].append(row, of: batch.shard) }
        insert(batch.shard.ids[row], shard: shards.count - 1, row: position)
      case .deleted(let id): remove(Self.hash(id), at: batch.end)
      case .damaged: damaged += 1
      }
    }
    end = batch.end
  }

  /// Takes in a piece of a file that is being made a snapshot of; pieces come in any order.
  mutating func merge(_ piece: SnapshotPiece) {
    let shard = CustomerShard(piece)
    shards.append(shard)
    for row in 0..<shard.count {
      let hash = Self.hash(shard.ids[row])
      let start = shard.ranges[row].lowerBound
      let known = rows[hash].map { shards[Int($0.shard)].ranges[Int($0.row)].lowerBound }
      if max(known ?? -1, removed[hash] ?? -1) > start {
        shards[shards.count - 1].remove(row)
      } else if shard.isLive[row] {
        insert(shard.ids[row], shard: shards.count - 1, row: row)
      } else {
        remove(hash, at: start)
      }
    }
    damaged += piece.damaged
    end += piece.size
  }

  private mutating func insert(_ id: String, shard: Int, row: Int) {
    let hash = Self.hash(id)
    if let old = rows.updateValue(Row(shard: Int32(shard), row: Int32(row)), forKey: hash) {
      shards[Int(old.shard)].remove(Int(old.row))
    }
    if !removed.isEmpty { removed[hash] = nil }
  }

  private mutating func remove(_ hash: UInt64, at start: Int) {
    if let row = rows.removeValue(forKey: hash) { shards[Int(row.shard)].remove(Int(row.row)) }
    removed[hash] = start
  }
}
