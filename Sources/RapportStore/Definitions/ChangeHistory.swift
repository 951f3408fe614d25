import Glibc
import JSONLogic
import RapportCore

/// The changes of definitions in journal/changes.jsonl: where each stands, and what the newest one
/// about each object says.
///
/// Customers' changes stand in the same file and are passed over unread. Lines that cannot be read are
/// passed over too: `check` names them.
struct ChangeHistory {
  /// The newest change about an object, with hashes in place of what may be long.
  struct Newest {
    /// Its number in `places`.
    var change: Int
    var before: Int?
    var after: Int?
    var revision: Int?
  }

  let path: String
  /// The lines, the oldest first.
  private(set) var places: [Range<Int>] = []
  private(set) var newest: [DefinitionReference: Newest] = [:]
  /// The last change whose files are known to be written: a line behind it says so.
  private(set) var completed: DefinitionChange.ID?
  private var lastChange: DefinitionChange.ID?
  private var about: [DefinitionReference: [Int]] = [:]
  /// From where and up to where the file has been read.
  private var start = 0
  private var end = 0
  private var status: FileStatus?

  init(_ path: String) { self.path = path }

  /// Whether the files of the last change are known to be written.
  ///
  /// Everybody writes under the lock and settles first, so that those of the changes before it are.
  var isCompleted: Bool { lastChange == nil || lastChange == completed }

  /// So many bytes at the end of the file are read at first.
  private static let tail = 1 << 20

  /// Reads what was appended since the last call.
  ///
  /// The first call reads the end of the file only, 1 MiB or the last whole line; with `isWhole` this
  /// or a later call reads all of it, about 0.1 s for a million lines about customers.
  mutating func catchUp(isWhole: Bool) throws(FileError) {
    guard let now = try FileStatus(at: path) else {
      self = ChangeHistory(path)
      return
    }
    let isForeign = status.map { !$0.isSameFile(as: now) || now.size < end } ?? false
    if isForeign || (isWhole && start > 0) { self = ChangeHistory(path) }
    if status == nil, !isWhole { start = max(0, now.size - Self.tail) }
    let isFirst = status == nil
    status = now
    guard now.size > max(end, start) || isFirst else { return }
    let file = try OpenFile(path, for: .reading)
    if isFirst {
      while try scan(file, from: start, to: now.size, skipsFirst: start > 0) == 0, start > 0 {
        start = max(0, now.size - 2 * (now.size - start))
      }
    } else if now.size > end {
      _ = try scan(file, from: end, to: now.size, skipsFirst: false)
    }
  }

  /// The change of a number, as its line says it now; nil where another one took its place.
  func change(_ number: Int) throws(FileError) -> DefinitionChange? {
    let file = try OpenFile(path, for: .reading)
    return change(at: places[number], in: file)
  }

  /// The changes of one object, or all of them, the newest first, at most `limit`.
  func changes(
    of reference: DefinitionReference?,
    limit: Int
  ) throws(FileError) -> [DefinitionChange] {
    let numbers = reference.map { about[$0] ?? [] } ?? Array(places.indices)
    guard !numbers.isEmpty else { return [] }
    let file = try OpenFile(path, for: .reading)
    return numbers.reversed().prefix(limit).compactMap { change(at: places[$0], in: file) }
  }

  private func change(at place: Range<Int>, in file: borrowing OpenFile) -> DefinitionChange? {
    guard let bytes = try? file.read(place), let record = try? JSON(parsing: bytes) else {
      return nil
    }
    return DefinitionChange(record: record)
  }

  /// Notes the lines of a part of the file; answers how many there are.
  private mutating func scan(
    _ file: borrowing OpenFile,
    from start: Int,
    to limit: Int,
    skipsFirst: Bool
  ) throws(FileError) -> Int {
    var scanner = LineScanner(from: start)
    var count = 0
    // In the middle of the file the first line has no beginning.
    if skipsFirst { _ = try scanner.next(of: file, limit: limit) }
    while let line = try scanner.next(of: file, limit: limit) {
      count += 1
      if let change = Self.change(in: line.bytes) {
        note(change, line.range)
      } else if let id = Self.completion(in: line.bytes) {
        completed = id
      }
    }
    end = scanner.offset
    return count
  }

  private static func change(in line: UnsafeBufferPointer<UInt8>) -> DefinitionChange? {
    guard has(mark, line), let record = try? JSON(parsing: line) else { return nil }
    return DefinitionChange(record: record)
  }

  private static func completion(in line: UnsafeBufferPointer<UInt8>) -> DefinitionChange.ID? {
    guard has(completing, line), let record = try? JSON(parsing: line) else { return nil }
    return record["completes"]?.stringValue.map { .init($0) }
  }

  /// Keys that lines about customers have not; in a text their quotes would be escaped.
  private static let mark = Array("\"after\"".utf8)
  private static let completing = Array("\"completes\"".utf8)

  private static func has(_ mark: [UInt8], _ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = line.baseAddress else { return false }
    var offset = 0
    while offset + mark.count <= line.count,
      let quote = memchr(start + offset, Int32(mark[0]), line.count - offset - mark.count + 1)
    {
      if memcmp(quote, mark, mark.count) == 0 { return true }
      offset = UnsafeRawPointer(quote) - UnsafeRawPointer(start) + 1
    }
    return false
  }

  private mutating func note(_ change: DefinitionChange, _ place: Range<Int>) {
    let number = places.count
    lastChange = change.id
    // What was edited outside stands in the files already.
    if change.by == DefinitionChange.outside { completed = change.id }
    places.append(place)
    for edit in change.edits {
      newest[edit.reference] = Newest(
        change: number,
        before: edit.before?.hashValue,
        after: edit.after?.hashValue,
        revision: edit.revision
      )
      if about[edit.reference]?.last != number { about[edit.reference, default: []].append(number) }
    }
  }
}
