import Synchronization
import Terminal

/// Where the rows of a text that is being written start.
///
/// Remembered, so that a key in a text of 1 MB breaks only the rows that it changes.
final class EditorLayout: Sendable {
  /// Tells one state of a text from all others, and how it came from the one before.
  struct Revision: Sendable {
    fileprivate let number: Int
    fileprivate var before: Int?
    /// What was replaced, in the text before, and by how many characters.
    fileprivate var removed = 0..<0
    fileprivate var added = 0

    private static let last = Atomic(0)

    init() { number = Self.last.add(1, ordering: .relaxed).newValue }

    func next(removing range: Range<Int>, adding count: Int) -> Revision {
      var next = Revision()
      (next.before, next.removed, next.added) = (number, range, count)
      return next
    }
  }

  private struct State {
    var revision = 0
    var columns = 0
    var starts: [Int] = []
  }

  private let state = Mutex(State())

  /// In order, the first at 0.
  func starts(of characters: [Character], _ revision: Revision, columns: Int) -> [Int] {
    state.withLock { state in
      if state.revision == revision.number, state.columns == columns { return state.starts }
      let isNext = state.revision == revision.before && state.columns == columns
      state.starts =
        isNext
        ? Self.starts(characters, columns, after: revision, old: state.starts)
        : Self.starts(characters, columns)
      state.revision = revision.number
      state.columns = columns
      return state.starts
    }
  }

  /// All of them anew.
  static func starts(_ characters: [Character], _ columns: Int) -> [Int] {
    var starts = [0]
    while let last = starts.last, let next = next(characters, columns, after: last) {
      starts.append(next)
    }
    return starts
  }

  /// From two rows before the change, up to where a row starts as it did before it.
  private static func starts(
    _ characters: [Character],
    _ columns: Int,
    after revision: Revision,
    old: [Int]
  ) -> [Int] {
    let changed = old.firstIndex { $0 > revision.removed.lowerBound } ?? old.count
    var starts = Array(old[..<max(1, changed - 3)])
    let shift = revision.added - revision.removed.count
    let end = revision.removed.lowerBound + revision.added
    var candidate = changed
    while let last = starts.last, let next = next(characters, columns, after: last) {
      while candidate < old.count, old[candidate] + shift < next { candidate += 1 }
      if next > end, candidate < old.count, old[candidate] + shift == next,
        old[candidate] > revision.removed.upperBound
      {
        return starts + old[candidate...].map { $0 + shift }
      }
      starts.append(next)
    }
    return starts
  }

  /// Where the row after the one that starts at `start` does; nil for the last row.
  private static func next(_ characters: [Character], _ columns: Int, after start: Int) -> Int? {
    var used = 0
    var space: Int?
    for index in start..<characters.count {
      let character = characters[index]
      if character.isNewline { return index + 1 }
      used += width(of: character)
      if character == " " { space = index }
      if used >= columns { return space.map { $0 + 1 } ?? max(index, start + 1) }
    }
    return nil
  }

  private static func width(of character: Character) -> Int {
    if let byte = character.asciiValue, (0x20..<0x7F).contains(byte) { return 1 }
    return Terminal.Text.columns(of: String(character))
  }
}
