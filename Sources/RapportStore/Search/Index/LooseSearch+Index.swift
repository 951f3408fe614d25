import RapportCore

extension LooseSearch {
  /// Looks up those whom every term may fit, as typed or not.
  mutating func search(_ customers: IndexedCustomers, _ table: LooseTable) {
    let (plan, loose) = (plan, loose)
    plan.withMatcher { matcher in
      customers.index.withView { view in
        let terms = LooseTermRows.all(matcher, loose, table, view)
        partial.customers += customers.live.cardinality
        guard let rarest = terms.min(by: { $0.size < $1.size }) else { return }
        var rows = RowSet(count: view.rowCount)
        rarest.insert(into: &rows, view)
        rows.formIntersection(customers.live)
        var matches = [TermMatch?](repeating: nil, count: terms.count)
        var looked = 0
        loose.withWords { best in
          rows.forEach { row in
            looked += 1
            if looked & 0xFFF == 0, Task.isCancelled { return false }
            let words = view.words(of: row)
            guard terms.allSatisfy({ $0.mayFit(words) }) else { return true }
            loose.match(view.row(row), matcher, table, best, &matches)
            guard !matches.contains(where: { $0 == nil }) else { return true }
            take(matches, view.names[row], shard: IndexedCustomers.number, row: row)
            return true
          }
        }
      }
    }
  }

  /// Counts whom each term fits.
  mutating func count(_ customers: IndexedCustomers, _ table: LooseTable) {
    let (plan, loose) = (plan, loose)
    plan.withMatcher { matcher in
      customers.index.withView { view in
        for (number, term) in LooseTermRows.all(matcher, loose, table, view).enumerated() {
          let rows = term.rows(among: customers, matcher, loose, table, view)
          partial.count(rows.cardinality, term: number)
        }
      }
    }
  }

  /// Ranks those whom only some terms fit, once all have been counted.
  ///
  /// Whoever cannot come before those already found is not looked at: the best are looked at first.
  func rank(
    _ customers: IndexedCustomers,
    _ table: LooseTable,
    into ranking: inout PartialRanking
  ) {
    plan.withMatcher { matcher in
      customers.index.withView { view in
        let terms = LooseTermRows.all(matcher, loose, table, view)
        let sets = terms.map { $0.rows(among: customers, matcher, loose, table, view) }
        let order = PartialOrder(terms, sets, ranking.fit, view)
        var matches = [TermMatch?](repeating: nil, count: terms.count)
        loose.withWords { best in
          for (bound, rows) in order.byBound {
            guard bound >= ranking.worst, !Task.isCancelled else { return }
            for row in rows {
              let searched = view.row(Int(row))
              loose.match(searched, matcher, table, best, &matches)
              let fits = matches.map { $0?.fit ?? 0 }
              guard fits.contains(where: { $0 > 0 }) else { continue }
              let name = SearchText.name(searched.text)
              ranking.take(fits[...], name: name, shard: IndexedCustomers.number, row: Int(row))
            }
          }
        }
      }
    }
  }
}

/// The rows of an index that some terms may fit, by how much of the query they may fit at most.
private struct PartialOrder {
  /// Greatest first.
  private(set) var byBound: [(bound: Int, rows: [UInt32])] = []

  init(
    _ terms: [LooseTermRows],
    _ sets: [RowSet],
    _ fit: PartialFit,
    _ view: SearchIndex.View
  ) {
    var buckets = [[UInt32]](repeating: [], count: PartialFit.most + 1)
    // What only begins like a letter or two tells nothing of anybody.
    var useful = RowSet(count: view.rowCount)
    for (term, rows) in zip(terms, sets) { term.insertUseful(rows, into: &useful, view) }
    var fits = [UInt8](repeating: 0, count: terms.count)
    var words: [Int: Int] = [:]
    useful.forEach { row in
      var mask = 0
      for term in sets.indices where sets[term].contains(row) { mask |= 1 << term }
      guard mask != 0, mask != 1 << sets.count - 1 else { return true }
      let most =
        words[mask]
        ?? {
          for term in sets.indices { fits[term] = mask >> term & 1 == 1 ? 100 : 0 }
          let most = fit.words(fits[...])
          words[mask] = most
          return most
        }()
      let bound = most + fit.mostLikeness(length: view.names[row].length)
      buckets[min(bound, PartialFit.most)].append(UInt32(row))
      return true
    }
    for bound in buckets.indices.reversed() where !buckets[bound].isEmpty {
      byBound.append((bound, buckets[bound]))
    }
  }
}
