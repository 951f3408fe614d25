import Terminal

/// The note of a contact being written; wrapped at words, as it is shown.
struct NoteEditor: Sendable {
  static let limit = 8_000

  private(set) var characters: [Character]
  private(set) var cursor: Int
  /// What `u` goes back to.
  let before: String

  init(_ text: String) {
    before = text
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }

  mutating func insert(_ text: String) {
    let clean = Array(
      Terminal.Text.clipboardSafe(text).prefix(max(0, Self.limit - characters.count))
    )
    characters.insert(contentsOf: clean, at: cursor)
    cursor += clean.count
  }

  mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .control("j"): insert("\n")
    case .backspace:
      guard cursor > 0 else { return true }
      cursor -= 1
      characters.remove(at: cursor)
    case .delete: if cursor < characters.count { characters.remove(at: cursor) }
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .control("u"):
      characters.removeSubrange(..<cursor)
      cursor = 0
    case .control("w"): deleteWord()
    default: return false
    }
    return true
  }

  private mutating func deleteWord() {
    var start = cursor
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  /// To the row above or below, as near to the column as it goes; false where there is no such row.
  mutating func move(byRows distance: Int, columns: Int) -> Bool {
    let here = rows(columns: columns).cursor
    let target = here.y + distance
    guard target >= 0, target < rows(columns: columns).rows.count else { return false }
    func place(_ cursor: Int) -> Point {
      var moved = self
      moved.cursor = cursor
      return moved.rows(columns: columns).cursor
    }
    // Rows go up with the cursor, so that the first of the row is found by halving.
    var (low, high) = (0, characters.count)
    while low < high {
      let middle = (low + high) / 2
      if place(middle).y < target { low = middle + 1 } else { high = middle }
    }
    var best: (distance: Int, cursor: Int)?
    for candidate in low...characters.count {
      let there = place(candidate)
      guard there.y == target else { break }
      let away = abs(there.x - here.x)
      if best.map({ away < $0.distance }) ?? true { best = (away, candidate) }
    }
    guard let best else { return false }
    cursor = best.cursor
    return true
  }

  /// Rows of at most a width, and where the cursor is in them.
  func rows(columns: Int) -> (rows: [String], cursor: Point) {
    guard columns > 1 else { return ([], .zero) }
    var rows: [String] = []
    var place = Point.zero
    var start = 0
    func end(_ end: Int, next: Int) {
      if cursor >= start, cursor < next || next == characters.count {
        let typed = String(characters[start..<min(cursor, end)])
        place = Point(x: Terminal.Text.columns(of: typed), y: rows.count)
      }
      rows.append(String(characters[start..<end]))
      start = next
    }
    var index = 0
    var used = 0
    var space: Int?
    while index < characters.count {
      if characters[index].isNewline {
        end(index, next: index + 1)
        (used, space) = (0, nil)
        index += 1
        continue
      }
      used += Terminal.Text.columns(of: String(characters[index]))
      if characters[index] == " " { space = index }
      if used >= columns {
        let at = space.map { $0 + 1 } ?? max(index, start + 1)
        end(at, next: at)
        index = at
        (used, space) = (0, nil)
        continue
      }
      index += 1
    }
    if cursor >= start {
      place = Point(
        x: Terminal.Text.columns(of: String(characters[start..<max(start, cursor)])),
        y: rows.count
      )
    }
    rows.append(String(characters[start...]))
    return (rows, place)
  }
}
