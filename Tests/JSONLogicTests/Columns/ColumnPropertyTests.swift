import JSONLogic
import Testing

/// Counting and explaining must agree on every row.
struct ColumnPropertyTests {
  static let paths = RandomRules.names.map { VariablePath(dotted: $0) }

  @Test(arguments: 1...8)
  func `columns answer as the rule does, on random rules over random rows`(seed: UInt64) throws {
    var source = RandomRules(seed: seed)
    let rows = (0..<100).map { _ in source.data() }
    let evaluator = ColumnEvaluator(ColumnTable(rows, paths: Self.paths))
    let all = BitMap.all(rows.count)
    var seen: [Answer: Int] = [:]
    for round in 0..<300 {
      let rule = try Rule(source.rule(Int.random(in: 0...5, using: &source.random)))
      let map = evaluator.answers(of: rule)
      #expect(map.open == nil, "seed \(seed), round \(round): \(rule.json)")
      var counts = AnswerCounts()
      for (row, data) in rows.enumerated() {
        let answer = rule.answer(data)
        counts.add(answer)
        seen[answer, default: 0] += 1
        #expect(map[row] == answer, "seed \(seed), round \(round): \(rule.json) on \(data)")
      }
      #expect(map.counts(within: all) == counts, "seed \(seed), round \(round): \(rule.json)")
      #expect(evaluator.counts(of: rule, within: all) == counts, "seed \(seed), round \(round)")
    }
    #expect(seen.values.allSatisfy { $0 > 300 } && seen.count == 4, "\(seen)")
  }

  @Test(arguments: 1...4)
  func `many distinct values are cut at a condition's own literals`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rows = (0..<1_000).map { _ -> JSON in
      var data = JSONObject()
      data["n"] = random.pick([JSON(Int.random(in: -90...900, using: &random)), 2.5, "12", "", nil])
      let day = Int.random(in: 1...28, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      let date = "\(Int.random(in: 1990...2026, using: &random))-\(month < 10 ? "0" : "")\(month)"
      data["d"] = .string(random.once(in: 9) ? date : date + (day < 10 ? "-0\(day)" : "-\(day)"))
      data["t"] = .string("t\(Int.random(in: 0...700, using: &random))")
      if random.once(in: 5) { data["t"] = random.pick([" ", "\u{00A0}", 7, true, ["t1"]]) }
      return .object(data)
    }
    let evaluator = ColumnEvaluator(ColumnTable(rows, paths: ["n", "d", "t"]))
    for round in 0..<150 {
      let rule = try Rule(Self.rule(&random))
      let map = evaluator.answers(of: rule)
      for (row, data) in rows.enumerated() {
        let answer = rule.answer(data)
        #expect(map[row] == answer, "seed \(seed), round \(round): \(rule.json) on \(data)")
      }
    }
  }

  private static func rule(_ random: inout SplitMix64) -> JSON {
    func literal() -> JSON {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: JSON(Int.random(in: -90...900, using: &random))
      case 1: .string("t\(Int.random(in: 0...700, using: &random))")
      case 2: .string("20\(Int.random(in: 10...26, using: &random))-06-15")
      default: random.pick([0, 1, 2.5, 12, "", nil, true, "2020", "t", "2020-02-31"])
      }
    }
    let variable: JSON = ["var": .string(random.pick(["n", "d", "t"]))]
    let name = random.pick(["===", "!==", "==", "!=", "<", "<=", ">", ">="])
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return [name: [literal(), variable]].asObject
    case 1: return ["<=": [literal(), variable, literal()]]
    case 2: return ["in": [variable, [literal(), literal(), literal()]]]
    case 3: return ["in": [literal(), variable]]
    case 4: return [name: [["+": [variable, 3]], literal()]].asObject
    case 5: return ["!": [[name: [["??": [variable, literal()]], literal()]].asObject]]
    case 6:
      return [name: [["if": [[name: [variable, literal()]].asObject, 1, 5]], literal()]].asObject
    default: return [name: [variable, literal()]].asObject
    }
  }

  @Test func `a rule too long for blocks is counted word by word`() throws {
    var cases: [JSON] = []
    for number in 0..<300 {
      cases += [["===": [["var": "n"], JSON(number)]], ["!": [JSON(number % 3)]]]
    }
    let rows = (0..<500).map { JSON.object(["n": JSON($0)]) }
    let rule = try Rule(["if": .array(cases)])
    let map = ColumnEvaluator(ColumnTable(rows, paths: ["n"])).answers(of: rule)
    for (row, data) in rows.enumerated() { #expect(map[row] == rule.answer(data), "\(row)") }
  }

  @Test func `what no column has is left open, unless another condition settles it`() throws {
    let rows: [JSON] = [["n": 1], ["n": 2, "hidden": 3], ["n": 9, "hidden": 3], [:]]
    let evaluator = ColumnEvaluator(ColumnTable(rows, paths: ["n"]))
    let rule = try Rule([
      "and": [[">": [["var": "hidden"], 2]], ["<": [["var": "n"], 5]]]
    ])
    let map = evaluator.answers(of: rule)
    #expect(map.open?.rows() == [0, 1, 3])
    #expect(map[2] == .out)
    #expect(evaluator.counts(of: rule, within: .all(4)) == nil)
    let settled = map.settling([(row: 0, answer: .unknown), (1, .in), (3, .unknown)])
    #expect(settled.counts(within: .all(4)) == AnswerCounts(isIn: 1, unknown: 2, all: 4))
    // 1 / 0 may break wherever it stands, so nothing but the record tells.
    let unsafe = try Rule(["and": [["/": [1, ["var": "hidden"]]], ["<": [["var": "n"], 5]]]])
    #expect(evaluator.answers(of: unsafe).open?.cardinality == 4)
  }

  @Test func `a branch that breaks behind what no column has leaves all rows open`() throws {
    // Found by fuzzing: as unknown, the row would be out by the second operand.
    let rows: [JSON] = [["n": 1], ["n": 2, "hidden": 3]]
    let evaluator = ColumnEvaluator(ColumnTable(rows, paths: ["n"]))
    let rule = try Rule([
      "and": [
        ["if": [["===": [["var": "hidden"], nil]], ["throw": "no"], [">": [["var": "n"], 9]]]],
        [">": [["var": "n"], 9]],
      ]
    ])
    #expect(rule.answer(rows[0]) == .broken)
    #expect(evaluator.answers(of: rule).open?.cardinality == 2)
  }

  @Test func `the host answers for its own operations`() throws {
    let operation = Operation("in_group", arity: 1...1) { _ in nil }
    let rule = try Rule(
      ["and": [["in_group": ["a"]], [">": [["var": "n"], 1]]]],
      operations: Operations([operation])
    )
    let rows: [JSON] = [["n": 1], ["n": 2], ["n": 3]]
    let evaluator = ColumnEvaluator(
      ColumnTable(rows, paths: ["n"]),
      operations: rule.operations,
      hostOperations: ["in_group"]
    )
    let members = AnswerMap(isIn: BitMap(count: 3) { $0[0] = 0b101 }, unknown: nil)
    #expect(evaluator.answers(of: rule) { _, _ in members }.isIn.rows() == [2])
    // Not even the row that n leaves out is settled: the operation might be broken there.
    #expect(evaluator.answers(of: rule).open?.rows() == [0, 1, 2])
  }
}
