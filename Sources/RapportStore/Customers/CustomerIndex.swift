import RapportCore

/// All customers read so far, as they are searched and found by id.
struct CustomerIndex: Sendable {
  private(set) var shards: [CustomerShard] = []
  private var rows: [String: Row] = [:]
  /// Every word that somebody can be found by.
  private(set) var vocabulary = Vocabulary()
  /// The first lines that could not be read, and how many there are.
  private(set) var damage: [(line: Int, reason: String)] = []
  private(set) var damaged = 0
  /// Up to where the file has been read, and how many lines that are.
  private(set) var end = 0
  private(set) var lines = 0

  /// So many damaged lines are named; the others are counted.
  private static let mostNamed = 100

  private struct Row: Sendable {
    var shard: Int32
    var row: Int32
  }

  var count: Int { rows.count }

  /// Where a customer's latest line stands.
  func range(of id: String) -> Range<Int>? {
    rows[id].map { shards[Int($0.shard)].ranges[Int($0.row)] }
  }

  /// A word of the vocabulary, as it was folded.
  func word(_ word: Vocabulary.Word) -> [UInt8] { Array(vocabulary[word]) }

  /// Where those stand whom an agent knows.
  ///
  /// Cost: one look-up each.
  func rows(of known: Familiarity) -> FamiliarRows {
    var familiar = FamiliarRows.none
    for (id, time) in known.lastContacts {
      if let row = rows[id.rawValue] { familiar[Int(row.shard), Int(row.row)] = time }
    }
    for (position, id) in known.own.enumerated() {
      if let row = rows[id.rawValue] { familiar[Int(row.shard), Int(row.row)] = .max - position }
    }
    return familiar
  }

  /// Takes in what was read next; later lines replace earlier ones of the same id.
  mutating func merge(_ batch: CustomerBatch) {
    var batch = batch
    batch.shard.renumber(vocabulary.merge(batch.vocabulary))
    // Single lines that come while the program runs are gathered in one shard.
    if batch.shard.count < 256, let last = shards.last,
      last.count + batch.shard.count <= CustomerShard.capacity
    {
      merge(batch, into: shards.count - 1, copying: true)
      shards[shards.count - 1].post(vocabulary)
    } else if batch.shard.count > 0 {
      shards.append(batch.shard)
      merge(batch, into: shards.count - 1, copying: false)
    } else {
      merge(batch, into: shards.count - 1, copying: false)
    }
    end = batch.end
    lines += batch.lines
  }

  private mutating func merge(_ batch: CustomerBatch, into shard: Int, copying: Bool) {
    for entry in batch.entries {
      switch entry {
      case .customer(let row):
        let id = batch.shard.ids[row]
        remove(id)
        let position = copying ? shards[shard].count : row
        if copying { shards[shard].append(batch.shard, row: row) }
        rows[id] = Row(shard: Int32(shard), row: Int32(position))
      case .deleted(let id):
        remove(id)
      case .damaged(let line, let reason):
        damaged += 1
        if damage.count < Self.mostNamed { damage.append((line, reason)) }
      }
    }
  }

  private mutating func remove(_ id: String) {
    guard let row = rows.removeValue(forKey: id) else { return }
    shards[Int(row.shard)].remove(Int(row.row))
  }
}
