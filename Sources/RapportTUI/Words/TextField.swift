import Terminal

/// One line of text being typed; always sanitised.
struct TextField: Hashable, Sendable {
  /// Longer than any sentence; a paste beyond it is cut.
  static let limit = 2_000

  private(set) var characters: [Character] = []
  private(set) var cursor = 0
  /// The most characters.
  let limit: Int

  init(_ text: String = "", limit: Int = Self.limit) {
    self.limit = limit
    insert(text)
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }
  /// The columns before the cursor.
  var cursorColumn: Int { Terminal.Text.columns(of: String(characters[..<cursor])) }

  mutating func insert(_ text: String) {
    let room = max(0, limit - characters.count)
    let clean = Array(
      Terminal.Text.sanitised(text, limit: max(limit, Terminal.Text.scalarLimit)).prefix(room)
    )
    characters.insert(contentsOf: clean, at: cursor)
    cursor += clean.count
  }

  mutating func clear() {
    characters = []
    cursor = 0
  }

  /// Edits by a key that moves or deletes; false where the key is another's.
  mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace:
      guard cursor > 0 else { return true }
      cursor -= 1
      characters.remove(at: cursor)
    case .delete:
      if cursor < characters.count { characters.remove(at: cursor) }
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .control("w"): deleteWord()
    case .control("u"):
      characters.removeSubrange(..<cursor)
      cursor = 0
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

  /// The part around the cursor that fits, and the cursor's column in it.
  func visible(columns: Int) -> (text: String, cursor: Int) {
    guard columns > 0 else { return ("", 0) }
    var start = 0
    var before = cursorColumn
    while before >= columns, start < cursor {
      before -= Terminal.Text.columns(of: String(characters[start]))
      start += 1
    }
    return (String(characters[start...]), max(0, before))
  }
}
