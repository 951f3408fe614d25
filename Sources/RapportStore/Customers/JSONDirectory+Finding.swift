package import RapportCore

extension JSONDirectory {
  package func find(_ query: String, limit: Int, knowing: Familiarity) async -> FindResult {
    catchUp()
    let census = census()
    guard let serving, limit > 0 else {
      return FindResult(
        hits: [],
        count: 0,
        certain: 0,
        searched: census.searched,
        total: census.total,
        isComplete: census.isComplete
      )
    }
    let finder = CustomerFinder(
      query: SearchQuery(query, plan: plan),
      customers: serving,
      familiar: serving.rows(of: knowing),
      fields: contents.fields,
      limit: min(limit, 500)
    )
    return await finder.find(census)
  }
}
