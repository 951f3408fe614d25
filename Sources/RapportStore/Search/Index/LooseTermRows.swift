import RapportCore

/// Where the rows are that a term of a query may fit, as typed or as it may be meant.
struct LooseTermRows {
  private let number: Int
  private let sources: TermSources
  /// The words that its parts may be meant for.
  private let parts: [LooseTable.Part]
  /// That part whose words the fewest rows have.
  private let rarest: LooseTable.Part?
  private let looseSize: Int
  private let shortest: Int

  static func all(
    _ matcher: SearchMatcher,
    _ loose: LoosePlan,
    _ table: LooseTable,
    _ view: SearchIndex.View
  ) -> [LooseTermRows] {
    matcher.terms.indices.map { LooseTermRows($0, matcher, loose, table, view) }
  }

  private init(
    _ number: Int,
    _ matcher: SearchMatcher,
    _ loose: LoosePlan,
    _ table: LooseTable,
    _ view: SearchIndex.View
  ) {
    self.number = number
    let term = matcher.terms[number]
    sources = TermSources(term, matcher, view)
    parts = loose.terms[number].map { table.parts[$0] }
    func size(_ part: LooseTable.Part) -> Int {
      part.words.reduce(0) { $0 + view.postings(of: Int($1)..<Int($1) + 1).count }
    }
    rarest = parts.min { size($0) < size($1) }
    looseSize = rarest.map(size) ?? 0
    shortest =
      term.words.flatMap { matcher.words[$0] }.map { matcher.needles[$0].bytes.count }.min() ?? 0
  }

  /// So many rows at most.
  var size: Int { sources.size + looseSize }

  /// Adds the rows that it may fit.
  func insert(into rows: inout RowSet, _ view: SearchIndex.View) {
    sources.insert(into: &rows, view)
    guard let rarest else { return }
    for word in rarest.words {
      for position in view.postings(of: Int(word)..<Int(word) + 1) {
        rows.insert(Int(view.postingRows[position]))
      }
    }
  }

  /// False where a row with these words cannot fit.
  @inline(__always)
  func mayFit(_ own: UnsafeBufferPointer<UInt32>) -> Bool {
    if sources.mayFit(own) { return true }
    guard !parts.isEmpty else { return false }
    return parts.allSatisfy { part in own.contains { part[$0] != .none } }
  }

  /// The rows that it fits, exactly.
  func rows(
    among customers: IndexedCustomers,
    _ matcher: SearchMatcher,
    _ loose: LoosePlan,
    _ table: LooseTable,
    _ view: SearchIndex.View
  ) -> RowSet {
    var rows = RowSet(count: view.rowCount)
    if sources.isPlain, parts.count <= 1 {
      sources.insert(into: &rows, view)
      if let rarest { insertLoose(rarest, into: &rows, view) }
      rows.formIntersection(customers.live)
      return rows
    }
    var superset = rows
    insert(into: &superset, view)
    superset.formIntersection(customers.live)
    loose.withWords { best in
      superset.forEach { row in
        if loose.match(number, view.row(row), matcher, table, best) != nil { rows.insert(row) }
        return true
      }
    }
    return rows
  }

  /// Ids are never guessed, and addresses do not sound.
  private func insertLoose(
    _ part: LooseTable.Part,
    into rows: inout RowSet,
    _ view: SearchIndex.View
  ) {
    for (word, match) in zip(part.words, part.matches) {
      for position in view.postings(of: Int(word)..<Int(word) + 1) {
        let field = view.postingPlaces[position].field
        if field == SearchedFields.id || field == SearchedFields.email && match.isSound { continue }
        rows.insert(Int(view.postingRows[position]))
      }
    }
  }

  /// Adds those of its rows in which it may say more than a letter or two that a word begins with.
  func insertUseful(_ own: RowSet, into rows: inout RowSet, _ view: SearchIndex.View) {
    let isShort = shortest < TermMatch.fewestLetters && sources.isPlain && sources.numbers.isEmpty
    guard isShort else { return rows.formUnion(own) }
    for source in sources.rarest {
      for position in source.postings.lowerBound..<source.exactEnd {
        let row = Int(view.postingRows[position])
        if own.contains(row) { rows.insert(row) }
      }
    }
    if let rarest {
      var guessed = RowSet(count: view.rowCount)
      insertLoose(rarest, into: &guessed, view)
      guessed.formIntersection(own)
      rows.formUnion(guessed)
    }
  }
}
