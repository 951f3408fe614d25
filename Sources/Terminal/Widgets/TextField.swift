/// A line of text that is being typed.
///
/// The cursor stands between characters as people see them.
package struct TextField: Hashable, Sendable {
  /// Free of controls (`Text.lineSafe`); joiners that scripts need are kept.
  package private(set) var text: String
  /// The characters before the cursor.
  package private(set) var cursor: Int
  /// The most characters; what is typed beyond is not taken.
  package let limit: Int

  package init(_ text: String = "", limit: Int = 1_000) {
    self.text = String(Text.lineSafe(text).prefix(limit))
    cursor = self.text.count
    self.limit = limit
  }

  package enum Outcome: Hashable, Sendable {
    /// Not a key for a text field, or nothing to do: the key is free for others.
    case ignored
    case moved, changed
  }

  package mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .character(let character): insert(String(character))
    case .left: move(to: cursor - 1)
    case .right: move(to: cursor + 1)
    case .home, .control("a"): move(to: 0)
    case .end, .control("e"): move(to: text.count)
    case .alt("b"): move(to: wordStart(before: cursor))
    case .alt("f"): move(to: wordEnd(after: cursor))
    case .backspace: delete(from: cursor - 1, to: cursor)
    case .delete: delete(from: cursor, to: cursor + 1)
    case .control("w"): delete(from: wordStart(before: cursor), to: cursor)
    case .control("u"): delete(from: 0, to: cursor)
    case .control("k"): delete(from: cursor, to: text.count)
    default: .ignored
    }
  }

  /// Inserts text at the cursor, newlines and tabs as spaces.
  @discardableResult
  package mutating func insert(_ inserted: String) -> Outcome {
    let clean = Text.lineSafe(inserted)
    guard !clean.isEmpty else { return .ignored }
    let end = text.index(text.startIndex, offsetBy: cursor)
    // A mark joins the character before it, so characters are counted after joining.
    let before = String(text[..<end]) + clean
    let changed = before + text[end...]
    guard changed.count <= limit else { return .ignored }
    text = changed
    cursor = min(before.count, text.count)
    return .changed
  }

  package mutating func clear() { self = TextField(limit: limit) }

  private mutating func move(to position: Int) -> Outcome {
    let target = max(0, min(text.count, position))
    guard target != cursor else { return .ignored }
    cursor = target
    return .moved
  }

  private mutating func delete(from start: Int, to end: Int) -> Outcome {
    let (start, end) = (max(0, start), min(text.count, end))
    guard start < end else { return .ignored }
    let first = text.index(text.startIndex, offsetBy: start)
    let last = text.index(text.startIndex, offsetBy: end)
    text.removeSubrange(first..<last)
    cursor = min(start, text.count)
    return .changed
  }

  private func wordStart(before position: Int) -> Int {
    let characters = Array(text)
    var start = position
    while start > 0, !characters[start - 1].isWordPart { start -= 1 }
    while start > 0, characters[start - 1].isWordPart { start -= 1 }
    return start
  }

  private func wordEnd(after position: Int) -> Int {
    let characters = Array(text)
    var end = position
    while end < characters.count, !characters[end].isWordPart { end += 1 }
    while end < characters.count, characters[end].isWordPart { end += 1 }
    return end
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber || self == "_" }
}
