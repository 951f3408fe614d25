import JSONLogic
import RapportCore

extension SegmentCounter {
  /// Some customers of a group, and how many there are.
  ///
  /// Cost: a look at the group's bits, and a record read for each row that is listed.
  func members(_ query: MemberQuery) throws -> MemberPage {
    var page = MemberPage(count: 0, offset: query.offset, rows: [])
    var search: SearchPlan?
    if query.text.contains(where: { !$0.isWhitespace }) {
      let plan = DialingPlan(country: definitions.settings.country)
      search = SearchPlan(SearchQuery(query.text, plan: plan).terms)
    }
    let derived = query.columns.compactMap { definitions.catalog.derivations[$0]?.source }
    for block in blocks {
      try Task.checkCancellation()
      var rows = try rows(of: query.group, in: block)
      if let search { rows = base.rows(of: rows, fitting: search, in: block) }
      let skipped = max(0, query.offset - page.count)
      page.count += rows.cardinality
      let wanted = query.limit - page.rows.count
      guard wanted > 0 else { continue }
      for row in rows.rows(after: skipped, limit: wanted) {
        guard let range = block.range(of: row), let own = try base.records.facts(in: range) else {
          continue
        }
        let facts = try deriving.completing(own, from: Set(derived))
        page.rows.append(
          MemberPage.Row(
            customer: facts.customer,
            account: facts.account,
            values: query.columns.map { facts.value(at: $0) }
          )
        )
      }
    }
    return page
  }
}
