import CColumns
import Glibc
import JSONLogic
import Synchronization

extension Snapshot {
  /// Reads customers.jsonl up to `limit` and answers the parts of a snapshot of it.
  ///
  /// Pieces of the file are read on all processors at once. Cost: about a third of a second for a
  /// gigabyte and processor, and a few hundred bytes for each customer until it is done.
  static func parts(
    of source: RecordSource,
    to limit: Int,
    contents: SnapshotContents,
    observer: CountingProgress.Observer? = nil,
    pieces: SnapshotFile.PieceObserver? = nil
  ) async throws -> [SectionData] {
    var seed = SnapshotHash.anySeed
    while true {
      let readings = try await read(
        source,
        to: limit,
        contents: contents,
        seed: seed,
        observer: observer,
        pieces: pieces
      )
      let pieces = readings.flatMap(\.pieces).sorted { $0.start < $1.start }
      guard let rows = try? SnapshotRows(pieces) else {
        seed &+= 1
        continue
      }
      let reading = Reading(
        pieces: pieces,
        entries: readings.map(\.entries),
        vocabularies: readings.map(\.vocabulary),
        rows: rows
      )
      return try await parts(of: source, limit: limit, reading, contents, seed: seed)
    }
  }

  private struct Reading: Sendable {
    var pieces: [SnapshotPiece]
    /// For each reader and column the values.
    var entries: [[[ColumnEntry]?]]
    var vocabularies: [Vocabulary]
    var rows: SnapshotRows
  }

  /// What one reader has read.
  private struct WorkerReading: Sendable {
    var pieces: [SnapshotPiece]
    var entries: [[ColumnEntry]?]
    var vocabulary: Vocabulary
  }

  private static let pieceSize = 4 << 20

  private static var workers: Int { max(1, min(16, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  private static func read(
    _ source: RecordSource,
    to limit: Int,
    contents: SnapshotContents,
    seed: UInt64,
    observer: CountingProgress.Observer?,
    pieces handOut: SnapshotFile.PieceObserver?
  ) async throws -> [WorkerReading] {
    let next = PieceCounter()
    let workers = min(workers, limit / pieceSize + 1)
    return try await withThrowingTaskGroup { group in
      for number in 0..<workers {
        group.addTask {
          var reader = SnapshotReader(contents, number: number, seed: seed)
          var pieces: [SnapshotPiece] = []
          while case let start = next.take() * pieceSize, start < limit {
            try Task.checkCancellation()
            observer?(.reading(bytes: start, of: limit))
            let end = min(start + pieceSize, limit)
            let piece = try reader.read(
              start..<end,
              of: source,
              limit: limit,
              after: pieces.last
            )
            handOut?(piece)
            pieces.append(piece)
          }
          return (
            number,
            WorkerReading(
              pieces: pieces,
              entries: reader.entries(),
              vocabulary: reader.vocabulary
            )
          )
        }
      }
      var readings: [(Int, WorkerReading)] = []
      for try await reading in group { readings.append(reading) }
      return readings.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private static func parts(
    of source: RecordSource,
    limit: Int,
    _ reading: Reading,
    _ contents: SnapshotContents,
    seed: UInt64
  ) async throws -> [SectionData] {
    let paths = contents.columns.paths
    async let image = SearchImage(
      reading.pieces,
      reading.rows,
      reading.vocabularies,
      headsFrom: contents.headsFrom,
      workers: workers
    )
    let columns = try await columns(reading, paths: paths)
    var sections = rowSections(reading) + (try await image.sections)
    var shapes = JSONObject()
    for (path, column) in zip(paths, columns) {
      guard let column else { continue }
      guard let width = column.width else {
        shapes[path] = [:]
        continue
      }
      let dictionary = column.dictionary
      shapes[path] = [
        "width": JSON(width.rawValue), "numbers": JSON(dictionary.numbers.count),
        "dates": JSON(dictionary.dates.count), "texts": JSON(dictionary.texts.count),
        "others": JSON(dictionary.others.count),
      ]
      sections += [
        SectionData("codes:" + path, column.codes),
        SectionData("values:" + path, dictionary.values.bytes),
        SectionData("ends:" + path, dictionary.ends.bytes),
        SectionData("bytes:" + path, dictionary.bytes.bytes),
      ]
    }
    let details: JSONObject = [
      "key": try SnapshotKey(source, end: end(of: source, limit)).json,
      "rows": JSON(reading.rows.lines.count),
      "damaged": JSON(reading.pieces.reduce(0) { $0 + $1.damaged }),
      "seed": .string(String(seed)),
      "paths": .array(paths.map { .string($0) }),
      "fields": .array(contents.fields.names.map { .string($0) }),
      "columns": .object(shapes), "headsFrom": JSON(contents.headsFrom),
      "rules": JSON(SearchSections.rules),
    ]
    return SnapshotImage.parts(of: sections, details)
  }

  /// Behind the last newline before `limit`.
  private static func end(of source: RecordSource, _ limit: Int) throws(FileError) -> Int {
    var end = limit
    while end > 0 {
      let start = max(0, end - (64 << 10))
      let bytes = try source.file.read(start..<end)
      if let newline = bytes.lastIndex(of: 0x0A) { return start + newline + 1 }
      end = start
    }
    return 0
  }

  private static func columns(
    _ reading: Reading,
    paths: [String]
  ) async throws -> [SnapshotColumn?] {
    let next = PieceCounter()
    return try await withThrowingTaskGroup { group in
      for _ in 0..<min(workers, paths.count) {
        group.addTask {
          var made: [(Int, SnapshotColumn?)] = []
          while case let number = next.take(), number < paths.count {
            try Task.checkCancellation()
            let column = SnapshotColumn(
              number,
              path: paths[number],
              entries: reading.entries.map { $0[number] },
              pieces: reading.pieces,
              rows: reading.rows
            )
            made.append((number, column))
          }
          return made
        }
      }
      var columns = [SnapshotColumn?](repeating: nil, count: paths.count)
      for try await made in group { for (number, column) in made { columns[number] = column } }
      return columns
    }
  }

  private static func rowSections(_ reading: Reading) -> [SectionData] {
    let rows = reading.rows
    let offsets = reading.pieces.flatMap(\.offsets)
    let lengths = reading.pieces.flatMap(\.lengths)
    var live = [UInt64](repeating: 0, count: (rows.lines.count + 63) / 64)
    for (row, isLive) in rows.isLive.enumerated() where isLive {
      live[row / 64] |= 1 << UInt64(row % 64)
    }
    return [
      SectionData("offsets", rows.lines.map { UInt64(offsets[Int($0)]) }),
      SectionData("lengths", rows.lines.map { lengths[Int($0)] }),
      SectionData("live", live), SectionData("hashes", rows.hashes),
      SectionData("hashedRows", rows.hashedRows), SectionData("accounts", rows.accounts),
      SectionData("lonelyHashes", rows.lonely.map(\.hash)),
      SectionData("lonelyRows", rows.lonely.map(\.row)),
    ]
  }
}

/// Hands out numbers to several threads.
private final class PieceCounter: Sendable {
  private let next = Atomic<Int>(0)

  func take() -> Int { next.add(1, ordering: .relaxed).oldValue }
}

extension ColumnMemory {
  /// A copy.
  var bytes: [UInt8] { with(UInt8.self) { Array($0) } }
}

extension UnsafeBufferPointer<UInt8> {
  /// As the section table has it.
  var checksum: UInt64 { columns_checksum(baseAddress, count) }
}
