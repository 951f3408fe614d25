import JSONLogic
import RapportCore

extension SegmentCounter {
  /// How far the customers can be told apart, and how many members of each segment can be reached.
  ///
  /// Cost the first time: a look at what is searched of each customer, and a sort of all numbers and
  /// addresses.
  func identities() throws -> CustomerIdentities {
    let count = try counted.identities(countIdentities)
    let ids = definitions.segments.map(\.id)
    var identities = count.identities
    for (block, reachable) in zip(blocks, count.reachable) {
      try Task.checkCancellation()
      for (id, map) in try answers(of: ids, in: block) {
        let members = map.isIn.intersection(block.live)
        identities.reachableMembers[id, default: 0] += members.overlap(reachable)
      }
    }
    return identities
  }

  private func countIdentities() throws -> IdentityCount {
    var tally = IdentityTally()
    var reachable: [BitMap] = []
    for block in blocks {
      tally.begin(block.live.count, accounts: Self.accounts(block))
      base.withSearched(block) { tally.add($1, number: $0) }
      try Task.checkCancellation()
      reachable.append(BitMap(rows: tally.reachable, count: block.live.count))
    }
    var identities = tally.identities
    identities.anonymousContacts = try deriving.anonymousContacts()
    return IdentityCount(identities: identities, reachable: reachable)
  }

  private static func accounts(_ block: any CustomerBlock) -> BitMap {
    guard let column = block.evaluator.table[VariablePath(dotted: "kind")],
      let code = (0..<column.dictionary.count).first(where: {
        column.dictionary[$0]?.stringValue == Customer.Kind.account.rawValue
      })
    else { return BitMap(count: block.live.count) }
    return column.codes.rows(with: code..<code + 1)
  }
}

/// How far customers can be told apart, and in each block those who can be reached.
struct IdentityCount: Sendable {
  var identities: CustomerIdentities
  var reachable: [BitMap]
}

extension CustomerBase {
  /// Hands out what is searched of each row that counts.
  fileprivate func withSearched(_ block: any CustomerBlock, _ body: (Int, SearchedRow) -> Void) {
    if block is SnapshotBlock {
      snapshot.search?.withView { view in
        for row in live.rows() { body(row, view.row(row)) }
      }
    } else {
      tailSearched.withRows { rows in
        for row in 0..<rows.count { body(row, rows[row]) }
      }
    }
  }
}

/// Counts customers by what they can be told apart by.
private struct IdentityTally {
  /// The rows of the block that are no persons.
  private var accounts = BitMap(count: 0)
  /// Those who have a number or an address.
  private(set) var reachable: [Int] = []
  /// How many rows the blocks before had.
  private var offset = 0
  private var rows = 0
  private var counts = CustomerIdentities()
  /// Hashes of numbers and addresses, and whose they are.
  private var keys: [UInt64] = []
  private var owners: [Int] = []

  /// Goes on with another block of so many rows.
  mutating func begin(_ count: Int, accounts: BitMap) {
    offset += rows
    (rows, self.accounts, reachable) = (count, accounts, [])
  }

  mutating func add(_ row: SearchedRow, number: Int) {
    let before = keys.count
    addPhones(of: row, owner: offset + number)
    addEmails(of: row, owner: offset + number)
    let isReachable = keys.count > before
    if isReachable {
      counts.reachable += 1
      reachable.append(number)
    }
    if isReachable || !SearchText.name(row.text).isEmpty { counts.identified += 1 }
    // A company's number is that of all who work there.
    guard accounts[number] else { return }
    keys.removeLast(keys.count - before)
    owners.removeLast(owners.count - before)
  }

  private mutating func addPhones(of row: SearchedRow, owner: Int) {
    var start = 0
    for position in row.phones.indices where row.phones[position] == SearchText.space {
      add(row.phones[start..<position], owner)
      start = position + 1
    }
  }

  /// The addresses as they were folded, without their other spellings.
  private mutating func addEmails(of row: SearchedRow, owner: Int) {
    let text = row.text
    guard
      var start = text.indices.dropLast().first(where: {
        text[$0] == SearchText.mark && text[$0 + 1] == SearchedFields.email + 1
      })
    else { return }
    start += 3
    var end = start
    while end < text.count, text[end] != SearchText.mark, text[end] != SearchText.variants {
      if text[end] == SearchText.space {
        add(text[start..<end], owner)
        start = end + 1
      }
      end += 1
    }
    if start < end { add(text[start..<end], owner) }
  }

  private mutating func add(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ owner: Int) {
    guard !bytes.isEmpty else { return }
    let whole = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes))
    keys.append(SnapshotHash.hash(whole, seed: SnapshotHash.anySeed))
    owners.append(owner)
  }

  var identities: CustomerIdentities {
    var result = counts
    var shared: Set<Int> = []
    let order = RadixSort.order(of: keys)
    for (one, other) in zip(order, order.dropFirst()) {
      let (one, other) = (Int(one), Int(other))
      guard keys[one] == keys[other], owners[one] != owners[other] else { continue }
      shared.insert(owners[one])
      shared.insert(owners[other])
    }
    result.likelyDuplicates = shared.count
    return result
  }
}
