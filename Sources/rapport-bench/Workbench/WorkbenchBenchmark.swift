import JSONLogic
import RapportCore
import RapportStore
import TestSupport

/// What the workbench asks of a million customers and fifty segments: each the first time, and again.
struct WorkbenchBenchmark {
  let options: RulesOptions

  init(_ options: RulesOptions) { self.options = options }

  func run() async throws -> JSON {
    let store = try RulesStore(customers: options.customers, folder: options.folder)
    let counts = SegmentCounts(store.location, store.definitions)
    let summary = try await counts.prepare(at: store.moment)
    var report: JSONObject = [
      "customers": JSON(summary.customers), "segments": JSON(store.definitions.segments.count),
    ]
    for question in Self.questions(store.definitions, store.moment) {
      report[question.name] = try await measure(question, counts)
    }
    report["edit"] = try await edits(store, counts)
    try store.writeDefinitions()
    let session = try ScreenSession(
      BuiltProduct.path("rapport"),
      ["--store", store.location.path, "--agent", "lb"],
      home: store.location.path
    )
    report["screens"] = try WorkbenchScreens(session: session, rounds: options.rounds)
      .run(customers: summary.customers)
    try store.remove()
    return .object(report)
  }

  /// What an editor of rules asks after each key: every rule with another number than before.
  private func edits(_ store: RulesStore, _ counts: SegmentCounts) async throws -> JSON {
    var size = Stopwatch()
    var preview = Stopwatch()
    for segment in store.definitions.segments {
      guard let rule = segment.rule else { continue }
      let json = BenchmarkRules.edited(rule.json)
      let edited = try Rule(json, operations: rule.operations)
      _ = try await size.measure { try await counts.size(of: edited, at: store.moment) }
      var again = segment
      again.rule = try Rule(BenchmarkRules.edited(json), operations: rule.operations)
      let typed = again
      let found = try await preview.measure {
        try await counts.preview(of: typed, samples: 12, at: store.moment)
      }
      let difference = found.difference
      guard
        difference.after.isIn - difference.before.isIn == difference.joining - difference.leaving
      else { throw WorkbenchError.doesNotAddUp(segment.id.rawValue) }
    }
    func times(_ watch: Stopwatch) -> JSON {
      ["medianMilliseconds": JSON(watch.median), "slowestMilliseconds": JSON(watch.slowest)]
    }
    return ["size": times(size), "preview": times(preview)]
  }

  private struct Question {
    var name: String
    var ask: @Sendable (SegmentCounts) async throws -> Void
  }

  private static func questions(_ definitions: Definitions, _ moment: Instant) -> [Question] {
    let ids = definitions.segments.map(\.id)
    let (first, second) = (ids[0], ids[1])
    let columns = ["behavioral.orders", "behavioral.lastOrder", "geographic.city"]
    func page(_ group: CustomerGroup, _ text: String = "", offset: Int = 0) -> Question {
      let query = MemberQuery(group, text: text, columns: columns, offset: offset, limit: 100)
      let name = text.isEmpty ? (offset == 0 ? "memberPage" : "memberPageFarDown") : "memberSearch"
      return Question(name: name) { _ = try await $0.members(query, at: moment) }
    }
    return [
      Question(name: "list") { _ = try await $0.overview(at: moment) },
      Question(name: "matrix") { _ = try await $0.overlaps(of: ids, at: moment) },
      Question(name: "profile") {
        _ = try await $0.contrast(.members([first]), with: .rest(of: first), at: moment)
      },
      Question(name: "comparison") {
        _ = try await $0.contrast(.members([first]), with: .members([second]), at: moment)
      },
      Question(name: "identities") { _ = try await $0.identities(at: moment) },
      page(.members([first])), page(.members([first]), offset: 20_000),
      page(.everybody, "mul"),
    ]
  }

  private func measure(_ question: Question, _ counts: SegmentCounts) async throws -> JSON {
    var first = Stopwatch()
    try await first.measure { try await question.ask(counts) }
    var warm = Stopwatch()
    for _ in 0..<options.rounds { try await warm.measure { try await question.ask(counts) } }
    return [
      "firstMilliseconds": JSON(first.median), "warmMilliseconds": JSON(warm.median),
      "slowestMilliseconds": JSON(warm.slowest),
    ]
  }
}
