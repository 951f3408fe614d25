import Glibc
import JSONLogic
import RapportCore
import RapportStore
import TestSupport

/// What a new process of the measurement does: type all queries, or look for one person at once.
enum FindPart {
  static let command = "find-part"

  /// Takes `typed STORE QUERIES ROUNDS`, QUERIES a file; or `first STORE TEXT ID START`, START being
  /// `now` when the process was started.
  static func run(_ arguments: [String]) async throws -> JSON {
    switch (arguments.first, arguments.count) {
    case ("typed", 4):
      let json = try JSON(parsing: TextFile.bytes(arguments[2]) ?? [])
      return try await TypedQueries(
        directory: try await directory(arguments[1]),
        queries: (json.arrayValue ?? []).compactMap { CallerQuery($0) },
        rounds: Int(arguments[3]) ?? 2
      ).run()
    case ("first", 5):
      let start = Int64(arguments[4]) ?? 0
      return try await first(try await directory(arguments[1]), arguments[2], arguments[3], start)
    default: throw FindError.part("there is no part \(arguments.joined(separator: " "))")
    }
  }

  static func directory(_ store: String) async throws -> JSONDirectory {
    let location = StoreLocation(store)
    let definitions = try await DefinitionFiles(location).load()
    let directory = JSONDirectory(
      location,
      SnapshotContents(definitions.catalog),
      country: definitions.settings.country
    )
    await directory.start()
    return directory
  }

  /// Asks at once, and if the person is not there yet once more when all has been read.
  private static func first(
    _ directory: JSONDirectory,
    _ text: String,
    _ id: String,
    _ start: Int64
  ) async throws -> JSON {
    var isThere = await isFound(id, text, in: directory)
    let isAtOnce = isThere
    if !isThere {
      await directory.finishReading()
      isThere = await isFound(id, text, in: directory)
    }
    let time = now - start
    guard isThere else { throw FindError.notFound(id) }
    return ["milliseconds": JSON(Double(time / 1_000) / 1_000), "isAtOnce": .bool(isAtOnce)]
  }

  private static func isFound(_ id: String, _ text: String, in directory: JSONDirectory) async
    -> Bool
  {
    await directory.find(text, limit: 20).hits.contains { $0.id.rawValue == id }
  }

  /// In nanoseconds since the machine started, the same for every process.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
