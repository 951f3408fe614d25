import JSONLogic
package import RapportCore

extension SegmentCounter {
  /// Members of a segment in an order that chance and the seed give, and how many there are.
  ///
  /// The same seed draws the same members as long as nobody joins or leaves.
  func draw(
    _ count: Int,
    of id: Segment.ID,
    seed: UInt64
  ) throws -> (customers: [Customer.ID], members: Int) {
    var rows: [(block: Int, row: Int)] = []
    for (place, block) in blocks.enumerated() {
      guard let own = try members(of: [id], in: block).first?.rows else { continue }
      rows += own.rows().map { (place, $0) }
    }
    var random = SplitMix64(seed: seed)
    var drawn: [Customer.ID] = []
    for place in 0..<min(count, rows.count) {
      try Task.checkCancellation()
      rows.swapAt(place, .random(in: place..<rows.count, using: &random))
      if let id = try self.id(of: rows[place].row, in: blocks[rows[place].block]) {
        drawn.append(id)
      }
    }
    return (drawn, rows.count)
  }
}

extension SegmentCounts {
  /// Members of a segment in an order that chance and the seed give, and how many there are.
  ///
  /// - Parameters:
  ///   - count: at most so many.
  ///   - id: whose members.
  ///   - seed: the same one draws the same members as long as nobody joins or leaves.
  ///   - moment: when the rule is read.
  /// - Returns: the ids and the number of all members.
  /// - Throws: what keeps the customers from being read.
  package func draw(
    _ count: Int,
    of id: Segment.ID,
    seed: UInt64,
    at moment: Instant
  ) async throws -> (customers: [Customer.ID], members: Int) {
    try await ask(at: moment) { try $0.draw(count, of: id, seed: seed) }
  }
}
