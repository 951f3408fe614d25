import JSONLogic
import RapportCore

extension SegmentCounter {
  /// How the values of an attribute spread over all customers; nil where it has no column.
  ///
  /// Cost: one look at the code of every row, and one at each distinct value.
  func distribution(of path: String, limit: Int) throws -> AttributeDistribution? {
    var counts: [JSON: Int] = [:]
    var customers = 0
    for block in blocks {
      try Task.checkCancellation()
      customers += block.live.cardinality
      guard let column = block.evaluator.table[VariablePath(dotted: path)] else { return nil }
      for (code, count) in column.codes.counts(within: block.live).enumerated() where count > 0 {
        // A code beyond the dictionary reads as absent, as a rule reads it.
        guard let value = column.dictionary[code] else { continue }
        counts[value, default: 0] += count
      }
    }
    return AttributeDistribution(
      path: path,
      counts: counts.map { AttributeDistribution.Value(value: $0.key, count: $0.value) },
      customers: customers,
      limit: limit
    )
  }
}
