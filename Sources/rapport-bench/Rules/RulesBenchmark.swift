import FoundationEssentials
import Glibc
import JSONLogic
import RapportCore
import RapportStore

/// Builds the snapshot of many customers and counts fifty rules on it.
struct RulesBenchmark {
  let options: RulesOptions

  init(_ options: RulesOptions) { self.options = options }

  func run() async throws -> JSON {
    let store = try RulesStore(customers: options.customers, folder: options.folder)
    let report = try await measure(store.location, store.definitions, at: store.moment)
    try store.remove()
    return report
  }

  private func measure(
    _ location: StoreLocation,
    _ definitions: Definitions,
    at moment: Instant
  ) async throws -> JSON {
    var report = JSONObject()
    let bytes = try FileStatus(at: location.customers)?.size ?? 0
    report["megabytes"] = JSON(Double(bytes / 100_000) / 10)
    var building = Stopwatch()
    var spent = 0.0
    var counts = SegmentCounts(location, definitions)
    for _ in 0..<Self.builds {
      let path = try await counts.prepare(at: moment).path
      if let path { try Folder.remove(path) }
      counts = SegmentCounts(location, definitions)
      let fresh = counts
      let before = Self.processorMilliseconds
      _ = try await building.measure { try await fresh.prepare(at: moment) }
      spent += Self.processorMilliseconds - before
    }
    var opening = Stopwatch()
    let reopened = SegmentCounts(location, definitions)
    let summary = try await opening.measure { try await reopened.prepare(at: moment) }
    let segments = definitions.segments.map(\.id)
    var first = Stopwatch()
    _ = try await first.measure { try await reopened.sizes(of: segments, at: moment) }
    report["customers"] = JSON(summary.customers)
    report["buildMilliseconds"] = JSON(building.median)
    report["buildProcessorMilliseconds"] = JSON(spent / Double(Self.builds))
    report["snapshotMegabytes"] = JSON(Double(summary.bytes / 100_000) / 10)
    report["openMilliseconds"] = JSON(opening.median)
    report["firstFiftyMilliseconds"] = JSON(first.median)
    let all = try await sizes(counts, segments, at: moment)
    report["fiftyMilliseconds"] = JSON(all.watch.median)
    report["fiftyWarmMilliseconds"] = JSON(all.warm.median)
    report["anonymousMegabytes"] = JSON(Self.anonymousMegabytes)
    try await edits(counts, definitions, at: moment, into: &report)
    try await one(location, definitions, at: moment, into: &report)
    try compare(all.sizes, location, at: moment, with: definitions, into: &report)
    return .object(report)
  }

  /// With nothing counted before: on another day every round, since a day begins anew.
  private func sizes(
    _ counts: SegmentCounts,
    _ segments: [Segment.ID],
    at moment: Instant
  ) async throws -> (sizes: [SegmentSize], watch: Stopwatch, warm: Stopwatch) {
    var watch = Stopwatch()
    for round in 1...options.rounds {
      let day = moment.adding(seconds: Int64(round) * 86_400)
      _ = try await watch.measure { try await counts.sizes(of: segments, at: day) }
    }
    let sizes = try await counts.sizes(of: segments, at: moment)
    var warm = Stopwatch()
    for _ in 1...options.rounds {
      _ = try await warm.measure { try await counts.sizes(of: segments, at: moment) }
    }
    return (sizes, watch, warm)
  }

  private func edits(
    _ counts: SegmentCounts,
    _ definitions: Definitions,
    at moment: Instant,
    into report: inout JSONObject
  ) async throws {
    var size = Stopwatch()
    var difference = Stopwatch()
    for segment in definitions.segments {
      guard let rule = segment.rule else { continue }
      let json = BenchmarkRules.edited(rule.json)
      let edited = try Rule(json, operations: rule.operations)
      _ = try await size.measure { try await counts.size(of: edited, at: moment) }
      var again = segment
      again.rule = try Rule(BenchmarkRules.edited(json), operations: rule.operations)
      let change = SegmentsChange([.init(segment.id, before: segment, after: again)])
      _ = try await difference.measure {
        try await counts.effect(of: change, samples: 10, at: moment)
      }
    }
    report["editedSizeMilliseconds"] = ["median": JSON(size.median), "slowest": JSON(size.slowest)]
    report["differenceMilliseconds"] = [
      "median": JSON(difference.median), "slowest": JSON(difference.slowest),
    ]
  }

  /// The memberships of single customers with their reasons.
  private func one(
    _ location: StoreLocation,
    _ definitions: Definitions,
    at moment: Instant,
    into report: inout JSONObject
  ) async throws {
    let file = try OpenFile(location.customers, for: .reading)
    let head = try file.read(0..<(1 << 20))
    let facts = head.split(separator: 0x0A).dropLast().prefix(500).compactMap { line in
      (try? JSON(parsing: line))?.objectValue.flatMap { Customer(record: $0) }.map {
        CustomerFacts($0)
      }
    }
    let evaluator = MembershipEvaluator(definitions, at: moment)
    var watch = Stopwatch()
    for facts in facts { _ = await watch.measure { evaluator.memberships(of: facts) } }
    report["oneCustomerMilliseconds"] = [
      "median": JSON(watch.median), "slowest": JSON(watch.slowest),
    ]
    let rules = definitions.segments.compactMap(\.rule)
    let zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    let operations = RuleOperations.bound(today: zone.date(moment), zone: zone)
    var explaining = Stopwatch()
    for facts in facts {
      _ = await explaining.measure {
        rules.map { $0.explain(facts, operations: operations).answer }
      }
    }
    report["oneCustomerExplainMilliseconds"] = JSON(explaining.median)
  }

  private func compare(
    _ sizes: [SegmentSize],
    _ location: StoreLocation,
    at moment: Instant,
    with definitions: Definitions,
    into report: inout JSONObject
  ) throws {
    let zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    let peers = try PeerProcess(
      customers: location.customers,
      rules: BenchmarkRules.json,
      today: zone.date(moment).description,
      rounds: options.rounds
    ).run()
    let own = sizes.map { JSON($0.counts.isIn) }
    for (name, peer) in peers.objectValue ?? [:] {
      var result: JSONObject = ["milliseconds": peer["milliseconds"] ?? .null]
      result["oneRuleMilliseconds"] = peer["oneRuleMilliseconds"]
      let different = zip(own, peer["counts"]?.arrayValue ?? []).enumerated().filter {
        $1.0 != $1.1
      }
      result["countsDiffer"] = .array(
        different.map { .string("rule \($0): \($1.0) here, \($1.1) there") }
      )
      report[name] = .object(result)
    }
    report["counts"] = .array(own)
  }

  private static let builds = 3

  /// What this process has computed so far, on all cores together.
  private static var processorMilliseconds: Double {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    let seconds = Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
    return seconds * 1_000 + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1_000
  }

  private static var anonymousMegabytes: Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon") } ?? ""
    let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) } ?? 0
    return (kilobytes / 102.4).rounded() / 10
  }
}
