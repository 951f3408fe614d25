import RapportCore

extension TermSources {
  /// Notes how well the term fits each row that its sources name; rows that are new are appended.
  func note(
    _ term: SearchPlan.Term,
    _ matcher: SearchMatcher,
    _ view: SearchIndex.View,
    _ codes: UnsafeMutableBufferPointer<RankCode>,
    _ touched: inout [UInt32]
  ) {
    for source in numbers {
      let code = source.code
      for position in source.positions {
        let row = source.row(position, view)
        if source.isPlain {
          codes.note(code, at: row, &touched)
        } else if let match = matcher.match(term, in: view.row(row)) {
          codes.note(RankCode(match), at: row, &touched)
        }
      }
    }
    for source in rarest where !Task.isCancelled {
      if words.count > 1 {
        source.forEachRow(view) { row in
          guard haveAllWords(view.words(of: row)),
            let match = matcher.match(term, in: view.row(row))
          else { return }
          codes.note(RankCode(match), at: row, &touched)
        }
      } else if source.isPlain {
        source.forEachCode(view) { row, code, _ in codes.note(code, at: row, &touched) }
      } else {
        source.forEachRow(view) { row in
          guard let match = matcher.find(source.number..<source.number + 1, in: view.row(row))
          else { return }
          codes.note(RankCode(match), at: row, &touched)
        }
      }
    }
  }
}

extension UnsafeMutableBufferPointer<RankCode> {
  /// Hands out what is noted of some rows, and forgets it.
  @inline(__always)
  func drain(_ touched: [UInt32], _ body: (_ index: Int, _ row: Int, _ code: RankCode) -> Void) {
    for (index, row) in touched.enumerated() {
      let code = self[Int(row)]
      self[Int(row)] = .none
      body(index, Int(row), code)
    }
  }

  /// Keeps the better of what is noted and this.
  @inline(__always)
  func note(_ code: RankCode, at row: Int) {
    if code.isBetter(than: self[row]) { self[row] = code }
  }

  /// The same; a row that is new is appended.
  @inline(__always)
  func note(_ code: RankCode, at row: Int, _ touched: inout [UInt32]) {
    guard row < count else { return }
    if self[row] == .none { touched.append(UInt32(truncatingIfNeeded: row)) }
    note(code, at: row)
  }
}
