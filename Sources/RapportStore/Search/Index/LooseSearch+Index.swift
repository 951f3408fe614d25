import RapportCore

extension LooseSearch {
  /// Looks up those whom every term may fit, as typed or not.
  mutating func search(_ customers: IndexedCustomers, _ table: LooseTable) {
    let (plan, loose) = (plan, loose)
    plan.withMatcher { matcher in
      customers.index.withView { view in
        let terms = LooseTermRows.all(matcher, loose, table, view)
        partial.customers += customers.live.cardinality
        if terms.count == 1, terms[0].isPlain {
          return take(terms[0], matcher, customers, view)
        }
        guard let rarest = terms.indices.min(by: { terms[$0].size < terms[$1].size }) else {
          return
        }
        var rows = RowSet(count: view.rowCount)
        terms[rarest].insert(into: &rows, view)
        rows.formIntersection(customers.live)
        var matches = [TermMatch?](repeating: nil, count: terms.count)
        var looked = 0
        loose.withWords { best in
          rows.forEach { row in
            looked += 1
            if looked & 0xFFF == 0, Task.isCancelled { return false }
            let words = view.words(of: row)
            for index in terms.indices where index != rarest && !terms[index].mayFit(words) {
              return true
            }
            loose.match(view.row(row), matcher, table, best, &matches)
            guard !matches.contains(where: { $0 == nil }) else { return true }
            take(matches, view.names[row], shard: IndexedCustomers.number, row: row)
            return true
          }
        }
      }
    }
  }

  /// Takes all whom the only term fits.
  private mutating func take(
    _ term: LooseTermRows,
    _ matcher: SearchMatcher,
    _ customers: IndexedCustomers,
    _ view: SearchIndex.View
  ) {
    customers.index.withCodes { codes in
      codes.withUnsafeMutableBufferPointer { codes in
        var touched: [UInt32] = []
        let typed = term.note(matcher, view, codes, &touched)
        codes.drain(touched) { index, row, code in
          guard customers.live.contains(row) else { return }
          let name = view.names[row]
          take(
            code.score(name),
            isFar: code.isTwoErrors,
            isCertain: index < typed,
            name,
            shard: IndexedCustomers.number,
            row: row
          )
        }
      }
    }
  }

  /// How well each term fits whom.
  func fits(_ customers: IndexedCustomers, _ table: LooseTable) -> [TermFits] {
    plan.withMatcher { matcher in
      customers.index.withView { view in
        LooseTermRows.all(matcher, loose, table, view).map {
          $0.fits(among: customers, matcher, loose, table, view)
        }
      }
    }
  }

  /// Ranks those whom only some terms fit, once all have been counted.
  ///
  /// Whoever cannot come before those already found is not looked at: the best are looked at first.
  func rank(
    _ customers: IndexedCustomers,
    _ terms: [TermFits],
    into ranking: inout PartialRanking
  ) {
    customers.index.withView { view in
      let order = PartialOrder(terms, ranking.fit, view)
      var fits = [UInt8](repeating: 0, count: terms.count)
      for (bound, rows) in order.byBound {
        guard bound >= ranking.worst, !Task.isCancelled else { return }
        for row in rows {
          for term in terms.indices { fits[term] = terms[term][Int(row)] ?? 0 }
          let name = view.name(of: Int(row))
          ranking.take(fits[...], name: name, shard: IndexedCustomers.number, row: Int(row))
        }
      }
    }
  }
}

/// The rows of an index that some terms fit, by how much of the query they fit at most.
private struct PartialOrder {
  /// Greatest first.
  private(set) var byBound: [(bound: Int, rows: [UInt32])] = []

  init(_ terms: [TermFits], _ fit: PartialFit, _ view: SearchIndex.View) {
    var buckets = [[UInt32]](repeating: [], count: PartialFit.most + 1)
    var useful = RowSet(count: view.rowCount)
    for term in terms { useful.formUnion(term.useful) }
    var fits = [UInt8](repeating: 0, count: terms.count)
    useful.forEach { row in
      var isWhole = true
      for term in terms.indices {
        let own = terms[term][row]
        fits[term] = own ?? 0
        if own == nil { isWhole = false }
      }
      guard !isWhole else { return true }
      let bound = fit.words(fits[...]) + fit.mostLikeness(length: view.names[row].length)
      buckets[min(bound, PartialFit.most)].append(UInt32(row))
      return true
    }
    for bound in buckets.indices.reversed() where !buckets[bound].isEmpty {
      byBound.append((bound, buckets[bound]))
    }
  }
}
