package import RapportCore

extension ScanDirectory {
  package func find(_ query: String, limit: Int) async -> FindResult {
    catchUp()
    let census = census()
    guard let serving, limit > 0 else {
      return FindResult(hits: [], count: 0, searched: census.searched, total: census.total)
    }
    let finder = CustomerFinder(
      query: SearchQuery(query, plan: plan),
      shards: serving.index.shards,
      source: serving.source,
      fields: fields,
      limit: min(limit, 500)
    )
    var result = await finder.find(census)
    if result.count == 0, !finder.query.terms.isEmpty, !Task.isCancelled {
      result = await finder.findMisspelt(among: serving.index.words, census)
    }
    return result
  }
}

/// One query on its way through all shards, off the directory's own thread.
private struct CustomerFinder: Sendable {
  var query: SearchQuery
  var shards: [CustomerShard]
  var source: RecordSource
  var fields: SearchedFields
  var limit: Int

  @concurrent func find(_ census: Census) async -> FindResult { search(query.terms, census) }

  @concurrent func findMisspelt(among words: Set<String>, _ census: Census) async -> FindResult {
    let misspelt = query.terms.map { $0.misspelt(among: words) }
    guard misspelt.contains(where: { $0 != nil }) else { return search([], census) }
    return search(zip(query.terms, misspelt).map { $1 ?? $0 }, census)
  }

  private func search(_ terms: [SearchTerm], _ census: Census) -> FindResult {
    var search = CustomerSearch(terms, limit: limit)
    for (number, shard) in shards.enumerated() {
      if Task.isCancelled { break }
      search.search(shard, number: number)
    }
    let hits = Task.isCancelled ? [] : search.best.compactMap { hit($0, terms, search) }
    return FindResult(
      hits: hits,
      count: search.count,
      searched: census.searched,
      total: census.total
    )
  }

  /// Nil where the record is not there any more, or is another's.
  private func hit(
    _ found: CustomerSearch.Found,
    _ terms: [SearchTerm],
    _ search: CustomerSearch
  ) -> Hit? {
    let shard = shards[found.shard]
    let id = Customer.ID(shard.ids[found.row])
    let matches = search.matches(of: found, in: shard)
    guard let customer = try? source.customer(id, in: shard.ranges[found.row]),
      let weakest = matches.max(by: { $0.rank < $1.rank })
    else { return nil }
    let words = zip(terms, matches).map { term, match in
      let path = fields.names[Int(match.field)]
      let spelling = match.needle.map { search.plan.spelling($0) }
      let text = MatchedText(of: match, spelling, field: path, in: customer).text
      return Hit.Word(word: term.text, field: path, quality: match.quality, text: text)
    }
    return Hit(
      customer: customer,
      words: words,
      matched: fields.names[Int(weakest.field)],
      quality: weakest.quality
    )
  }
}
