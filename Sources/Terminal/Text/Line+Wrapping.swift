extension Line {
  /// The line broken into rows of at most a width.
  ///
  /// Breaks after spaces and hyphens and between ideographs, but not before closing or after
  /// opening punctuation; a word longer than a row is cut. Spaces at a break disappear, those that
  /// begin the line stay. Rows after the first are indented, which counts towards the width. In one
  /// column a wide character becomes U+FFFD. No rows for a width of 0, one empty row for no text.
  /// Linear in the text.
  package func wrapped(toColumns width: Int, hangingIndent: Int = 0) -> [Line] {
    guard width > 0 else { return [] }
    let indent = hangingIndent > 0 && width - hangingIndent >= 2 ? hangingIndent : 0
    var cells = cells
    if width == 1 {
      cells = cells.map { $0.width == 2 ? Cell("\u{FFFD}", role: $0.role) : $0 }
    }
    var rows: [Line] = []
    var start = 0
    repeat {
      let room = rows.isEmpty ? width : width - indent
      let row = Self.rowEnd(cells, from: start, room: room)
      let line = Line(cells: cells[start..<row.end])
      rows.append(rows.isEmpty || indent == 0 ? line : Line.blank(indent) + line)
      start = row.next
    } while start < cells.count
    return rows
  }

  /// Where the row that starts at a cell ends, and where the next one starts.
  private static func rowEnd(_ cells: [Cell], from start: Int, room: Int) -> (end: Int, next: Int) {
    var used = 0
    var lastBreak: Int?
    var index = start
    while index < cells.count {
      if index > start, mayBreak(before: index, in: cells) { lastBreak = index }
      used += Int(cells[index].width)
      // Spaces may hang over the edge, where they are dropped.
      if used > room, !cells[index].isBlank { break }
      index += 1
    }
    var next = cells.count
    var end = cells.count
    if index < cells.count {
      next = lastBreak ?? max(index, start + 1)
      end = next
      while next < cells.count, cells[next].isBlank { next += 1 }
    }
    // A row of nothing but spaces keeps as many as fit; elsewhere they are dropped from the end.
    while end > start, cells[end - 1].isBlank { end -= 1 }
    if end == start { return (min(next, start + min(room, next - start)), next) }
    return (end, next)
  }

  private static func mayBreak(before index: Int, in cells: [Cell]) -> Bool {
    let before = cells[index - 1]
    let after = cells[index]
    if after.isBlank { return false }
    if before.isBlank { return true }
    if before.base == "-" { return index >= 2 && !cells[index - 2].isBlank && after.isLetter }
    guard before.width == 2 || after.width == 2 else { return false }
    return !closing.contains(after.base) && !opening.contains(before.base)
  }

  /// Punctuation that does not begin a row, and that does not end one (JIS X 4051, kinsoku).
  private static let closing = Set(
    "、。，．・：；？！）］｝〕〉》」』】’”ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}%…".unicodeScalars
  )
  private static let opening = Set("（［｛〔〈《「『【‘“([{".unicodeScalars)

  private static func blank(_ columns: Int) -> Line {
    Line([Span(sanitised: String(repeating: " ", count: columns), role: .text)])
  }
}

extension Cell {
  fileprivate var isLetter: Bool { base.properties.isAlphabetic }
}
