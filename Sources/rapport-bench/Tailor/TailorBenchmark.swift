import FoundationEssentials
import JSONLogic
import RapportCore
import RapportDemo

/// The guidance for single customers, the rendering of one script, and the ranking of reasons.
struct TailorBenchmark {
  let options: TailorOptions

  init(_ options: TailorOptions) { self.options = options }

  func run() async throws -> JSON {
    let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
    let demo = DemoStore(customers: options.customers, now: Int(now.milliseconds / 1_000))
    var files: [String: JSON] = [:]
    for (path, bytes) in demo.definitions() { files[path] = try JSON(parsing: bytes) }
    let definitions = try LargeDefinitions.of(
      Definitions(decoding: DefinitionDocuments(files: files))
    )
    var lines: [UInt8] = []
    demo.write(.customers) { bytes in lines += bytes }
    let customers = lines.split(separator: 0x0A).compactMap { line in
      (try? JSON(parsing: line))?.objectValue.flatMap { Customer(record: $0) }
    }
    return [
      "segments": JSON(definitions.segments.count), "services": JSON(definitions.services.count),
      "scripts": JSON(definitions.scripts.count), "customers": JSON(customers.count),
      "guidance": await guidance(definitions, customers, now),
      "scriptCheck": await checking(definitions),
      "rendering": try await RenderingTrial(rounds: options.rounds).run(),
      "intents": await IntentTrial(rounds: options.rounds).run(),
      "load": Machine.load,
    ]
  }

  /// Whole, and with the memberships known beforehand, which leaves tone, offers and script.
  private func guidance(
    _ definitions: Definitions,
    _ customers: [Customer],
    _ now: Instant
  ) async -> JSON {
    let tailor = Tailor(definitions)
    let intents = definitions.intents.map(\.id)
    var (whole, tailoring) = (Stopwatch(), Stopwatch())
    var (explaining, asking) = (Stopwatch(), Stopwatch())
    var scripts = 0
    for round in 0...1 {
      // The first round compiles patterns and looks up zones.
      if round == 1 {
        (whole, tailoring) = (Stopwatch(), Stopwatch())
        (explaining, asking) = (Stopwatch(), Stopwatch())
      }
      for (number, customer) in customers.enumerated() {
        var situation = Situation(
          agent: definitions.agents.first,
          channel: Channel.allCases[number % 3],
          intent: intents[number % intents.count],
          now: now
        )
        situation.mood = number.isMultiple(of: 5) ? .upset : .calm
        let guidance = await whole.measure { tailor.guidance(for: customer, in: situation) }
        if guidance.script != nil { scripts += 1 }
        let evaluator = MembershipEvaluator(tailor.segments, at: now)
        let facts = CustomerFacts(customer)
        let memberships = await explaining.measure { evaluator.memberships(of: facts) }
        let reader = RuleReader(evaluator, of: facts, memberships: memberships)
        _ = await tailoring.measure {
          tailor.guidance(
            customer: customer,
            account: nil,
            situation: situation,
            memberships: memberships,
            read: reader.reading(of:)
          )
        }
        let asker = RuleReader(evaluator, of: facts, memberships: memberships)
        _ = await asking.measure {
          (asker.questions(languages: ["en"]), asker.settlement())
        }
      }
    }
    return [
      "milliseconds": ["median": JSON(whole.median), "slowest": JSON(whole.slowest)],
      "membershipsMilliseconds": JSON(explaining.median),
      "questionsMilliseconds": JSON(asking.median),
      "tailoringMilliseconds": [
        "median": JSON(tailoring.median), "slowest": JSON(tailoring.slowest),
      ],
      "withScript": JSON(scripts / 2),
    ]
  }

  /// The words of every script, as `rapport check` reads them.
  private func checking(_ definitions: Definitions) async -> JSON {
    var (preparing, each) = (Stopwatch(), Stopwatch())
    let check = await preparing.measure { ScriptCheck(definitions) }
    var findings = 0
    for script in definitions.scripts {
      findings += await each.measure { check.findings(of: script).count }
    }
    let all = each.times.reduce(Duration.zero, +)
    return [
      "prepareMilliseconds": JSON(preparing.median),
      "millisecondsEach": ["median": JSON(each.median), "slowest": JSON(each.slowest)],
      "millisecondsAll": JSON((all / .microseconds(1)).rounded() / 1_000),
      "findings": JSON(findings),
    ]
  }
}
