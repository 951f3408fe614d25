import JSONLogic
import Synchronization

/// All customers up to some place of customers.jsonl, as columns: made once, never changed.
///
/// Reading it costs a few pages of memory that the system takes back when it needs them.
package final class Snapshot: Sendable {
  let key: SnapshotKey
  /// How many customers there are, deleted ones included.
  let rowCount: Int
  /// Lines that could not be read.
  let damaged: Int
  /// The paths that were asked for; those given up among them have no column.
  let paths: [String]
  /// The names of the fields that are searched.
  let fields: [String]
  /// Of the hashes of ids.
  let seed: UInt64
  /// For finding customers; verified by `verifySearch` only, because it is large.
  let search: SearchIndex?
  private let image: ColumnMemory
  private let details: JSON
  private let sections: [String: SnapshotImage.Section]
  /// The columns handed out so far, and whether a section turned out to be damaged.
  private let state:
    Mutex<(columns: [VariablePath: Column], verified: Set<String>, isDamaged: Bool)>

  /// Nil where the image is damaged or of another version.
  init?(_ image: ColumnMemory) {
    guard let (details, sections) = SnapshotImage.open(image),
      let key = SnapshotKey(details["key"]), let rowCount = details["rows"]?.intValue,
      let damaged = details["damaged"]?.intValue, (0..<Int(UInt32.max)).contains(rowCount),
      let seed = details["seed"]?.stringValue.flatMap({ UInt64($0) }),
      let paths = details["paths"]?.arrayValue?.compactMap(\.stringValue),
      let fields = details["fields"]?.arrayValue?.compactMap(\.stringValue)
    else { return nil }
    (self.key, self.rowCount, self.damaged) = (key, rowCount, damaged)
    (self.seed, self.paths, self.fields) = (seed, paths, fields)
    let isOfRules = details["rules"]?.intValue == SearchSections.rules
    search =
      isOfRules
      ? SearchIndex(image, rows: rowCount, headsFrom: details["headsFrom"]?.intValue ?? 0) {
        sections[$0]?.range
      } : nil
    (self.image, self.details, self.sections) = (image, details, sections)
    state = Mutex(([:], [], false))
  }

  /// How many bytes it takes.
  package var size: Int { image.count }

  /// Whether a part of it that was used is not what was written.
  var isDamaged: Bool { state.withLock { $0.isDamaged } }

  /// The paths of columns that were given up: too many different texts.
  package var givenUp: [String] { paths.filter { details["columns"]?[$0] == nil } }

  /// A section of at least so many bytes, verified; nil where it is damaged or not there.
  private func section(_ name: String, atLeast size: Int) -> ColumnMemory? {
    guard let section = sections[name], section.range.count >= size,
      let bytes = image.slice(section.range)
    else { return nil }
    if state.withLock({ $0.verified.contains(name) }) { return bytes }
    let isWhole = bytes.with(UInt8.self) { $0.checksum } == section.checksum
    return state.withLock { state in
      if isWhole { state.verified.insert(name) } else { state.isDamaged = true }
      return isWhole ? bytes : nil
    }
  }

  // MARK: rows

  /// Reads all that is searched, to see whether it is what was written.
  ///
  /// Cost: some 30 ms for a million customers. Stops early when its task is cancelled.
  func verifySearch() -> Bool {
    for part in SearchSections.allCases where !Task.isCancelled {
      if section(part.name, atLeast: 0) == nil { return false }
    }
    return true
  }

  /// Reads all that leads from a row or an id to a line, to see whether it is what was written; false too where
  /// another part that was used is not.
  func verifyRows() -> Bool {
    for name in ["offsets", "lengths", "hashes", "hashedRows"] { _ = section(name, atLeast: 0) }
    return !isDamaged
  }

  /// The customers that are not deleted, to take more of them out.
  var liveRows: RowSet? {
    section("live", atLeast: (rowCount + 63) / 64 * 8).map { bytes in
      RowSet(
        words: bytes.with(UInt64.self) { Array($0.prefix((rowCount + 63) / 64)) },
        count: rowCount
      )
    }
  }

  /// The customers that are not deleted.
  var live: BitMap? {
    guard let bytes = section("live", atLeast: (rowCount + 63) / 64 * 8) else { return nil }
    return BitMap(count: rowCount) { words in
      bytes.with(UInt64.self) { source in
        for word in words.indices { words[word] = source[word] }
      }
    }
  }

  /// Where a row's line stands in the file.
  func range(of row: Int) -> Range<Int>? {
    guard (0..<rowCount).contains(row), let offsets = section("offsets", atLeast: rowCount * 8),
      let lengths = section("lengths", atLeast: rowCount * 4)
    else { return nil }
    let start = offsets.with(UInt64.self) { Int(truncatingIfNeeded: $0[row]) }
    let length = lengths.with(UInt32.self) { Int($0[row]) }
    guard start >= 0, start <= key.end - length else { return nil }
    return start..<start + length
  }

  /// The row of an id, by its hash: the record tells whether it is really this one.
  func row(of id: String) -> Int? {
    let wanted = SnapshotHash.hash(id, seed: seed)
    guard let hashes = section("hashes", atLeast: rowCount * 8),
      let rows = section("hashedRows", atLeast: rowCount * 4)
    else { return nil }
    let found = hashes.with(UInt64.self) { hashes -> Int? in
      var (low, high) = (0, rowCount)
      while low < high {
        let middle = (low + high) / 2
        if hashes[middle] < wanted { low = middle + 1 } else { high = middle }
      }
      return low < rowCount && hashes[low] == wanted ? low : nil
    }
    guard let row = found.map({ position in rows.with(UInt32.self) { Int($0[position]) } }) else {
      return nil
    }
    return row < rowCount ? row : nil
  }

  /// The row of each of some hashes of ids, which ascend; nil where no customer has it.
  func rows(ofHashes wanted: [UInt64]) -> [Int?] {
    guard let hashes = section("hashes", atLeast: rowCount * 8),
      let rows = section("hashedRows", atLeast: rowCount * 4)
    else { return wanted.map { _ in nil } }
    return hashes.with(UInt64.self) { hashes in
      rows.with(UInt32.self) { rows in
        var position = 0
        return wanted.map { hash in
          while position < rowCount, hashes[position] < hash { position += 1 }
          guard position < rowCount, hashes[position] == hash else { return nil }
          return Int(rows[position]) < rowCount ? Int(rows[position]) : nil
        }
      }
    }
  }

  /// The rows of customers who belong to one of some accounts, whether these are there or not.
  func rows(ofAccounts ids: Set<String>) -> [Int] {
    guard !ids.isEmpty else { return [] }
    var rows: [Int] = []
    let wanted = Set(ids.compactMap { row(of: $0) })
    if !wanted.isEmpty, let accounts = section("accounts", atLeast: rowCount * 4) {
      let wanted = BitMap(rows: wanted, count: rowCount)
      accounts.with(UInt32.self) { accounts in
        for row in 0..<rowCount where wanted[Int(accounts[row])] { rows.append(row) }
      }
    }
    if let hashes = section("lonelyHashes", atLeast: 0),
      let lonely = section("lonelyRows", atLeast: 0)
    {
      let wanted = Set(ids.map { SnapshotHash.hash($0, seed: seed) })
      hashes.with(UInt64.self) { hashes in
        lonely.with(UInt32.self) { lonely in
          for (hash, row) in zip(hashes, lonely) where wanted.contains(hash) {
            rows.append(Int(row))
          }
        }
      }
    }
    return rows
  }

  // MARK: columns

  /// The columns, each verified when it is first asked for.
  var table: ColumnTable { ColumnTable(rowCount: rowCount) { [self] in column($0) } }

  private func column(_ path: VariablePath) -> Column? {
    if let known = state.withLock({ $0.columns[path] }) { return known }
    let name = path.description
    guard path == VariablePath(dotted: name), let shape = details["columns"]?[name] else {
      return nil
    }
    guard let column = shape["width"] == nil ? emptyColumn : column(name, shape) else { return nil }
    state.withLock { $0.columns[path] = column }
    return column
  }

  /// Of what no customer has.
  private var emptyColumn: Column? {
    Column([], positions: Array(repeating: -1, count: rowCount))
  }

  private func column(_ name: String, _ shape: JSON) -> Column? {
    guard let width = shape["width"]?.intValue.flatMap(ColumnCodes.Width.init),
      let codes = section("codes:" + name, atLeast: rowCount * width.rawValue),
      let values = section("values:" + name, atLeast: 0),
      let ends = section("ends:" + name, atLeast: 0),
      let bytes = section("bytes:" + name, atLeast: 0),
      let rows = ColumnCodes(codes, width: width, count: rowCount),
      let dictionary = ColumnDictionary(
        numbers: shape["numbers"]?.intValue ?? -1,
        dates: shape["dates"]?.intValue ?? -1,
        texts: shape["texts"]?.intValue ?? -1,
        others: shape["others"]?.intValue ?? -1,
        values: values,
        ends: ends,
        bytes: bytes
      )
    else { return nil }
    return Column(dictionary, rows)
  }
}
