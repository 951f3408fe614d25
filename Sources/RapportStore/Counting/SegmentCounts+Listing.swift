package import RapportCore

/// A whole list of customers, however long.
extension SegmentCounts {
  /// Gives everybody whom a query finds, one after the other, all from one snapshot: what changes meanwhile is
  /// all of it in the list or none, and nobody is there twice.
  ///
  /// - Parameters:
  ///   - query: whom, and what of each; its offset and limit say nothing.
  ///   - moment: when the rules are read.
  ///   - body: is given each in the order of the list.
  /// - Returns: how many could be read.
  /// - Throws: what keeps customers from being read, and what `body` throws.
  package func everyMember(
    _ query: MemberQuery,
    at moment: Instant,
    _ body: (MemberPage.Row) throws -> Void
  ) async throws -> Int {
    var given = 0
    _ = try await ask(at: moment) { counter in
      // Asked again where the snapshot turned out to be damaged: whoever was given is not given again.
      let before = given
      return try counter.everyMember(query) { row, progress in
        guard progress.written >= before else { return }
        try body(row)
        given += 1
      }
    }
    return given
  }
}
