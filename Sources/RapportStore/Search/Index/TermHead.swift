import RapportCore

/// What is kept for the beginning of a word or number that very many have.
struct TermHead {
  let count: Int
  let rows: UnsafeBufferPointer<UInt32>
  fileprivate let kind: PrefixHeads.Kind
  /// The needle, or the digits, of the plan.
  fileprivate let number: Int

  /// Whether a row has the beginning.
  func isOf(_ row: SearchedRow, _ matcher: SearchMatcher) -> Bool {
    switch kind {
    case .word:
      let wanted = UnsafeBufferPointer(rebasing: matcher.bytes[matcher.needles[number].bytes])
      return row.starts.contains { row.text.has(wanted, at: $0.offset) }
    case .number:
      let wanted = UnsafeBufferPointer(rebasing: matcher.bytes[matcher.digits[number].bytes])
      var start = 0
      for position in row.phones.indices where row.phones[position] == SearchText.space {
        if position - start >= wanted.count, row.phones.has(wanted, at: start) { return true }
        start = position + 1
      }
      return false
    }
  }
}

extension TermSources {
  /// The head of the largest of the sources; nil where there is none, or where the others are large too.
  func head(_ matcher: SearchMatcher, _ view: SearchIndex.View) -> TermHead? {
    guard words.count <= 1, numbers.allSatisfy(\.isPlain) else { return nil }
    let most = 1 << 13
    var head: (TermHead, size: Int)?
    for source in rarest where source.size >= view.headsFrom {
      guard head == nil, source.isBeginning else { return nil }
      let bytes = UnsafeBufferPointer(
        rebasing: matcher.bytes[matcher.needles[source.number].bytes]
      )
      guard let found = view.head(.word, bytes) else { return nil }
      let known = TermHead(count: found.count, rows: found.rows, kind: .word, number: source.number)
      head = (known, source.size)
    }
    for source in numbers where source.positions.count >= view.headsFrom {
      guard head == nil, source.quality == .prefix else { return nil }
      let bytes = UnsafeBufferPointer(rebasing: matcher.bytes[matcher.digits[source.pattern].bytes])
      guard let found = view.head(.number, bytes) else { return nil }
      let known = TermHead(
        count: found.count,
        rows: found.rows,
        kind: .number,
        number: source.pattern
      )
      head = (known, source.positions.count)
    }
    guard let head, size - head.size <= most else { return nil }
    return head.0
  }

  /// Adds the rows that the sources name, but for the one that has the head.
  func insert(into rows: inout RowSet, _ view: SearchIndex.View, but head: TermHead) {
    for source in numbers where head.kind != .number || source.pattern != head.number {
      for position in source.positions { rows.insert(source.row(position, view)) }
    }
    for source in rarest where head.kind != .word || source.number != head.number {
      source.forEachRow(view) { rows.insert($0) }
    }
  }
}
