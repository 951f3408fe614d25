import RapportCore

extension CustomerSearch {
  /// Looks up those whom the query may fit.
  ///
  /// Cost: some 5 ns for each place where a query of one word is found, but for what very many have;
  /// of several words some 50 ns for each that the rarest of them may fit.
  mutating func search(_ customers: IndexedCustomers) {
    guard !plan.terms.isEmpty else { return }
    let plan = plan
    plan.withMatcher { matcher in
      customers.index.withView { view in
        let sources = matcher.terms.map { TermSources($0, matcher, view) }
        if sources.count == 1 {
          if !takeHead(sources[0], matcher, customers, view) {
            lookUp(sources[0], matcher, customers, view)
          }
        } else {
          lookUp(sources, matcher, customers, view)
        }
      }
    }
  }

  /// Of more customers who are there no more, a head tells too little.
  private static let mostGone = 1 << 12

  // MARK: one word or number

  /// Counts and ranks the rows that the sources of the only term name.
  private mutating func lookUp(
    _ term: TermSources,
    _ matcher: SearchMatcher,
    _ customers: IndexedCustomers,
    _ view: SearchIndex.View
  ) {
    customers.index.withCodes { codes in
      var touched: [UInt32] = []
      codes.withUnsafeMutableBufferPointer { codes in
        term.note(matcher.terms[0], matcher, view, codes, &touched)
        var isCancelled = Task.isCancelled
        codes.drain(touched) { index, row, code in
          if index & 0xFFF == 0xFFF { isCancelled = Task.isCancelled }
          guard !isCancelled, customers.live.contains(row) else { return }
          count += 1
          let name = view.names[row]
          insert(code.score(name), name, shard: IndexedCustomers.number, row: row)
        }
      }
    }
  }

  /// Takes the count and the best from what is kept for beginnings that very many have.
  ///
  /// False where there is none, or where too many customers changed since or are asked for.
  private mutating func takeHead(
    _ term: TermSources,
    _ matcher: SearchMatcher,
    _ customers: IndexedCustomers,
    _ view: SearchIndex.View
  ) -> Bool {
    guard term.size >= view.headsFrom, customers.gone.count < Self.mostGone,
      let head = term.head(matcher, view)
    else { return false }
    var others = RowSet(count: view.rowCount)
    term.insert(into: &others, view, but: head)
    var matches: [TermMatch] = []
    func fits(_ row: Int) -> Bool { matcher.match(view.row(row), &matches) }
    let gone = customers.gone.count { head.isOf(view.row($0), matcher) }
    let rows = head.rows.filter { customers.live.contains(Int($0)) }
    guard rows.count >= limit || head.rows.count == head.count else { return false }
    count += head.count - gone
    var taken = RowSet(count: view.rowCount)
    func take(_ row: Int, into search: inout CustomerSearch) {
      guard taken.insert(row), fits(row) else { return }
      search.insert(matches, view.names[row], shard: IndexedCustomers.number, row: row)
    }
    for row in rows { take(Int(row), into: &self) }
    for (shard, row) in familiar.all
    where shard == IndexedCustomers.number && customers.live.contains(row) {
      take(row, into: &self)
    }
    others.formIntersection(customers.live)
    others.forEach { row in
      if !head.isOf(view.row(row), matcher) { count += 1 }
      take(row, into: &self)
      return true
    }
    return true
  }

  // MARK: several

  /// Looks at those whom the rarest term may fit.
  private mutating func lookUp(
    _ terms: [TermSources],
    _ matcher: SearchMatcher,
    _ customers: IndexedCustomers,
    _ view: SearchIndex.View
  ) {
    guard let rarest = terms.indices.min(by: { terms[$0].size < terms[$1].size }) else { return }
    var rows = RowSet(count: view.rowCount)
    terms[rarest].insert(into: &rows, view)
    rows.formIntersection(customers.live)
    var matches: [TermMatch] = []
    var looked = 0
    rows.forEach { row in
      looked += 1
      if looked & 0xFFF == 0, Task.isCancelled { return false }
      let words = view.words(of: row)
      for (index, term) in terms.enumerated() where index != rarest && !term.mayFit(words) {
        return true
      }
      guard matcher.match(view.row(row), &matches) else { return true }
      count += 1
      insert(matches, view.names[row], shard: IndexedCustomers.number, row: row)
      return true
    }
  }
}
