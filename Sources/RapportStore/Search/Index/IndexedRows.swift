/// What is searched of all customers of a file, in the order of their rows.
struct IndexedRows: Sendable {
  /// The folded text of all rows, where each one's ends, and what their names look like.
  struct Texts: Sendable {
    var bytes: [UInt8] = []
    var ends: [UInt64] = [0]
    var names: [NameShape] = []
  }

  /// The words of all rows, where they begin in its text, and where each row's end.
  struct Words: Sendable {
    var numbers: [UInt32] = []
    var starts: [WordStart] = []
    var ends: [UInt32] = [0]
  }

  /// The telephone numbers of all rows, and where each row's end.
  struct Phones: Sendable {
    var bytes: [UInt8] = []
    var ends: [UInt32] = [0]
  }

  let texts: Texts
  let words: Words
  let phones: Phones

  var count: Int { texts.names.count }

  /// - Parameters:
  ///   - pieces: of the file, in its order.
  ///   - rows: which of their lines count.
  ///   - numbers: for each reader the number of each of its words.
  init(_ pieces: [SnapshotPiece], _ rows: SnapshotRows, numbers: [[UInt32]]) async {
    let runs = Self.runs(pieces, rows)
    async let texts = Self.texts(pieces, runs, rows.lines.count)
    async let phones = Self.phones(pieces, runs, rows.lines.count)
    words = Self.words(pieces, runs, rows.lines.count, numbers)
    self.texts = await texts
    self.phones = await phones
  }

  /// Lines of one piece behind one another that are rows behind one another.
  private struct Run: Sendable {
    var piece: Int
    var lines: Range<Int>
  }

  private static func runs(_ pieces: [SnapshotPiece], _ rows: SnapshotRows) -> [Run] {
    var firsts = [0]
    for piece in pieces { firsts.append(firsts[firsts.count - 1] + piece.count) }
    let lines = rows.lines
    var runs: [Run] = []
    var row = 0
    while row < lines.count {
      let line = Int(lines[row])
      let piece = firsts.partitioningIndex { $0 > line } - 1
      var end = row + 1
      while end < lines.count, Int(lines[end]) == line + end - row,
        line + end - row < firsts[piece + 1]
      {
        end += 1
      }
      let first = line - firsts[piece]
      runs.append(Run(piece: piece, lines: first..<first + end - row))
      row = end
    }
    return runs
  }

  @concurrent private static func texts(
    _ pieces: [SnapshotPiece],
    _ runs: [Run],
    _ count: Int
  ) async -> Texts {
    var texts = Texts()
    texts.bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.searched.text.count })
    texts.ends.reserveCapacity(count + 1)
    texts.names.reserveCapacity(count)
    for run in runs {
      let rows = pieces[run.piece].searched
      let first = rows.textEnds[run.lines.lowerBound]
      let base = texts.bytes.count - first
      texts.bytes.append(contentsOf: rows.text[first..<rows.textEnds[run.lines.upperBound]])
      rows.withRows { view in
        for line in run.lines {
          texts.ends.append(UInt64(base + rows.textEnds[line + 1]))
          texts.names.append(NameShape(SearchText.name(view.text[line])))
        }
      }
    }
    return texts
  }

  private static func words(
    _ pieces: [SnapshotPiece],
    _ runs: [Run],
    _ count: Int,
    _ numbers: [[UInt32]]
  ) -> Words {
    var words = Words()
    let total = pieces.reduce(0) { $0 + $1.searched.starts.count }
    words.numbers.reserveCapacity(total)
    words.starts.reserveCapacity(total)
    words.ends.reserveCapacity(count + 1)
    for run in runs {
      let rows = pieces[run.piece].searched
      let range = rows.startEnds[run.lines.lowerBound]..<rows.startEnds[run.lines.upperBound]
      let base = words.starts.count - range.lowerBound
      words.starts.append(contentsOf: rows.starts[range])
      numbers[pieces[run.piece].reader].withUnsafeBufferPointer { numbers in
        words.numbers.append(contentsOf: rows.words[range].lazy.map { numbers[Int($0)] })
      }
      for line in run.lines { words.ends.append(UInt32(base + rows.startEnds[line + 1])) }
    }
    return words
  }

  @concurrent private static func phones(
    _ pieces: [SnapshotPiece],
    _ runs: [Run],
    _ count: Int
  ) async -> Phones {
    var phones = Phones()
    phones.ends.reserveCapacity(count + 1)
    for run in runs {
      let rows = pieces[run.piece].searched
      let first = rows.phoneEnds[run.lines.lowerBound]
      let base = phones.bytes.count - first
      phones.bytes.append(contentsOf: rows.phones[first..<rows.phoneEnds[run.lines.upperBound]])
      for line in run.lines { phones.ends.append(UInt32(base + rows.phoneEnds[line + 1])) }
    }
    return phones
  }
}
