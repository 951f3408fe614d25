import FoundationEssentials
import Glibc
import JSONLogic
import RapportCore
import RapportStore

/// Reads rules that nobody would write in every way there is, for as long as it is told.
///
/// A crash or a hang ends the process; the last line of standard error then names the round, which
/// `--seed S --first N --rounds 1` reads again.
struct RuleFuzzer {
  let options: FuzzOptions

  /// So many rounds count the same customers.
  private static let customersFor = 500
  /// A round that computes for more seconds is a hang.
  private static let longestRound = 60
  /// More findings than this say no more.
  private static let mostFindings = 50

  init(_ options: FuzzOptions) { self.options = options }

  func run() async throws -> JSON {
    let world = try FuzzWorld()
    let source = try FuzzSource(world.definitions)
    let vocabulary = FuzzVocabulary(world.definitions)
    let folder = FileManager.default.temporaryDirectory.path + "/rapport-fuzz-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var times = FuzzTimes()
    var findings: [FuzzFinding] = []
    var (texts, documents, rules) = (0, 0, 0)
    var base: FuzzBase?
    var epoch = -1
    let end = ContinuousClock.now + .seconds(options.seconds)
    var round = options.first
    while ContinuousClock.now < end, texts < options.rounds, findings.count < Self.mostFindings {
      if round / Self.customersFor != epoch {
        epoch = round / Self.customersFor
        base = try customers(world, vocabulary, epoch, folder)
      }
      announce(round)
      Self.limitRound(Self.longestRound)
      var random = SplitMix64(seed: options.seed &* 1_000_003 &+ UInt64(round))
      let text = source.text(&random)
      texts += 1
      if let json = try? JSON(parsing: text) {
        documents += 1
        var faults: [String] = []
        if (try? JSON(parsing: json.compact())) != json { faults.append("prints as another value") }
        let isRefused = Rule.validate(json, operations: RuleOperations.names)
          .contains { $0.kind.isFatal }
        let limits = RuleLimits(steps: random.once(in: 20) ? 2_000_000 : 50_000, size: 100_000)
        let rule = try? Rule(json, operations: RuleOperations.names, limits: limits)
        if (rule == nil) != isRefused { faults.append("validate and compile differ") }
        if let rule, let base {
          rules += 1
          var reading = FuzzCase(world, rule, round: round)
          let rows = self.rows(world, source, vocabulary, &random)
          reading.read(rows, &times)
          reading.count(rows, &times)
          reading.speak(rows, &times)
          reading.lint(base.clean, &times)
          try await reading.belong(base, &times)
          faults += reading.faults
        }
        findings += faults.map {
          FuzzFinding(seed: options.seed, round: round, what: $0, rule: json.compact())
        }
      }
      round += 1
    }
    Self.limitRound(0)
    return [
      "seed": .string("\(options.seed)"), "rounds": JSON(texts), "documents": JSON(documents),
      "rules": JSON(rules), "findings": .array(findings.map(\.json)), "times": times.json,
    ]
  }

  /// Data for Apply and Explain: a suite's, and customers with holes and with values of any kind.
  private func rows(
    _ world: FuzzWorld,
    _ source: FuzzSource,
    _ vocabulary: FuzzVocabulary,
    _ random: inout SplitMix64
  ) -> [JSON] {
    [random.pick(source.data)]
      + (0..<5).map { _ in
        .object(vocabulary.holed(random.pick(world.records), isClean: false, &random))
      }
  }

  private func customers(
    _ world: FuzzWorld,
    _ vocabulary: FuzzVocabulary,
    _ epoch: Int,
    _ folder: String
  ) throws -> FuzzBase {
    var random = SplitMix64(seed: options.seed &+ UInt64(epoch))
    try? FileManager.default.removeItem(atPath: folder)
    let records = (0..<60).map { _ in
      vocabulary.holed(random.pick(world.records), isClean: random.once(in: 2), &random)
    }
    let clean = (0..<30).compactMap { _ in
      Customer(record: vocabulary.holed(random.pick(world.records), isClean: true, &random))
    }
    return try FuzzBase(records, clean, world, in: folder)
  }

  /// Has the system end the process after so many seconds of its own time; 0: not any more.
  private static func limitRound(_ seconds: Int) {
    var timer = itimerval()
    timer.it_value.tv_sec = seconds
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  }

  /// One line, overwritten, that stays where the process ends.
  private func announce(_ round: Int) {
    let line = Array("\rseed \(options.seed), round \(round)".utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }
}
