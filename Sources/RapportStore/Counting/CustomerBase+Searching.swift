import JSONLogic
import RapportCore

extension CustomerBase {
  /// Those of some rows whom a query fits as it was typed.
  ///
  /// A query that asks for nothing fits nobody.
  func rows(of rows: BitMap, fitting plan: SearchPlan, in block: any CustomerBlock) -> BitMap {
    guard !plan.terms.isEmpty else { return BitMap(count: rows.count) }
    return block is SnapshotBlock
      ? indexed(rows, fitting: plan) : scanned(rows, fitting: plan)
  }

  private func indexed(_ rows: BitMap, fitting plan: SearchPlan) -> BitMap {
    guard let index = snapshot.search else { return BitMap(count: rows.count) }
    let found = plan.withMatcher { matcher in
      index.withView { view in
        let sources = matcher.terms.map { TermSources($0, matcher, view) }
        var candidates = RowSet(count: view.rowCount)
        sources.min { $0.size < $1.size }?.insert(into: &candidates, view)
        let isSettled = sources.count == 1 && sources[0].isPlain
        var found: [Int] = []
        var matches: [TermMatch] = []
        candidates.forEach { row in
          if rows[row], isSettled || matcher.match(view.row(row), &matches) { found.append(row) }
          return true
        }
        return found
      }
    }
    return BitMap(rows: found, count: rows.count)
  }

  private func scanned(_ rows: BitMap, fitting plan: SearchPlan) -> BitMap {
    let found = plan.withMatcher { matcher in
      tailSearched.withRows { searched in
        var matches: [TermMatch] = []
        return rows.rows().filter { matcher.match(searched[$0], &matches) }
      }
    }
    return BitMap(rows: found, count: rows.count)
  }
}
