import JSONLogic
import RapportCore

extension SegmentCounter {
  /// What sets a group apart from another, attribute by attribute.
  ///
  /// Compared is what the catalog declares but for personal values, as far as it has columns. Cost: for
  /// each attribute a look at the rows of both groups, and at each distinct value.
  func contrast(_ first: CustomerGroup, _ second: CustomerGroup) throws -> GroupContrast {
    let attributes = definitions.catalog.sorted.filter { !$0.personal }
    var tallies = attributes.map { AttributeTally($0, zone: zone) }
    var sizes = (first: 0, second: 0)
    for block in blocks {
      let groups = (
        first: try rows(of: first, in: block), second: try rows(of: second, in: block)
      )
      sizes.first += groups.first.cardinality
      sizes.second += groups.second.cardinality
      // Together they are all: those of one are told by those of the other.
      let isWhole =
        groups.first.overlap(groups.second) == 0
        && groups.first.union(groups.second).cardinality == block.live.cardinality
      for position in attributes.indices {
        try Task.checkCancellation()
        let path = attributes[position].path
        guard let column = block.evaluator.table[VariablePath(dotted: path)] else { continue }
        let size = column.dictionary.count
        let one = column.codes.tally(of: groups.first, codes: size)
        let other =
          isWhole
          ? zip(tally(of: path, column, in: block), one).map { $0 - $1 }
          : column.codes.tally(of: groups.second, codes: size)
        Self.add(one, other, column.dictionary, to: &tallies[position])
      }
    }
    return GroupContrast(
      first: sizes.first,
      second: sizes.second,
      attributes: tallies.map(\.contrast)
    )
  }

  /// What contrasts by one attribute need whatever the groups are.
  func prepareContrast(by path: String) {
    for block in blocks {
      guard let column = block.evaluator.table[VariablePath(dotted: path)] else { continue }
      _ = tally(of: path, column, in: block)
    }
  }

  /// How many of all that count have each value, counted once.
  private func tally(of path: String, _ column: Column, in block: any CustomerBlock) -> [Int] {
    counted.tally(of: path, in: block) {
      column.codes.tally(of: block.live, codes: column.dictionary.count)
    }
  }

  /// Of so many different values those that fewer than one in a thousand have are not told apart.
  private static let manyValues = 4_096

  private static func add(
    _ first: [Int],
    _ second: [Int],
    _ dictionary: ColumnDictionary,
    to tally: inout AttributeTally
  ) {
    if tally.isNumeric, !dictionary.numbers.isEmpty {
      dictionary.values.with(Double.self) { values in
        for (position, code) in dictionary.numbers.enumerated() where first[code] + second[code] > 0
        {
          tally.add(number: values[position], first: first[code], second: second[code])
        }
      }
    }
    let rare =
      dictionary.count > manyValues && !tally.isNumeric
      ? (first: first.reduce(0, +) / 1_000, second: second.reduce(0, +) / 1_000)
      : (first: -1, second: -1)
    for code in 1..<max(1, dictionary.count) where first[code] + second[code] > 0 {
      if tally.isNumeric, dictionary.numbers.contains(code) { continue }
      if first[code] <= rare.first, second[code] <= rare.second, code >= dictionary.texts.lowerBound
      {
        tally.addKnown(first: first[code], second: second[code])
      } else {
        tally.add(dictionary[code], first: first[code], second: second[code])
      }
    }
  }
}
