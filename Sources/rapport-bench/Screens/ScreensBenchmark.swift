import JSONLogic
import TestSupport

/// Drives the release build of the program on a pseudo-terminal, on demo stores it made itself.
struct ScreensBenchmark {
  let options: ScreensOptions

  init(_ options: ScreensOptions) { self.options = options }

  func run() throws -> JSON {
    let folder = try TemporaryFolder()
    let before = Machine.load
    var stores: [JSON] = []
    for customers in options.customers {
      stores.append(try measure(customers, in: folder.path))
    }
    let others = try PagerBenchmark(folder: folder.path, launches: options.launches).run()
    return [
      "stores": .array(stores), "firstScreenOfOthersMilliseconds": others,
      "loadBefore": before, "loadAfter": Machine.load,
      "processors": Machine.processors,
    ]
  }

  private func measure(_ customers: Int, in folder: String) throws -> JSON {
    let store = "\(folder)/\(customers)"
    try ScreenSession(
      options.program,
      ["init", store, "--demo", "--customers", "\(customers)"],
      home: folder
    ).waitForExit(of: "making \(customers) customers")
    let queries = try DrawnQuery.draw(options.queries, from: store + "/customers.jsonl")

    var report: JSONObject = ["customers": JSON(customers)]
    var screens: [Duration] = []
    var reads: [Duration] = []
    var last: ScreenSession?
    for _ in 0..<options.launches {
      last = nil  // ends the one before
      let session = try ScreenSession(
        options.program,
        ["--store", store, "--agent", "mk"],
        home: folder
      )
      screens.append(try session.wait(for: "Find", until: FindBenchmark.isEmpty))
      reads.append(
        try session.wait(for: "all customers") { FindBenchmark.census($0) == customers }
      )
      last = session
    }
    guard let session = last else { return .null }
    report["firstScreenMilliseconds"] = LaunchFigures.json(screens)
    report["allCustomersReadMilliseconds"] = LaunchFigures.json(reads)
    report["idleWithoutContact"] = idle(session)
    report["memoryWhenRead"] = session.figures.memory
    let find = try FindBenchmark(session: session, customers: customers).run(queries)
    report["find"] = find.figures.json
    report["findWrong"] = .array(find.wrong.map { .string($0) })
    report["memoryAfterFind"] = session.figures.memory
    let desk = DeskBenchmark(session: session)
    let opening = try desk.open()
    report["openCustomerMilliseconds"] = KeystrokeFigures.milliseconds(opening.settled)
    report["desk"] = try desk.run()
    report["idleWithContact"] = idle(session)
    report["memoryAfterDesk"] = session.figures.memory
    return .object(report)
  }

  /// Over five seconds, after what was said in the status line has gone.
  private func idle(_ session: ScreenSession) -> JSON {
    _ = session.idle(for: .seconds(6))
    let before = session.figures.sleeps
    let bytes = session.idle(for: .seconds(5))
    var count = 0
    for (thread, sleeps) in session.figures.sleeps { count += sleeps - (before[thread] ?? 0) }
    return ["wakeUpsPerSecond": JSON(Double(count) / 5), "bytesPerSecond": JSON(Double(bytes) / 5)]
  }
}
