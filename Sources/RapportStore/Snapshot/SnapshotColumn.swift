import JSONLogic

/// One column as it is written: a dictionary of all readers' values, and the rows' codes in it.
struct SnapshotColumn: Sendable {
  let dictionary: ColumnDictionary
  /// Nil where no row has a value, so that there are no codes.
  let width: ColumnCodes.Width?
  let codes: [UInt8]

  /// Nil where a reader gave the column up, or where all together have too many texts.
  init?(
    _ number: Int,
    path: String,
    entries: [[ColumnEntry]?],
    pieces: [SnapshotPiece],
    rows: SnapshotRows
  ) {
    var positions: [ColumnEntry: UInt32] = [:]
    var all: [ColumnEntry] = []
    var texts = 0
    func position(_ entry: ColumnEntry) -> UInt32 {
      if let known = positions[entry] { return known }
      let position = UInt32(all.count)
      positions[entry] = position
      all.append(entry)
      if case .text = entry { texts += 1 }
      if case .other = entry { texts += 1 }
      return position
    }
    var places: [[UInt32]] = []
    for entries in entries {
      guard let entries else { return nil }
      places.append(entries.map(position))
    }
    // Who does not say so is a person.
    let absent = path == "kind" ? position(.text(Array("person".utf8))) : nil
    guard texts <= SnapshotReader.mostTexts,
      let (dictionary, codes) = ColumnDictionary.arranging(all)
    else { return nil }
    self.dictionary = dictionary
    guard !all.isEmpty else {
      width = nil
      self.codes = []
      return
    }
    let absentCode = absent.map { codes[Int($0)] } ?? UInt32(ColumnDictionary.absent)
    let maps = places.map { [absentCode] + $0.map { codes[Int($0)] } }
    var column = Self.gather(number, maps, pieces, rows)
    if ColumnPaths.isInherited(path) { Self.inherit(&column, dictionary, rows) }
    let width = ColumnCodes.Width(codes: dictionary.count)
    self.width = width
    self.codes = Self.narrow(column, to: width)
  }

  private static func gather(
    _ number: Int,
    _ maps: [[UInt32]],
    _ pieces: [SnapshotPiece],
    _ rows: SnapshotRows
  ) -> [UInt32] {
    let count = pieces.reduce(0) { $0 + $1.count }
    let lines = [UInt32](unsafeUninitializedCapacity: count) { lines, filled in
      for piece in pieces {
        maps[piece.reader].withUnsafeBufferPointer { map in
          piece.codes.withUnsafeBufferPointer { codes in
            let first = number * piece.count
            for line in 0..<piece.count { lines[filled + line] = map[Int(codes[first + line])] }
          }
        }
        filled += piece.count
      }
    }
    return rows.isPlain ? lines : rows.lines.map { lines[Int($0)] }
  }

  /// A person's missing value is the account's, where that has any.
  private static func inherit(
    _ column: inout [UInt32],
    _ dictionary: ColumnDictionary,
    _ rows: SnapshotRows
  ) {
    let isMissing = (0..<dictionary.count).map { dictionary[$0]?.isMissing ?? true }
    let own = column
    for (row, account) in rows.accounts.enumerated() where account != SnapshotRows.none {
      guard isMissing[Int(own[row])], rows.isLive[Int(account)] else { continue }
      let value = own[Int(account)]
      if value != ColumnDictionary.absent { column[row] = value }
    }
  }

  private static func narrow(_ codes: [UInt32], to width: ColumnCodes.Width) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: codes.count * width.rawValue) { bytes, count in
      let raw = UnsafeMutableRawBufferPointer(bytes)
      switch width {
      case .one:
        for (row, code) in codes.enumerated() { bytes[row] = UInt8(truncatingIfNeeded: code) }
      case .two:
        let words = raw.bindMemory(to: UInt16.self)
        for (row, code) in codes.enumerated() { words[row] = UInt16(truncatingIfNeeded: code) }
      case .four:
        let words = raw.bindMemory(to: UInt32.self)
        for (row, code) in codes.enumerated() { words[row] = code }
      }
      count = codes.count * width.rawValue
    }
  }
}
