import RapportCore

/// One query on its way through all customers, off the directory's own thread.
struct CustomerFinder: Sendable {
  let query: SearchQuery
  let customers: CustomerGeneration
  let familiar: FamiliarRows
  let fields: SearchedFields
  let limit: Int

  /// As typed first; where few fit, with errors, sounds and words left out too.
  ///
  /// While the first snapshot is being made, people are found only as they are written.
  @concurrent func find(_ census: Census) async -> FindResult {
    let plan = SearchPlan(query.terms)
    var search = CustomerSearch(plan, familiar: familiar, limit: limit)
    if let indexed = customers.indexed { search.search(indexed) }
    for (number, shard) in customers.scanned.shards.enumerated() {
      if Task.isCancelled { break }
      search.search(shard, number: number + 1)
    }
    let isEnough =
      search.count >= SearchQuery.enough
      || search.best.customers.first?.score.isCertain == true
      || search.count > 0 && query.isIdentifier
    if !isEnough, !Task.isCancelled, let indexed = customers.indexed {
      let loose = LoosePlan(query)
      if loose.isOfUse { return find(plan, loose, indexed, census) }
    }
    let hits = search.best.customers.map { found in
      (found, matches(of: found, plan))
    }
    return result(plan, hits, search.count, certain: search.count, census)
  }

  private func find(
    _ plan: SearchPlan,
    _ loose: LoosePlan,
    _ indexed: IndexedCustomers,
    _ census: Census
  ) -> FindResult {
    var search = LooseSearch(plan, loose, familiar: familiar, limit: limit)
    let known = indexed.index.withView { LooseTable(loose.parts, in: $0) }
    let scanned = customers.scanned
    let new = scanned.guesses.withView(scanned.vocabulary) {
      LooseTable(loose.parts, in: $0, of: scanned.vocabulary.count)
    }
    search.search(indexed, known)
    for (number, shard) in scanned.shards.enumerated() {
      if Task.isCancelled { break }
      search.search(shard, number: number + 1, new)
    }
    var some: [FoundCustomer] = []
    if search.wantedPartial > 0, !Task.isCancelled {
      let terms = search.fits(indexed, known)
      for (number, term) in terms.enumerated() {
        search.partial.count(term.rows.cardinality, term: number)
      }
      var ranking = PartialRanking(
        search.partial,
        like: loose.text,
        familiar: familiar,
        limit: search.wantedPartial
      )
      search.partial.rank(into: &ranking) { shard, row, body in
        scanned.shards[shard - 1].searched.withName(of: row, body)
      }
      search.rank(indexed, terms, into: &ranking)
      some = ranking.best
    }
    let (best, count) = search.result(some)
    let hits = best.map { found in
      let table = found.shard == IndexedCustomers.number ? known : new
      return (found, matches(of: found, plan, loose, table))
    }
    return result(plan, hits, count, certain: search.certain, census)
  }

  /// How each term fits somebody who was found; nil for those that do not.
  private func matches(
    of found: FoundCustomer,
    _ plan: SearchPlan,
    _ loose: LoosePlan? = nil,
    _ table: LooseTable? = nil
  ) -> [TermMatch?] {
    plan.withMatcher { matcher in
      withRow(of: found) { row in
        guard let loose, let table else { return matcher.terms.map { matcher.match($0, in: row) } }
        var matches = [TermMatch?](repeating: nil, count: matcher.terms.count)
        loose.withWords { loose.match(row, matcher, table, $0, &matches) }
        return matches
      }
    }
  }

  private func withRow<Result>(
    of found: FoundCustomer,
    _ body: (SearchedRow) -> Result
  ) -> Result {
    if found.shard == IndexedCustomers.number, let index = customers.indexed?.index {
      return index.withView { body($0.row(found.row)) }
    }
    return customers.scanned.shards[found.shard - 1].searched.withRows { body($0[found.row]) }
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
      total: census.total,
      isComplete: census.isComplete
    )
  }

  /// Nil where the record is not there any more, or is another's.
  private func hit(_ found: FoundCustomer, _ matches: [TermMatch?], _ plan: SearchPlan) -> Hit? {
    guard let customer = customers.customer(found),
      let weakest = matches.compactMap(\.self).max(by: { $0.rank < $1.rank }),
      Int(weakest.field) < fields.names.count
    else { return nil }
    var words: [Hit.Word] = []
    var missing: [String] = []
    for (term, match) in zip(query.terms, matches) {
      guard let match else {
        missing.append(term.text)
        continue
      }
      let path = fields.names[min(Int(match.field), fields.names.count - 1)]
      let spelling = match.needle.map { plan.spelling($0) } ?? word(match, of: found)
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

  /// The word of the customer that is like what was typed.
  private func word(_ match: TermMatch, of found: FoundCustomer) -> [UInt8]? {
    guard let word = match.word else { return nil }
    return found.shard == IndexedCustomers.number
      ? customers.indexed?.index.spelling(word)
      : Array(customers.scanned.vocabulary[word])
  }
}
