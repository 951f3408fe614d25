import JSONLogic
import RapportCore
import RapportStore

/// Reads one rule in every way there is, and compares what they say.
struct FuzzCase {
  let world: FuzzWorld
  let rule: Rule
  let round: Int
  private(set) var faults: [String] = []

  init(_ world: FuzzWorld, _ rule: Rule, round: Int) {
    self.world = world
    self.rule = rule
    self.round = round
  }

  /// Notes what does not hold, the first of a kind: the words up to a comma.
  private mutating func expect(_ holds: Bool, _ fault: @autoclosure () -> String) {
    guard !holds else { return }
    let fault = fault()
    let kind = fault.prefix { $0 != "," }
    if !faults.contains(where: { $0.hasPrefix(kind) }) { faults.append(fault) }
  }

  /// Does some of the work, and notes where it takes too long.
  private mutating func measure<Result>(
    _ name: String,
    _ times: inout FuzzTimes,
    _ work: () throws -> Result
  ) rethrows -> Result {
    let start = ProcessorClock.now
    let result = try work()
    let time = ProcessorClock.now - start
    if times.add(name, time, round) { faults.append("\(name) took \(time)") }
    return result
  }

  /// Explain agrees with itself and with Apply.
  mutating func read(_ rows: [JSON], _ times: inout FuzzTimes) {
    let rule = rule
    let operations = world.operations
    for data in rows {
      let result = measure("apply", &times) { try? rule.apply(to: data, operations: operations) }
      let explanation = measure("explain", &times) {
        rule.explain(data, operations: operations)
      }
      let answer = measure("answer", &times) { rule.answer(data, operations: operations) }
      let place = "on \(data.compact().prefix(400))"
      expect(
        answer == explanation.answer,
        "answer \(answer), explain \(explanation.answer) \(place)"
      )
      var isSettled = true
      explanation.visit { if $0.answer == .unknown || $0.answer == .broken { isSettled = false } }
      if isSettled {
        expect(
          result?.isTruthy == (answer == .in),
          "apply \(result.map { $0.compact() } ?? "fails"), explain \(answer) \(place)"
        )
      }
      _ = (explanation.deciding.count, explanation.missingPaths.count)
      let misses = measure("near misses", &times) { rule.nearMisses(data, operations: operations) }
      expect(misses.isEmpty || answer != .in, "near misses of what is in \(place)")
    }
  }

  /// Columns say of every row what Explain says.
  mutating func count(_ rows: [JSON], _ times: inout FuzzTimes) {
    let rule = rule
    let operations = world.operations
    let paths = Array(Set(rule.variables.filter { !$0.isInner }.map(\.path))).prefix(64)
    let evaluator = ColumnEvaluator(
      ColumnTable(rows, paths: Array(paths)),
      operations: operations
    )
    let map = measure("columns", &times) { evaluator.answers(of: rule) }
    var counts = AnswerCounts()
    for (row, data) in rows.enumerated() {
      let answer = rule.answer(data, operations: operations)
      counts.add(answer)
      guard map.open?.rows().contains(row) != true else { continue }
      expect(
        map[row] == answer,
        "columns \(map[row]), explain \(answer) on \(data.compact().prefix(400))"
      )
    }
    let counted = measure("counts", &times) {
      evaluator.counts(of: rule, within: .all(rows.count))
    }
    if map.open == nil {
      expect(counted == counts, "counted \(String(describing: counted)) for \(counts)")
    }
  }

  /// Sentence, outline and rows; rows that are written back answer as the rule did.
  mutating func speak(_ rows: [JSON], _ times: inout FuzzTimes) {
    let (rule, words) = (rule, world.words)
    let sentence = measure("words", &times) { words.sentence(rule) }
    let outline = measure("outline", &times) { words.outline(rule) }
    let size = rule.json.compact().utf8.count
    expect(!sentence.isEmpty && !outline.isEmpty, "no words")
    expect(
      sentence.utf8.count < 1_000 + 100 * size,
      "\(sentence.utf8.count) bytes of words for \(size) of JSON"
    )
    guard let table = measure("rows", &times, { RuleRows(rule) }) else { return }
    guard let again = try? Rule(table.json, operations: rule.operations) else {
      return faults.append("rows give no rule: \(table.json.compact().prefix(400))")
    }
    for data in rows {
      let (left, right) = (
        rule.answer(data, operations: world.operations),
        again.answer(data, operations: world.operations)
      )
      expect(
        left == right,
        "\(left), and \(right) by rows \(table.json.compact().prefix(400)) "
          + "on \(data.compact().prefix(400))"
      )
    }
    expect(RuleRows(again) == table, "rows change when they are read again")
  }

  /// What lint claims of a rule holds for customers whose values are of the catalog's kinds.
  mutating func lint(_ clean: [CustomerFacts], _ times: inout FuzzTimes) {
    let (rule, world) = (rule, world)
    let problems = measure("lint", &times) {
      StoreCheck.problems(of: rule.json, in: world.definitions, at: world.now)
    }
    for problem in problems {
      expect(!problem.message.isEmpty, "a finding without words")
      guard let finding = problem.finding, let pointer = problem.place.pointer,
        [.alwaysFalse, .alwaysTrue, .contradiction].contains(finding)
      else { continue }
      guard let place = JSONPointer(parsing: pointer), let node = rule.json[place],
        let part = try? Rule(node, operations: rule.operations)
      else { continue }
      let never = finding == .alwaysTrue ? Answer.out : .in
      for facts in clean {
        expect(
          part.answer(facts, operations: world.operations) != never,
          "\(finding.rawValue) at \(pointer), yet \(never) for \(facts.document.compact())"
        )
      }
    }
  }

  /// A segment of this rule: read alone and among others, explained, asked about, and counted.
  mutating func belong(_ base: FuzzBase, _ times: inout FuzzTimes) async throws {
    guard let definitions = StoreCheck.trying(rule.json, in: world.definitions),
      let segment = definitions.segments.last
    else { return faults.append("a rule that compiles makes no segment") }
    let moment = world.now
    let evaluator = measure("prepare", &times) { MembershipEvaluator(definitions, at: moment) }
    var counts = AnswerCounts()
    for (position, facts) in base.facts.enumerated() {
      let answer = evaluator.answers(of: facts)[segment.id] ?? .broken
      counts.add(Answer(answer))
      guard position < 4 else { continue }
      let place = "on \(facts.document.compact().prefix(400))"
      let all = measure("memberships", &times) { evaluator.memberships(of: facts) }
      let one = measure("membership", &times) { evaluator.membership(of: facts, in: segment) }
      let quick = all.last { $0.segment == segment.id }
      expect(quick?.answer == answer && one.answer == answer, "memberships differ \(place)")
      expect(quick?.because == one.because, "reasons differ \(place)")
      expect(quick?.nearMiss == one.nearMiss, "near misses differ \(place)")
      expect(!one.because.isEmpty, "no reason \(place)")
      if let tree = measure("tree", &times, { evaluator.tree(of: facts, in: segment) }) {
        expect(tree.answer == answer, "tree \(tree.answer), segment \(answer) \(place)")
      }
      let questions = measure("questions", &times) {
        evaluator.questions(for: facts, memberships: all, languages: ["de"])
      }
      expect(
        questions.allSatisfy { facts.value(at: $0.path) == nil },
        "asks for what is known \(place)"
      )
    }
    let start = ProcessorClock.now
    let size = try await base.counts.size(of: rule, at: moment)
    let time = ProcessorClock.now - start
    if times.add("size", time, round) { faults.append("size took \(time)") }
    expect(size == counts, "size \(size), explained one by one \(counts)")
  }
}
