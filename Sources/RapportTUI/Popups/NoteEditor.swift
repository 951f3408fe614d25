import RapportCore
import Terminal

/// A text of several rows being written; wrapped at words, as it is shown.
struct NoteEditor: Sendable {
  /// The characters of a note; more are not taken.
  static let limit = 8_000

  private(set) var characters: [Character]
  private(set) var cursor: Int
  private(set) var text: String
  /// What `u` goes back to.
  let before: String
  let limit: Int
  /// How many characters of what was last put in had no room.
  private(set) var refused = 0
  /// Where the cursor is in the bytes of the text.
  private var byte: Int
  private var revision = EditorLayout.Revision()
  private let layout = EditorLayout()

  /// The cursor is at the end, or behind so many characters.
  init(_ text: String, limit: Int = Self.limit, cursor: Int? = nil) {
    before = text
    self.text = text
    self.limit = limit
    characters = Array(text)
    self.cursor = characters.count
    byte = text.utf8.count
    if let cursor { place(min(max(0, cursor), characters.count)) }
  }

  /// What to say of a text that did not fit; nil while everything fits.
  var refusal: String? {
    guard refused > 0 else { return nil }
    let most = NumberWords.words(Double(limit))
    return "The text is full: \(most) characters are the most it takes"
  }

  mutating func insert(_ text: String) {
    let clean = Array(Terminal.Text.clipboardSafe(text))
    let kept = clean.prefix(max(0, limit - characters.count))
    refused = clean.count - kept.count
    guard !kept.isEmpty else { return }
    replace(cursor..<cursor, with: kept)
  }

  mutating func edit(_ key: Key) -> Bool {
    refused = 0
    switch key {
    case .character(let character): insert(String(character))
    case .control("j"): insert("\n")
    case .backspace: if cursor > 0 { replace(cursor - 1..<cursor, with: []) }
    case .delete: if cursor < characters.count { replace(cursor..<cursor + 1, with: []) }
    case .left: place(max(0, cursor - 1))
    case .right: place(min(characters.count, cursor + 1))
    case .home, .control("a"): place(0)
    case .end, .control("e"): place(characters.count)
    case .control("u"): replace(0..<cursor, with: [])
    case .control("w"): deleteWord()
    default: return false
    }
    return true
  }

  private mutating func deleteWord() {
    var start = cursor
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    replace(start..<cursor, with: [])
  }

  /// Leaves the cursor behind what is put in; takes time with the change and not with the text.
  private mutating func replace(_ range: Range<Int>, with new: ArraySlice<Character>) {
    place(range.lowerBound)
    let removed = Self.bytes(characters[range])
    let start = text.utf8.index(text.startIndex, offsetBy: byte)
    let end = text.utf8.index(start, offsetBy: removed)
    text.replaceSubrange(start..<end, with: String(new))
    characters.replaceSubrange(range, with: new)
    cursor += new.count
    byte += Self.bytes(new)
    revision = revision.next(removing: range, adding: new.count)
  }

  private mutating func place(_ position: Int) {
    if position < cursor {
      byte -= Self.bytes(characters[position..<cursor])
    } else {
      byte += Self.bytes(characters[cursor..<position])
    }
    cursor = position
  }

  private static func bytes(_ characters: ArraySlice<Character>) -> Int {
    characters.reduce(0) { $0 + $1.utf8.count }
  }

  // MARK: - Rows

  /// To the row above or below, as near to the column as it goes; false where there is no such row.
  mutating func move(byRows distance: Int, columns: Int) -> Bool {
    guard columns > 1 else { return false }
    let starts = starts(columns)
    let here = row(of: cursor, starts)
    let target = here + distance
    guard starts.indices.contains(target) else { return false }
    let column = column(of: cursor, in: here, starts)
    let candidates =
      starts[target]..<(target + 1 < starts.count ? starts[target + 1] : characters.count + 1)
    let nearest = candidates.min {
      abs(self.column(of: $0, in: target, starts) - column)
        < abs(self.column(of: $1, in: target, starts) - column)
    }
    place(nearest ?? starts[target])
    return true
  }

  /// Rows of at most a width, and where the cursor is in them.
  func rows(columns: Int) -> (rows: [String], cursor: Point) {
    let shown = rows(columns: columns, around: .max)
    return (shown.rows, shown.cursor)
  }

  /// The rows around the cursor, at most so many on either side, how many there are above them, and where the
  /// cursor is in them.
  func rows(columns: Int, around most: Int) -> (rows: [String], above: Int, cursor: Point) {
    guard columns > 1 else { return ([], 0, .zero) }
    let starts = starts(columns)
    let here = row(of: cursor, starts)
    let first = most < here ? here - most : 0
    let last = most < starts.count - here ? here + most : starts.count - 1
    let rows = (first...last).map { String(characters[starts[$0]..<end(of: $0, starts)]) }
    let column = column(of: cursor, in: here, starts)
    return (rows, first, Point(x: column, y: here - first))
  }

  private func starts(_ columns: Int) -> [Int] {
    layout.starts(of: characters, revision, columns: columns)
  }

  /// The last row that starts at or before a place.
  private func row(of place: Int, _ starts: [Int]) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  private func end(of row: Int, _ starts: [Int]) -> Int {
    guard row + 1 < starts.count else { return characters.count }
    let next = starts[row + 1]
    return characters[next - 1].isNewline ? next - 1 : next
  }

  private func column(of place: Int, in row: Int, _ starts: [Int]) -> Int {
    let end = min(place, end(of: row, starts))
    return Terminal.Text.columns(of: String(characters[starts[row]..<max(starts[row], end)]))
  }
}
