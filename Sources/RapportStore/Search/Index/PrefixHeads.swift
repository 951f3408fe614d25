import RapportCore

/// How many customers have a word, or a telephone number, with some beginning, and the best of them:
/// for beginnings that so many have that counting them takes its time.
///
/// One letter is the beginning of nearly everybody's words, and the first thing that anybody types.
struct PrefixHeads: Sendable {
  /// The beginnings one behind the other, ascending: for each a byte that says of what, then its bytes.
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [UInt32] = [0]
  private(set) var counts: [UInt32] = []
  /// The rows of each, the best first.
  private(set) var rows: [UInt32] = []
  private(set) var rowEnds: [UInt32] = [0]

  /// Beginnings of so many words or numbers have a head.
  static let least = 1 << 16
  /// So many rows are in one.
  static let length = 128

  enum Kind: UInt8 { case number = 1, word = 2 }

  /// A beginning and where what begins with it is.
  private struct Node: Sendable {
    var kind: Kind
    var prefix: [UInt8]
    /// Words of the vocabulary, or positions of numbers.
    var range: Range<Int>

    var key: [UInt8] { [kind.rawValue] + prefix }
  }

  init(
    _ all: IndexedRows,
    _ words: SortedWords,
    _ postings: Postings,
    _ phones: PhoneKeys,
    from least: Int,
    workers: Int
  ) async {
    var nodes: [Node] = []
    Self.gather(words, postings, 0..<words.count, depth: 0, from: least, &nodes)
    Self.gather(phones.forwards, 0..<phones.forwards.count, [], from: least, &nodes)
    nodes.sort { $0.key.lexicographicallyPrecedes($1.key) }
    let made = await withTaskGroup(of: [(Int, Int, [UInt32])].self) { group in
      for worker in 0..<workers {
        group.addTask { [nodes] in
          var codes = [RankCode](repeating: .none, count: all.count)
          return stride(from: worker, to: nodes.count, by: workers).map { number in
            Self.mark(nodes[number], words, postings, phones, &codes)
            let (count, best) = Self.best(all.texts.names, &codes)
            return (number, count, best)
          }
        }
      }
      var made: [(Int, Int, [UInt32])] = []
      for await some in group { made += some }
      return made.sorted { $0.0 < $1.0 }
    }
    for ((_, count, best), node) in zip(made, nodes) {
      bytes += node.key
      ends.append(UInt32(bytes.count))
      counts.append(UInt32(count))
      rows += best
      rowEnds.append(UInt32(rows.count))
    }
  }

  /// The beginnings of words, each longer by a byte.
  private static func gather(
    _ words: SortedWords,
    _ postings: Postings,
    _ range: Range<Int>,
    depth: Int,
    from least: Int,
    _ nodes: inout [Node]
  ) {
    var first = range.lowerBound
    while first < range.upperBound {
      let word = words[UInt32(first)]
      guard word.count > depth else {
        first += 1
        continue
      }
      let byte = word[word.startIndex + depth]
      // All behind the last word with this byte have a greater one.
      var (low, high) = (first, range.upperBound)
      while low < high {
        let middle = (low + high) / 2
        let other = words[UInt32(middle)]
        if other[other.startIndex + depth] <= byte { low = middle + 1 } else { high = middle }
      }
      if Int(postings.ends[low]) - Int(postings.ends[first]) >= least {
        nodes.append(Node(kind: .word, prefix: Array(word.prefix(depth + 1)), range: first..<low))
        gather(words, postings, first..<low, depth: depth + 1, from: least, &nodes)
      }
      first = low
    }
  }

  /// The beginnings of numbers.
  private static func gather(
    _ keys: [UInt64],
    _ range: Range<Int>,
    _ prefix: [UInt8],
    from least: Int,
    _ nodes: inout [Node]
  ) {
    guard prefix.count < PhoneKeys.longest, range.count >= least else { return }
    for digit in "+0123456789".utf8 {
      let longer = prefix + [digit]
      let wanted = PhoneKeys.keys(beginningWith: longer)
      let first = keys.partitioningIndex { $0 >= wanted.lowerBound }
      let last = keys.partitioningIndex { $0 > wanted.upperBound }
      guard last - first >= least else { continue }
      nodes.append(Node(kind: .number, prefix: longer, range: first..<last))
      gather(keys, first..<last, longer, from: least, &nodes)
    }
  }

  /// Notes how well each row fits a beginning.
  private static func mark(
    _ node: Node,
    _ words: SortedWords,
    _ postings: Postings,
    _ phones: PhoneKeys,
    _ codes: inout [RankCode]
  ) {
    codes.withUnsafeMutableBufferPointer { codes in
      if node.kind == .number {
        let whole = PhoneKeys.key(node.prefix)
        for position in node.range {
          let isWhole = phones.forwards[position] == whole
          codes.note(
            RankCode(isWhole ? .exact : .prefix, isAlone: isWhole, field: SearchedFields.phone),
            at: Int(phones.forwardRows[position])
          )
        }
        return
      }
      postings.rows.withUnsafeBufferPointer { rows in
        postings.places.withUnsafeBufferPointer { places in
          let isWhole = words[UInt32(node.range.lowerBound)].count == node.prefix.count
          let first = Int(postings.ends[node.range.lowerBound])
          let firstLonger = Int(postings.ends[node.range.lowerBound + (isWhole ? 1 : 0)])
          for position in first..<firstLonger {
            let place = places[position]
            codes.note(
              RankCode(.exact, isAlone: place.isAlone, field: place.field),
              at: Int(rows[position])
            )
          }
          for position in firstLonger..<Int(postings.ends[node.range.upperBound]) {
            codes.note(
              RankCode(.prefix, isAlone: false, field: places[position].field),
              at: Int(rows[position])
            )
          }
        }
      }
    }
  }

  /// Counts the rows that fit, finds the best, and forgets them.
  private static func best(
    _ names: [NameShape],
    _ codes: inout [RankCode]
  ) -> (Int, [UInt32]) {
    var best = BestCustomers(limit: length)
    var count = 0
    codes.withUnsafeMutableBufferPointer { codes in
      for row in codes.indices where codes[row] != .none {
        count += 1
        let score = codes[row].score(names[row])
        codes[row] = .none
        guard best.mayTake(score) else { continue }
        best.insert(
          FoundCustomer(shard: 0, row: row, score: score, nameLength: names[row].length, .none)
        )
      }
    }
    return (count, best.customers.map { UInt32($0.row) })
  }
}
