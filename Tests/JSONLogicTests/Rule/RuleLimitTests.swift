import JSONLogic
import Testing

struct RuleLimitTests {
  static func nested(_ depth: Int) -> JSON {
    var rule: JSON = ["var": "x"]
    for _ in 1..<depth { rule = ["!": [rule]] }
    return rule
  }

  @Test func `64 levels are read and 65 are refused with their place`() throws {
    #expect(try Rule(Self.nested(64)).answer(["x": true]) == .out)
    let error = #expect(throws: RuleError.self) { try Rule(Self.nested(65)) }
    #expect(error?.problems.map(\.kind) == [.tooDeep])
    let deep = Self.nested(600)
    #expect(throws: RuleError.self) {
      try Rule(deep, limits: RuleLimits(depth: .max, nodes: .max))
    }
  }

  @Test func `10,000 nodes are read, one more is refused`() throws {
    let conditions = JSON.array((0..<3_333).map { ["<": [["var": "n"], JSON($0)]] })
    let rule = try Rule(["and": conditions])
    #expect(rule.answer(["n": -1]) == .in)
    #expect(rule.explain(["n": 3]).children.count == 3_333)
    #expect(throws: RuleError.self) {
      try Rule(["and": .array((conditions.arrayValue ?? []) + [true])])
    }
  }

  @Test(arguments: [
    #"{"map":[L,{"map":[L,{"map":[L,1]}]}]}"#,
    #"{"reduce":[L,{"cat":[{"var":"accumulator"},{"var":"accumulator"}]},"ab"]}"#,
    #"{"reduce":[L,[{"var":"accumulator"},{"var":"accumulator"}],1]}"#,
    #"{"reduce":[L,{"merge":[{"var":"accumulator"},{"var":"accumulator"}]},[1]]}"#,
    #"{"map":[L,{"map":[L,{"val":[[4]]}]}]}"#,
    #"{"some":[L,{"some":[L,{"!==":[{"val":[[4]]},{"val":[[4]]}]}]}]}"#,
    #"{"try":[{"map":[L,{"map":[L,{"map":[L,1]}]}]},"caught"]}"#,
  ])
  func `a hostile rule ends with too much work, which try cannot catch`(text: String) throws {
    let list = JSON.array((0..<600).map { JSON($0) })
    let source = text.split(separator: "L", omittingEmptySubsequences: false)
      .joined(separator: #"{"var":""}"#)
    let outer: JSON = ["list": list]
    let rule = try Rule(
      JSON(parsing: source.replacing(#"{"var":""}"#, with: #"{"preserve":\#(list.compact())}"#)),
      limits: RuleLimits(steps: 200_000, size: 200_000)
    )
    let failure = #expect(throws: RuleFailure.self) { try rule.apply(to: outer) }
    #expect(failure?.type == "Too Much Work")
    #expect(rule.answer(outer) == .broken)
    #expect(rule.explain(outer).reason?.hasPrefix("Too Much Work") == true)
  }

  @Test func `an accumulator that nests in each round cannot outgrow the stack`() throws {
    let rule = try Rule(["reduce": [["var": "list"], [["var": "accumulator"]], 1]])
    let data: JSON = ["list": .array(Array(repeating: 1, count: 3_000))]
    let failure = #expect(throws: RuleFailure.self) { try rule.apply(to: data) }
    #expect(failure?.type == "Too Much Work")
    #expect(rule.answer(data) == .broken)
  }
}
