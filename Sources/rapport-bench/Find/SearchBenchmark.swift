import CPseudoTerminal
import FoundationEssentials
import Glibc
import JSONLogic
import RapportCore
import RapportDemo
import RapportStore
import TestSupport

/// Finds people in a store of many: from nothing, in a new process, and key by key, beside others.
struct SearchBenchmark {
  let options: FindOptions

  init(_ options: FindOptions) { self.options = options }

  func run() async throws -> JSON {
    let folder = try TemporaryFolder()
    let location = StoreLocation(options.store ?? folder.path + "/store")
    if try FileStatus(at: location.customers) == nil { try makeStore(location) }
    let store = location.path
    let load = Machine.load
    let queries = try CallerQueries.draw(from: location.customers, seed: options.seed)
    let queryFile = folder.path + "/queries.json"
    try BenchmarkFile.write(
      Array(JSON.array(queries.map(\.json)).compact().utf8),
      to: queryFile
    )
    let bytes = try FileStatus(at: location.customers)?.size ?? 0
    var report = JSONObject()
    report["seed"] = JSON(Int(options.seed))
    report["megabytes"] = JSON(Double(bytes / 100_000) / 10)
    let customers = try await build(location, into: &report)
    report["newProcessMilliseconds"] = try launches(store, queries)
    report["typed"] = try part(["typed", store, queryFile, "\(options.rounds)"])
    let cache = try location.cacheFolder.map { try BenchmarkFile.size(ofFolder: $0) } ?? 0
    report["derivedMegabytes"] = JSON(Double(cache / 100_000) / 10)
    report["derivedOfCustomers"] = JSON(
      (Double(cache) / Double(max(1, bytes)) * 1_000).rounded() / 1_000
    )
    let peers = FindPeers(
      customers: location.customers,
      queries: queryFile,
      folder: folder.path,
      names: options.peers
    )
    report["peers"] = try peers.run()
    if options.peers.contains("fzf") {
      report["screens"] = try ScreenPeers(
        store: store,
        customers: customers,
        queries: queries,
        keys: options.screenKeys,
        home: folder.path
      ).run(lines: peers.lines)
    }
    report["loadBefore"] = load
    report["loadAfter"] = Machine.load
    report["processors"] = Machine.processors
    return .object(report)
  }

  /// Definitions and customers; nothing else is searched.
  private func makeStore(_ location: StoreLocation) throws {
    let demo = DemoStore(
      customers: options.customers,
      seed: options.seed,
      now: Int(Date().timeIntervalSince1970)
    )
    for (path, bytes) in demo.definitions() {
      try Folder.create(Folder.parent(of: location.file(path)))
      try BenchmarkFile.write(bytes, to: location.file(path))
    }
    let file = try OpenFile(location.customers, for: .creating, mode: 0o600)
    try demo.write(.customers) { bytes throws(FileError) in try file.writeAll(bytes) }
  }

  /// From lines to searchable, and then to columns as well; answers how many customers there are.
  private func build(_ location: StoreLocation, into report: inout JSONObject) async throws -> Int {
    let definitions = try await DefinitionFiles(location).load()
    let moment = Instant(seconds: Int64(Date().timeIntervalSince1970))
    var (searchable, columns) = (Stopwatch(), Stopwatch())
    var customers = 0
    for _ in 0..<options.builds {
      if let cache = location.cacheFolder { _ = pt_remove(cache) }
      let directory = try await searchable.measure {
        let directory = try await FindPart.directory(location.path)
        await directory.finishReading()
        return directory
      }
      customers = await directory.census().searched
      let counts = SegmentCounts(location, definitions)
      _ = try await columns.measure { try await counts.prepare(at: moment) }
    }
    report["customers"] = JSON(customers)
    report["searchableMilliseconds"] = [
      "median": JSON(searchable.median), "slowest": JSON(searchable.slowest),
    ]
    report["columnsAfterThatMilliseconds"] = JSON(columns.median)
    return customers
  }

  /// From starting a process to the first person it finds; the first of them only warms the files.
  private func launches(_ store: String, _ queries: [CallerQuery]) throws -> JSON {
    var times: [Double] = []
    var atOnce = 0
    let sure = queries.filter { $0.kind == .exact && $0.text == $0.id }
    for launch in 0...options.launches where !sure.isEmpty {
      let query = sure[launch % sure.count]
      let answer = try part(["first", store, query.text, query.id, "\(FindPart.now)"])
      guard launch > 0, let time = answer["milliseconds"]?.doubleValue else { continue }
      times.append(time)
      if answer["isAtOnce"]?.boolValue == true { atOnce += 1 }
    }
    times.sort()
    guard let fastest = times.first, let slowest = times.last else { return .null }
    return [
      "fastest": JSON(fastest), "median": JSON(times[times.count / 2]), "slowest": JSON(slowest),
      "launches": JSON(times.count), "foundWithoutWaiting": JSON(atOnce),
    ]
  }

  private func part(_ arguments: [String]) throws -> JSON {
    let output = try PeerProcess.output(
      of: [BuiltProduct.path("rapport-bench"), FindPart.command] + arguments
    )
    guard let report = try? JSON(parsing: output) else {
      throw FindError.part(arguments.joined(separator: " "))
    }
    return report
  }
}
