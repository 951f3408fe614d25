import RapportCore

/// One query on its way through all shards, off the directory's own thread.
struct CustomerFinder: Sendable {
  let query: SearchQuery
  let index: CustomerIndex
  let familiar: FamiliarRows
  let source: RecordSource
  let fields: SearchedFields
  let limit: Int

  /// As typed first; where few fit, with errors, sounds and words left out too.
  @concurrent func find(_ census: Census) async -> FindResult {
    let plan = SearchPlan(query.terms)
    var search = CustomerSearch(plan, familiar: familiar, limit: limit)
    for (number, shard) in index.shards.enumerated() {
      if Task.isCancelled { break }
      search.search(shard, number: number)
    }
    let isEnough =
      search.count >= SearchQuery.enough || search.best.first?.score.isCertain == true
      || search.count > 0 && query.isIdentifier
    if !isEnough, !Task.isCancelled {
      let loose = LoosePlan(query, index.vocabulary)
      if loose.isOfUse { return find(plan, loose, census) }
    }
    let hits = search.best.map { found in
      (found, plan.withMatcher { $0.matches(found.row, in: index.shards[found.shard]) })
    }
    return result(plan, hits, search.count, certain: search.count, census)
  }

  private func find(_ plan: SearchPlan, _ loose: LoosePlan, _ census: Census) -> FindResult {
    var search = LooseSearch(plan, loose, familiar: familiar)
    for (number, shard) in index.shards.enumerated() {
      if Task.isCancelled { break }
      search.search(shard, number: number)
    }
    let (best, count) = search.result(of: index.shards, limit: limit)
    let hits = best.map { ($0, search.matches(of: $0, in: index.shards[$0.shard])) }
    return result(plan, hits, count, certain: search.certain, census)
  }

  private func result(
    _ plan: SearchPlan,
    _ found: [(FoundCustomer, [TermMatch?])],
    _ count: Int,
    certain: Int,
    _ census: Census
  ) -> FindResult {
    FindResult(
      hits: Task.isCancelled ? [] : found.compactMap { hit($0.0, $0.1, plan) },
      count: count,
      certain: certain,
      searched: census.searched,
      total: census.total
    )
  }

  /// Nil where the record is not there any more, or is another's.
  private func hit(_ found: FoundCustomer, _ matches: [TermMatch?], _ plan: SearchPlan) -> Hit? {
    let shard = index.shards[found.shard]
    let id = Customer.ID(shard.ids[found.row])
    guard let customer = try? source.customer(id, in: shard.ranges[found.row]),
      let weakest = matches.compactMap(\.self).max(by: { $0.rank < $1.rank })
    else { return nil }
    var words: [Hit.Word] = []
    var missing: [String] = []
    for (term, match) in zip(query.terms, matches) {
      guard let match else {
        missing.append(term.text)
        continue
      }
      let path = fields.names[Int(match.field)]
      let spelling = match.needle.map { plan.spelling($0) } ?? match.word.map { index.word($0) }
      let text = MatchedText(of: match, spelling, field: path, in: customer).text
      words.append(Hit.Word(word: term.text, field: path, quality: match.quality, text: text))
    }
    return Hit(
      customer: customer,
      words: words,
      missing: missing,
      matched: fields.names[Int(weakest.field)],
      quality: missing.isEmpty ? weakest.quality : .partial
    )
  }
}
