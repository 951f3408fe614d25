package import RapportCore

/// A whole list of customers, however long.
extension SegmentCounts {
  /// Gives everybody whom a query finds, one after the other, all from one snapshot: what changes meanwhile is
  /// all of it in the list or none, and nobody is there twice.
  ///
  /// - Parameters:
  ///   - query: whom, and what of each; its offset and limit say nothing.
  ///   - most: after so many it stops; nil for all.
  ///   - moment: when the rules are read.
  ///   - body: is given each in the order of the list.
  /// - Returns: how many could be read.
  /// - Throws: what keeps customers from being read, and what `body` throws.
  package func everyMember(
    _ query: MemberQuery,
    atMost most: Int? = nil,
    at moment: Instant,
    _ body: (MemberPage.Row) throws -> Void
  ) async throws -> Int {
    // Where it is asked again, on a new snapshot, nobody was given yet.
    try await ask(at: moment) { counter in
      try counter.everyMember(query, atMost: most) { row, _ in try body(row) }
    }.written
  }
}
