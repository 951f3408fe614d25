import JSONLogic
import Testing

struct OperationsTests {
  static func operations(today: Int) -> Operations {
    Operations([
      Operation("within_days", arity: 2...2, suggest: { [JSON(today - ($0[0].intValue ?? 0))] }) {
        guard let date = $0[0].intValue, let days = $0[1].intValue else { return nil }
        return .bool((0...days).contains(today - date))
      },
      Operation(
        "in_segment",
        arity: 1...1,
        explain: { values in
          switch values.first ?? nil {
          case "lost": .init(.broken, reason: "no segment is called lost")
          case "gold": .init(.in)
          case "new": .init(.unknown, reason: "first order is missing")
          default: .init(.out)
          }
        },
        evaluate: { [$0.first == "gold"].first.map { .bool($0) } ?? nil }
      ),
      Operation(perItem: "count_where") { holding, _ in JSON(holding) },
      Operation("and", arity: 0...0) { _ in "never" },
    ])
  }

  @Test func `an operation is bound at each reading, without compiling again`() throws {
    let rule = try Rule(
      ["within_days": [["var": "day"], 30]],
      operations: Self.operations(today: 0)
    )
    #expect(try rule.apply(to: ["day": 80], operations: Self.operations(today: 100)) == true)
    #expect(try rule.apply(to: ["day": 80], operations: Self.operations(today: 200)) == false)
    #expect(rule.answer(["day": 101], operations: Self.operations(today: 100)) == .out)
    #expect(rule.answer([:], operations: Self.operations(today: 100)) == .unknown)
    #expect(rule.answer(["day": "soon"], operations: Self.operations(today: 100)) == .unknown)
    #expect(rule.answer(["day": 80], operations: .standard) == .broken)
    let misses = rule.nearMisses(["day": 50], operations: Self.operations(today: 100))
    #expect(misses.map(\.description) == ["day: 50, needed 70"])
  }

  @Test(arguments: [("gold", Answer.in), ("plain", .out), ("new", .unknown), ("lost", .broken)])
  func `an operation may answer in three values itself`(id: String, answer: Answer) throws {
    let rule = try Rule(
      ["!!": ["in_segment": [.string(id)]]],
      operations: Self.operations(today: 0)
    )
    let explanation = rule.explain([:])
    #expect(explanation.answer == answer)
    if answer == .unknown { #expect(explanation.children[0].reason == "first order is missing") }
    if answer == .broken {
      #expect(explanation.reason == "no segment is called lost at /!!")
    }
  }

  @Test func `an operation on items takes two operands, however it is read`() throws {
    // Found by fuzzing.
    let operations = Self.operations(today: 0)
    for rule: JSON in [["count_where": [[], true, true]], ["count_where": [[]]]] {
      let rule = try Rule(rule, operations: operations)
      #expect(throws: RuleFailure.self) { try rule.apply(to: [:]) }
      #expect(rule.answer([:]) == .broken)
    }
  }

  @Test func `an operation counts the items a rule holds for`() throws {
    let rule = try Rule(
      [">=": [["count_where": [["var": "orders"], [">": [["var": "total"], 10]]]], 2]],
      operations: Self.operations(today: 0)
    )
    let data: JSON = ["orders": [["total": 5], ["total": 20], ["total": 30]]]
    #expect(try rule.apply(to: data) == true)
    #expect(rule.answer(data) == .in)
    #expect(rule.answer(["orders": [["total": 20], [:]]]) == .unknown)
    #expect(rule.answer([:]) == .unknown)
    #expect(rule.variables.map(\.isInner) == [false, true])
  }

  @Test func `a name of the core cannot be taken`() throws {
    #expect(Self.operations(today: 0).names == ["count_where", "in_segment", "within_days"])
    let rule = try Rule(["and": [true]], operations: Self.operations(today: 0))
    #expect(try rule.apply(to: nil) == true)
  }

  @Test func `a host's record is read like JSON`() throws {
    struct Record: RuleData {
      func value(at path: VariablePath) -> JSON? { path == "company.seats" ? 120 : nil }
    }
    let rule = try Rule(["<=": [50, ["var": "company.seats"], 500]])
    #expect(try rule.apply(to: Record()) == true)
    #expect(rule.answer(Record()) == .in)
  }
}
