import Glibc
import JSONLogic
import RapportCore

extension SegmentCounter {
  /// Some customers of a group, and how many there are.
  ///
  /// Cost: a look at the group's bits, and a record read for each row that is listed.
  func members(_ query: MemberQuery) throws -> MemberPage {
    var page = MemberPage(count: 0, offset: query.offset, rows: [])
    let derived = derived(by: query)
    for (block, rows) in try found(by: query) {
      let skipped = max(0, query.offset - page.count)
      page.count += rows.cardinality
      let wanted = query.limit - page.rows.count
      guard wanted > 0 else { continue }
      for place in rows.rows(after: skipped, limit: wanted) {
        guard let row = try row(place, in: block, query, derived) else { continue }
        page.rows.append(row)
      }
    }
    return page
  }

  /// Gives everybody whom a query finds, whatever its offset and limit, one after the other.
  ///
  /// Nobody is given from a snapshot that turned out to be damaged: what was given cannot be taken back.
  ///
  /// - Parameters:
  ///   - query: whom, and what of each.
  ///   - most: after so many it stops; nil for all.
  ///   - body: is given each in the order of the list, with how far that is.
  /// - Returns: how many were found, and how many of them could be read.
  /// - Throws: what keeps customers from being read, what `body` throws, and where the task is cancelled.
  func everyMember(
    _ query: MemberQuery,
    atMost most: Int? = nil,
    _ body: (MemberPage.Row, MemberProgress) throws -> Void
  ) throws -> MemberProgress {
    let derived = derived(by: query)
    let blocks = try found(by: query)
    let isSearched = query.text.contains { !$0.isWhitespace }
    guard !isSearched || base.snapshot.verifySearch(), base.snapshot.verifyRows() else {
      throw FileError(.read, base.records.source.file.path, code: EIO)
    }
    let all = blocks.reduce(0) { $0 + $1.rows.cardinality }
    var progress = MemberProgress(written: 0, found: all)
    for (block, rows) in blocks {
      for place in rows.rows() {
        try Task.checkCancellation()
        if progress.written == most { return progress }
        guard let row = try row(place, in: block, query, derived) else { continue }
        try body(row, progress)
        progress.written += 1
      }
    }
    return progress
  }

  private func found(
    by query: MemberQuery
  ) throws -> [(block: any CustomerBlock, rows: BitMap)] {
    var search: SearchPlan?
    if query.text.contains(where: { !$0.isWhitespace }) {
      let plan = DialingPlan(country: definitions.settings.country)
      search = SearchPlan(SearchQuery(query.text, plan: plan).terms)
    }
    return try blocks.map { block in
      try Task.checkCancellation()
      let rows = try rows(of: query.group, in: block)
      return (block, search.map { base.rows(of: rows, fitting: $0, in: block) } ?? rows)
    }
  }

  /// What the columns are derived from.
  private func derived(by query: MemberQuery) -> Set<Derivation.Source> {
    Set(query.columns.compactMap { definitions.catalog.derivations[$0]?.source })
  }

  /// Nil where the record cannot be read.
  private func row(
    _ place: Int,
    in block: any CustomerBlock,
    _ query: MemberQuery,
    _ derived: Set<Derivation.Source>
  ) throws -> MemberPage.Row? {
    guard let range = block.range(of: place), let own = try base.records.facts(in: range) else {
      return nil
    }
    let facts = try deriving.completing(own, from: derived)
    return MemberPage.Row(
      customer: facts.customer,
      account: facts.account,
      values: query.columns.map { facts.value(at: $0) }
    )
  }
}
