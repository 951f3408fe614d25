import RapportCore

/// Where the rows are that a term of a query may fit, as typed or as it may be meant.
struct LooseTermRows {
  private let number: Int
  private let sources: TermSources
  /// The words that its parts may be meant for.
  private let parts: [LooseTable.Part]
  private let isAddress: Bool
  /// That part whose words the fewest rows have.
  private let rarest: LooseTable.Part?
  private let looseSize: Int

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
    isAddress = loose.terms[number].first.map { loose.isAddress[$0] } ?? false
    func size(_ part: LooseTable.Part) -> Int {
      part.words.reduce(0) { $0 + view.postings(of: Int($1)..<Int($1) + 1).count }
    }
    rarest = parts.min { size($0) < size($1) }
    looseSize = rarest.map(size) ?? 0
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

  /// The rows that it fits, and how well.
  func fits(
    among customers: IndexedCustomers,
    _ matcher: SearchMatcher,
    _ loose: LoosePlan,
    _ table: LooseTable,
    _ view: SearchIndex.View
  ) -> TermFits {
    var fits = TermFits(count: view.rowCount)
    if isPlain {
      note(into: &fits, customers, matcher, view)
      return fits
    }
    var superset = RowSet(count: view.rowCount)
    insert(into: &superset, view)
    superset.formIntersection(customers.live)
    loose.withWords { best in
      superset.forEach { row in
        if let match = loose.match(number, view.row(row), matcher, table, best) {
          fits.note(match.fit, at: row)
        }
        return true
      }
    }
    return fits
  }

  /// Whether a row fits exactly where its words and numbers say so.
  var isPlain: Bool { sources.words.count <= 1 && parts.count <= 1 }

  /// Notes how well it fits each row, what is typed first; answers how many of the rows that are
  /// appended it fits so.
  func note(
    _ matcher: SearchMatcher,
    _ view: SearchIndex.View,
    _ codes: UnsafeMutableBufferPointer<RankCode>,
    _ touched: inout [UInt32]
  ) -> Int {
    sources.note(matcher.terms[number], matcher, view, codes, &touched)
    let typed = touched.count
    guard let rarest else { return typed }
    // What is typed is better than any guess.
    for (word, match) in zip(rarest.words, rarest.matches) {
      let match = max(match, .apart)
      for position in view.postings(of: Int(word)..<Int(word) + 1) {
        let field = view.postingPlaces[position].field
        // Ids are never guessed, and addresses do not sound.
        let isEmail = field == SearchedFields.email
        if field == SearchedFields.id || isEmail && match.isSound || isAddress && !isEmail {
          continue
        }
        let code = RankCode(
          match.quality,
          distance: match.distance,
          isAlone: false,
          field: field
        )
        codes.note(code, at: Int(view.postingRows[position]), &touched)
      }
    }
    return typed
  }

  /// Notes how well of 100 it fits each row.
  private func note(
    into fits: inout TermFits,
    _ customers: IndexedCustomers,
    _ matcher: SearchMatcher,
    _ view: SearchIndex.View
  ) {
    customers.index.withCodes { codes in
      codes.withUnsafeMutableBufferPointer { codes in
        var touched: [UInt32] = []
        _ = note(matcher, view, codes, &touched)
        let length = matcher.terms[number].words.first.map { word in
          matcher.needles[matcher.words[word].lowerBound].bytes.count
        }
        codes.drain(touched) { _, row, code in
          guard customers.live.contains(row) else { return }
          fits.note(code.fit(length: length ?? .max), at: row)
        }
      }
    }
  }
}
