import JSONLogic
import Testing

struct RuleTests {
  @Test(arguments: [
    (
      #"{"and":[{"equls":[1,1]},{"starts-with":["a","b"]},{"not":[true]}]}"#,
      [
        #"/and/0/equls: no operation is called "equls"; did you mean "===""#,
        #"/and/1/starts-with: no operation is called "starts-with"; did you mean "starts_with""#,
        #"/and/2/not: no operation is called "not"; did you mean "!""#,
      ]
    ),
    (
      #"{"fliter":[[],true]}"#,
      [#"/fliter: no operation is called "fliter"; did you mean "filter""#]
    ),
    (
      #"{"and":true}"#,
      [#"/and: the operands of "and" must stand in a list; write {"and": [ ... ]}"#]
    ),
    (#"{"<":[1]}"#, [#"/<: "<" has 1 operand; it takes at least 2"#]),
    (#"{"in":[1,[1],2]}"#, [#"/in: "in" has 3 operands; it takes 2"#]),
    (#"{"substr":["abc"]}"#, [#"/substr: "substr" has 1 operand; it takes 2 to 3"#]),
    (#"{"+":[{"var":"x"},"ten"]}"#, [#"/+/1: "+" cannot read text; write a number"#]),
    (#"{"<":[{"var":"x"},[1]]}"#, [#"/</1: "<" cannot read a list; write a number or text"#]),
    (
      #"{"some":["vip",true]}"#,
      [
        #"/some/0: "some" reads a list, and this is text; write a list, or a variable that holds one"#
      ]
    ),
    (
      #"{"!":{"and":[true],"or":[false]}}"#,
      [
        #"/!: an object with several keys reads as data, not as operations; combine them: {"and": [{ ... }, { ... }]}"#
      ]
    ),
    (#"{"and":[{"<=":[1,{"var":"x"},3]},{"max":{"var":"list"}},{"preserve":{"a":1}}]}"#, []),
  ])
  func `every fault is named at once with its place and what would be right`(
    rule: String,
    messages: [String]
  ) throws {
    let operations = Operations([Operation("starts_with", arity: 2...2) { _ in nil }])
    let problems = Rule.validate(try JSON(parsing: rule), operations: operations)
    #expect(problems.map(\.description) == messages)
  }

  @Test func `unknown operations refuse a rule, operands do not`() throws {
    let error = #expect(throws: RuleError.self) { try Rule(["a": [["b": 1], ["and": true]]]) }
    #expect(error?.problems.map(\.pointer.description) == ["/a"])
    #expect(throws: RuleFailure.self) { try Rule(["and": true]).apply(to: nil) }
    #expect(Rule.validate(["or": [["x": 1], ["y": 1]]]).count == 2)
  }

  @Test func `variables are listed with their places and scopes`() throws {
    let rule = try Rule(
      JSON(
        parsing: """
          {"and": [{"<": [{"var": "age"}, {"val": ["limits", "age"]}]},
            {"some": [{"var": "orders"}, {">": [{"var": "total"}, {"val": [[2], "age"]}]}]},
            {"missing": ["email", "phone"]}, {"var": ["plan", {"var": "tier"}]}]}
          """
      )
    )
    let uses = rule.variables.map { use in
      "\(use.path) \(use.pointer)"
        + (use.isInner ? " in \(use.list?.description ?? "?")" : "")
        + (use.isPresenceTest ? " tested" : "")
    }
    #expect(
      uses == [
        "age /and/0/</0", "limits.age /and/0/</1", "orders /and/1/some/0",
        "total /and/1/some/1/>/0 in orders", "age /and/1/some/1/>/1",
        "email /and/2 tested", "phone /and/2 tested", "plan /and/3", "tier /and/3/var/1",
      ]
    )
    #expect(rule.conditions.map(\.name) == ["<", "some", "missing", "var"])
    #expect(rule.variables.allSatisfy { rule.json[$0.pointer] != nil })
  }

  @Test func `a node knows where it stands`() throws {
    let json: JSON = [
      "if": [["?:": [true, ["!": ["var": "a"]], [1, ["var": "b"]]]], "yes", "no"]
    ]
    let rule = try Rule(json)
    var places = 0
    rule.root.visit { node in
      places += 1
      #expect(json[node.pointer] != nil, "\(node.pointer)")
    }
    #expect(places == 10)
    #expect(rule.root.children[0].operator == .if)
  }
}
