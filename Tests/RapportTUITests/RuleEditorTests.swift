import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// Changing a rule in its editor.
struct RuleEditorTests {
  /// The rule of the loyal advocates: at least 12 orders.
  static func bench(_ columns: Int = 80, _ rows: Int = 24) -> Bench {
    var bench = WorkbenchDefinitions.bench(columns, rows)
    for (number, orders) in [(1, 14), (2, 11), (3, 9), (4, 3)] {
      let id = "R-\(number)"
      bench.store.put(
        Customer(
          id: Customer.ID(id),
          record: [
            "id": .string(id), "name": ["full": .string("Rita \(number)")],
            "behavioral": ["orders": JSON(orders)],
          ]
        )
      )
    }
    bench.press("r")
    return bench
  }

  private func rule(_ bench: Bench) -> JSON? { bench.app.ruleEditor?.json }

  /// To the value of the only condition.
  private func onValue(_ bench: inout Bench) { bench.press("Down", "Right", "Right", "Enter") }

  @Test func `every digit counts again and names who joins, and u takes all of it back`() {
    var bench = Self.bench()
    #expect(bench.screen.contains("orders") && bench.screen.contains("at least"))
    onValue(&bench)
    bench.press("Ctrl-U")
    #expect(bench.screen.contains("nothing is typed yet"))
    bench.type("1")
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 1]])
    bench.type("0")
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 10]])
    #expect(bench.screen.contains("10") && bench.screen.contains("(was 12)"))
    #expect(bench.screen.contains("joins  R-2       Rita 2  11 orders (12 or more)"))
    bench.press("Enter")
    #expect(bench.savedEdits.values.first?.object["rule"] == rule(bench))
    bench.press("u")
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 12]])
    #expect(!bench.screen.contains("was 12"))
    #expect(bench.savedEdits.isEmpty)
    bench.press("U")
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 10]])
  }

  @Test func `a value that is left alone stays as it was written`() {
    var bench = Self.bench()
    onValue(&bench)
    bench.press("Enter")
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 12]])
    #expect(bench.app.ruleEditor?.past.isEmpty == true && bench.savedEdits.isEmpty)
    bench.press("<")
    #expect(bench.app.ruleEditor?.past.isEmpty == true && bench.savedEdits.isEmpty)
  }

  @Test func `Esc leaves a value as it was, and a bad one is never taken`() {
    var bench = Self.bench()
    onValue(&bench)
    bench.press("Ctrl-U")
    bench.type("many")
    #expect(bench.screen.contains("a whole number is wanted"))
    bench.press("Enter")
    #expect(bench.app.context == .ruleValue)
    bench.press("Esc")
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 12]])
    #expect(bench.app.context == .rule && bench.savedEdits.isEmpty)
  }

  @Test func `a condition is put together from lists and a value`() {
    var bench = Self.bench()
    bench.press("Down", "+")
    bench.type("country")
    bench.press("Enter", "1")
    #expect(
      bench.app.layers.count == 2 || bench.app.context == .ruleValue || bench.app.context == .list
    )
    if bench.app.context == .list {
      bench.type("type it")
      bench.press("Enter")
    }
    bench.type("DE")
    bench.press("Enter")
    #expect(
      rule(bench)
        == [
          "and": [
            [">=": [["var": "behavioral.orders"], 12]],
            ["===": [["var": "geographic.country"], "DE"]],
          ]
        ]
    )
    #expect(bench.screen.contains("(new)"))
    bench.press("!")
    #expect(rule(bench)?["and"]?[1] == ["!==": [["var": "geographic.country"], "DE"]])
    bench.press("(")
    bench.press("x")
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 12]])
  }

  @Test func `a list that is left puts nothing in`() {
    var bench = Self.bench()
    bench.press("+", "Esc")
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 12]])
    bench.press("+")
    bench.type("country")
    bench.press("Enter", "Esc")
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 12]])
    #expect(bench.app.ruleEditor?.pending == nil && bench.savedEdits.isEmpty)
  }

  @Test func `a heading turns between all and any, and without conditions it is everybody`() {
    var bench = Self.bench()
    bench.press("Enter")
    #expect(bench.screen.contains("any of"))
    bench.press("Down", "x")
    #expect(rule(bench) == true)
    #expect(bench.screen.contains("everybody is in it"))
    bench.press("u")
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 12]])
  }

  @Test func `JSON is tried as it is typed, and what is none survives in the draft`() throws {
    var bench = Self.bench()
    bench.press("J")
    for _ in 0..<400 { bench.press("Backspace") }
    bench.type(#"{">=":[{"var":"behavioral.orders"},10]}"#)
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 10]])
    #expect(bench.screen.contains("1 join") || bench.screen.contains("join"))
    bench.press("Backspace")
    let draft = try #require(bench.savedEdits.values.first)
    #expect(draft.unfinished["rule"] == #"{">=":[{"var":"behavioral.orders"},10]"#)
    let kept = DefinitionDraft(draft: .object(draft.draft))
    #expect(kept?.unfinished == draft.unfinished)
    bench.press("Ctrl-S")
    #expect(bench.screen.contains("the JSON of the rule cannot be read yet"))
    bench.type("}")
    bench.press("Esc")
    #expect(bench.screen.contains("(was 12)") && bench.app.context == .rule)
  }

  @Test func `saving asks why, and the segment has another version`() {
    var bench = Self.bench()
    onValue(&bench)
    bench.press("Ctrl-U")
    bench.type("10")
    bench.press("Enter", "Ctrl-S")
    #expect(bench.screen.contains("Why this change?"))
    bench.type("reach more of them")
    bench.press("Enter")
    #expect(bench.app.toast?.text == "Saved: Loyal advocates, version 8")
    #expect(bench.app.layers.isEmpty && bench.savedEdits.isEmpty)
    let saved = bench.definitions.documents.files["segments/loyal-advocates.json"]
    #expect(saved?["rule"] == [">=": [["var": "behavioral.orders"], 10]])
    #expect(saved?["x-note"] == "ours")
  }

  @Test func `the rule alone closes with what was opened for it`() {
    var bench = Self.bench()
    bench.press("Esc")
    #expect(bench.app.layers.isEmpty)
    bench.press("e")
    for _ in 0..<10 where bench.app.definitionForm?.field?.label != "Rule" { bench.press("Tab") }
    bench.press("Enter")
    #expect(bench.app.context == .rule)
    bench.press("Esc")
    #expect(bench.app.context == .definitionLine)
  }

  @Test func `whoever goes on is in the rule again`() {
    var bench = Self.bench()
    onValue(&bench)
    bench.press("Ctrl-U")
    bench.type("10")
    bench.press("Enter", "Tab", "Esc")
    #expect(bench.screen.contains("all of"))
    bench.press("Esc", "Esc")
    #expect(bench.app.context == .rule)
    bench.press("Esc", "1")
    #expect(bench.app.layers.isEmpty)
  }

  @Test func `a customer who must belong and would not is named`() throws {
    var bench = Self.bench()
    bench.press("Esc", "E")
    bench.editing = { text in
      text.replacing("\"id\"", with: "\"golden\": {\"members\": [\"R-1\"]}, \"id\"")
    }
    bench.press("E")
    for _ in 0..<10 where bench.app.definitionForm?.field?.label != "Rule" { bench.press("Tab") }
    bench.press("Enter")
    onValue(&bench)
    bench.press("Ctrl-U")
    bench.type("20")
    #expect(bench.screen.contains("pinned customers: 0 of 1 stay as they must"))
    #expect(bench.screen.contains("must belong Rita 1  14 orders (20 or more)"))
  }

  @Test(arguments: [(1, 1), (60, 16), (80, 24), (300, 90)])
  func `any size draws`(size: (Int, Int)) {
    var bench = Self.bench()
    onValue(&bench)
    bench.send(.input(.resize(Size(columns: size.0, rows: size.1))))
    #expect(bench.frame.canvas.size == Size(columns: size.0, rows: size.1))
  }
}

/// The editor as people see it.
struct RuleGoldenTests {
  @Test(arguments: GoldenTests.sizes) func `a value being typed`(size: (Int, Int)) throws {
    var bench = RuleEditorTests.bench(size.0, size.1)
    bench.press("Down", "Right", "Right", "Enter", "Ctrl-U")
    bench.type("10")
    try GoldenScreen.check(bench.frame, "rule-value")
  }

  @Test(arguments: GoldenTests.sizes) func `groups and the list of attributes`(
    size: (Int, Int)
  ) throws {
    var bench = RuleEditorTests.bench(size.0, size.1)
    bench.press("Down", "(", "+")
    try GoldenScreen.check(bench.frame, "rule-attributes")
  }

  @Test(arguments: GoldenTests.sizes) func `as JSON with an error`(size: (Int, Int)) throws {
    var bench = RuleEditorTests.bench(size.0, size.1)
    bench.press("J", "Backspace", "Backspace")
    try GoldenScreen.check(bench.frame, "rule-json")
  }
}
