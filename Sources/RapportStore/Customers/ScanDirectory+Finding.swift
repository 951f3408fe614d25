package import RapportCore

extension ScanDirectory {
  package func find(_ query: String, limit: Int, knowing: Familiarity) async -> FindResult {
    catchUp()
    let census = census()
    guard let serving, limit > 0 else {
      return FindResult(
        hits: [],
        count: 0,
        certain: 0,
        searched: census.searched,
        total: census.total
      )
    }
    let finder = CustomerFinder(
      query: SearchQuery(query, plan: plan),
      index: serving.index,
      familiar: serving.index.rows(of: knowing),
      source: serving.source,
      fields: fields,
      limit: min(limit, 500)
    )
    return await finder.find(census)
  }
}
