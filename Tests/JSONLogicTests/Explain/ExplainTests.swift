import JSONLogic
import Testing

struct ExplainTests {
  static let data: JSON = [
    "n": 5, "zero": 0, "text": "abc", "blank": "  ", "empty": "", "null": nil, "yes": true,
    "list": ["a", "b"], "none": [], "gaps": [1, nil, 9], "number text": "12", "object": ["x": 1],
  ]

  @Test(arguments: [
    (#"{"<":[{"var":"n"},10]}"#, Answer.in), (#"{"<":[{"var":"gone"},10]}"#, .unknown),
    (#"{"<":[{"var":"null"},10]}"#, .unknown), (#"{"===":[{"var":"blank"},"x"]}"#, .unknown),
    (#"{"===":[{"var":"zero"},0]}"#, .in), (#"{"!":[{"var":"none"}]}"#, .in),
    (#"{"===":[{"var":"gone"},null]}"#, .in), (#"{"!==":[{"var":"gone"},null]}"#, .out),
    (#"{"!==":[{"var":"empty"},null]}"#, .in), (#"{"!!":[{"missing":["gone","n"]}]}"#, .in),
    (#"{"missing":["n"]}"#, .out), (#"{"exists":"null"}"#, .in), (#"{"exists":"gone"}"#, .out),
    (#"{"!!":[{"missing_some":[1,["n","gone"]]}]}"#, .out),
    (#"{"<":[{"var":["gone",3]},10]}"#, .in), (#"{"<":[{"var":["null",3]},10]}"#, .in),
    (#"{"===":[{"var":["blank","x"]},"x"]}"#, .unknown),
    (#"{"<":[{"??":[{"var":"gone"},{"var":"n"}]},10]}"#, .in),
    (#"{"??":[{"var":"gone"},null]}"#, .unknown), (#"{"!":[{"var":"gone"}]}"#, .unknown),
    (#"{"and":[{"var":"gone"},false]}"#, .out), (#"{"and":[{"var":"gone"},true]}"#, .unknown),
    (#"{"or":[{"var":"gone"},true]}"#, .in), (#"{"or":[{"var":"gone"},false]}"#, .unknown),
    (#"{"and":[false,{"throw":"no"}]}"#, .out), (#"{"and":[{"throw":"no"},false]}"#, .broken),
    (#"{"or":[{"var":"gone"},{"throw":"no"}]}"#, .broken),
    (#"{"if":[{"var":"gone"},true,true]}"#, .in),
    (#"{"if":[{"var":"gone"},true,false]}"#, .unknown),
    (#"{"if":[{"var":"gone"},1,"x"]}"#, .in), (#"{"if":[{"var":"gone"},true]}"#, .unknown),
    (#"{"===":[{"if":[{"var":"gone"},7,7]},7]}"#, .in),
    (#"{"some":[{"var":"gone"},true]}"#, .unknown), (#"{"some":[{"var":"none"},true]}"#, .out),
    (#"{"all":[{"var":"none"},true]}"#, .out), (#"{"none":[{"var":"none"},true]}"#, .in),
    (#"{"some":[{"var":"gaps"},{">":[{"var":""},8]}]}"#, .in),
    (#"{"some":[{"var":"gaps"},{">":[{"var":""},10]}]}"#, .unknown),
    (#"{"all":[{"var":"gaps"},{">":[{"var":""},8]}]}"#, .out),
    (#"{"none":[{"var":"gaps"},{">":[{"var":""},8]}]}"#, .out),
    (#"{"some":[{"var":"text"},true]}"#, .unknown), (#"{"some":["abc",true]}"#, .broken),
    (#"{"<":[{"var":"text"},10]}"#, .unknown), (#"{"<":[{"var":"number text"},99]}"#, .unknown),
    (#"{"===":[{"var":"n"},"5"]}"#, .unknown), (#"{"==":[{"var":"n"},5]}"#, .in),
    (#"{"in":[{"var":"text"},["abc","x"]]}"#, .in), (#"{"in":[{"var":"text"},["x"]]}"#, .out),
    (#"{"in":[{"var":"n"},["x"]]}"#, .unknown), (#"{"in":["a",{"var":"list"}]}"#, .in),
    (#"{"in":[1,{"var":"list"}]}"#, .out), (#"{"in":["b",{"var":"text"}]}"#, .in),
    (#"{"in":["b",{"var":"object"}]}"#, .unknown), (#"{"in":["b",{"var":"gone"}]}"#, .unknown),
    (#"{">":[{"+":[{"var":"n"},1]},5]}"#, .in), (#"{">":[{"+":[{"var":"gone"},1]},5]}"#, .unknown),
    (#"{">":[{"/":[1,{"var":"zero"}]},5]}"#, .broken),
    (#"{"try":[{"/":[1,{"var":"zero"}]},{"===":[{"val":"type"},"NaN"]}]}"#, .in),
    (#"{"<=":[1,{"var":"n"},9]}"#, .in), (#"{"<=":[9,{"var":"gone"},1]}"#, .unknown),
    (
      #"{"===":[{"reduce":[{"var":"list"},{"cat":[{"var":"accumulator"},{"var":"current"}]},""]},"ab"]}"#,
      .in
    ),
    (#"{"===":[{"cat":[{"var":"gone"},"x"]},"x"]}"#, .unknown),
    (#"{"some":[{"filter":[{"var":"gaps"},{">":[{"var":""},8]}]},true]}"#, .unknown),
    (#"{"and":true}"#, .broken), (#"{"log":{"var":"yes"}}"#, .in),
  ])
  func `the three-valued answer`(rule: String, answer: Answer) throws {
    let rule = try Rule(JSON(parsing: rule))
    #expect(rule.answer(Self.data) == answer)
    #expect(rule.explain(Self.data).answer == answer)
  }

  @Test func `an explanation shows what was compared, also behind the condition that decided`()
    throws
  {
    let rule = try Rule(
      JSON(
        parsing:
          #"{"and":[{"<":[{"var":"n"},3]},{"===":[{"var":"gone"},"x"]},{"<":[{"var":"text"},1]}]}"#
      )
    )
    let explanation = rule.explain(Self.data)
    #expect(explanation.answer == .out)
    #expect(explanation.children.map(\.answer) == [.out, .unknown, .unknown])
    #expect(explanation.children[0].children.map(\.value) == [5, 3])
    #expect(explanation.children[1].children[0].isMissing)
    #expect(explanation.children[1].isUnreadable == false)
    #expect(explanation.children[2].isUnreadable)
    #expect(explanation.deciding.map(\.pointer.description) == ["/and/0"])
    #expect(explanation.missingPaths == ["gone"])
  }

  @Test func `the deciding conditions are those that made the answer`() throws {
    func deciding(_ rule: String) throws -> [String] {
      try Rule(JSON(parsing: rule)).explain(Self.data).deciding.map(\.pointer.description)
    }
    #expect(
      try deciding(#"{"and":[{"var":"n"},{"or":[{"var":"zero"},{"var":"yes"}]}]}"#) == [
        "/and/0", "/and/1/or/1",
      ]
    )
    #expect(
      try deciding(#"{"or":[{"var":"zero"},{"!":[{"var":"n"}]}]}"#) == ["/or/0", "/or/1/!/0"]
    )
    #expect(try deciding(#"{"and":[{"var":"n"},{"var":"gone"}]}"#) == ["/and/1"])
    #expect(try deciding(#"{"and":[{"var":"n"},{"throw":"no"}]}"#) == ["/and/1"])
  }

  @Test func `items are explained with their number, the first twenty of them`() throws {
    let rule = try Rule(["some": [["var": "items"], [">": [["var": ""], 100]]]])
    let explanation = rule.explain(["items": .array((0..<50).map { JSON($0) })])
    #expect(explanation.children.count == 21)
    #expect(explanation.children.dropFirst().map(\.item) == (0..<20).map { $0 })
    #expect(explanation.missingPaths == [])
  }

  @Test func `nobody is asked for what stands behind an error or beyond the data`() throws {
    // Found by fuzzing: the second operand of `try` reads the error, and there is nothing two levels
    // above the data.
    for text in [#"{"try":[{"throw":"no"},{">":[{"var":"n"},1]}]}"#, #"{"val":[[2],"n"]}"#] {
      let explanation = try Rule(JSON(parsing: text)).explain(Self.data)
      #expect(explanation.answer == .unknown, "\(text)")
      #expect(explanation.missingPaths == [], "\(text)")
    }
  }

  @Test func `a broken rule says why and where`() throws {
    let rule = try Rule(["and": [true, ["throw": "no licence"]]])
    let explanation = rule.explain(Self.data)
    #expect(explanation.answer == .broken)
    #expect(explanation.reason == "no licence at /and/1")
  }
}
