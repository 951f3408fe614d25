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
    #expect(bench.screen.contains("joins  R-2       Rita 2  11 orders (10 or more)"))
    bench.press("Enter")
    #expect(bench.savedEdits.values.first?.object["rule"] == rule(bench))
    bench.press("u")
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 12]])
    #expect(!bench.screen.contains("was 12"))
    #expect(bench.savedEdits.isEmpty)
    bench.press("U")
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 10]])
  }

  @Test func `help begins with what can be done in the rule`() {
    var bench = Self.bench()
    bench.press("?")
    guard case .picker(let picker)? = bench.app.layers.last else {
      Issue.record("no help")
      return
    }
    let possible = picker.items.filter { $0.refusal == nil }.compactMap { item -> Set<Context>? in
      guard case .action(let id) = item.choice else { return nil }
      return ActionTable[id]?.contexts
    }
    let general = possible.firstIndex { $0.contains(.find) } ?? possible.count
    #expect(possible.first?.contains(.rule) == true && general > 5)
    #expect(possible.dropFirst(general).allSatisfy { $0.contains(.find) })
  }

  @Test func `a value that is left alone stays as it was written`() {
    var bench = Self.bench()
    onValue(&bench)
    bench.press("Enter")
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 12]])
    #expect(bench.app.ruleEditor?.history.past.isEmpty == true && bench.savedEdits.isEmpty)
    bench.press("<")
    #expect(bench.app.ruleEditor?.history.past.isEmpty == true && bench.savedEdits.isEmpty)
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

  @Test func `u leads from what was left unsaved back to the rule that is saved`() {
    var bench = Self.bench()
    onValue(&bench)
    bench.press("Ctrl-U")
    bench.type("10")
    bench.press("Enter", "Esc", "1")
    #expect(bench.app.layers.isEmpty && bench.savedEdits.count == 1)
    bench.press("r")
    #expect(rule(bench)?[">="]?[1] == 10)
    bench.press("u")
    #expect(rule(bench)?[">="]?[1] == 12 && bench.savedEdits.isEmpty)
    bench.press("U")
    #expect(rule(bench)?[">="]?[1] == 10)
  }

  @Test func `Esc on the first attribute of a new group leaves the group, and u dissolves it`() {
    var bench = Self.bench()
    bench.press("Down", "(")
    let grouped = bench.app.ruleEditor?.lines.map(\.path)
    #expect(grouped == [[], [0], [0, 0]])
    bench.press("+", "Esc")
    #expect(bench.app.ruleEditor?.lines.map(\.path) == grouped)
    bench.press("+")
    bench.type("country")
    bench.press("Enter", "Esc")
    #expect(bench.app.ruleEditor?.lines.map(\.path) == grouped && bench.savedEdits.isEmpty)
    bench.press("u")
    #expect(bench.app.ruleEditor?.lines.map(\.path) == [[], [0]])
    bench.press("U")
    #expect(bench.app.ruleEditor?.lines.map(\.path) == grouped)
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
    #expect(bench.screen.contains("belongs: it tells nobody apart"))
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

  @Test func `undo goes back word by word in the JSON, and on through the rows`() {
    var bench = Self.bench()
    onValue(&bench)
    bench.press("Ctrl-U")
    bench.type("10")
    bench.press("Enter", "J")
    let ten = rule(bench)
    func text(_ bench: Bench) -> String { bench.app.ruleEditor?.text?.editor.text ?? "" }
    let shown = text(bench)
    bench.type(" one two")
    #expect(text(bench) == shown + " one two")
    bench.press("Ctrl-_")
    #expect(text(bench) == shown + " one ")
    bench.press("Ctrl-_", "Ctrl-_")
    #expect(text(bench) == shown)
    #expect(rule(bench) == ten && bench.savedEdits.values.first?.unfinished == [:])
    // What was before was done in rows; the JSON stays JSON.
    bench.press("Ctrl-_")
    #expect(text(bench).contains("12") && rule(bench)?[">="]?[1] == 12)
    #expect(bench.app.context == .ruleText && bench.savedEdits.isEmpty)
    bench.press("Ctrl-R", "Ctrl-R")
    #expect(text(bench) == shown + " ")
    bench.press("Ctrl-R", "Ctrl-R")
    #expect(text(bench) == shown + " one two")
    bench.press("Ctrl-R")
    #expect(bench.app.toast?.text.contains("nothing was undone") == true)
  }

  @Test func `rows that were typed as JSON are undone in rows, over what could not be read`() {
    var bench = Self.bench()
    bench.press("J")
    for _ in 0..<400 { bench.press("Backspace") }
    bench.type(#"{">=":[{"var":"behavioral.orders"},10]}"#)
    bench.press("Esc")
    #expect(bench.app.context == .rule && rule(bench)?[">="]?[1] == 10)
    bench.press("u")
    // Digits that were typed on the way were rules too; none of them is torn JSON.
    #expect(bench.app.context == .rule)
    for _ in 0..<8 { bench.press("u") }
    #expect(rule(bench)?[">="]?[1] == 12 && bench.app.context == .rule)
    #expect(bench.savedEdits.isEmpty)
    for _ in 0..<9 { bench.press("U") }
    #expect(rule(bench)?[">="]?[1] == 10 && bench.app.context == .rule)
  }

  @Test func `Esc on JSON that is no rule says why, and a second one keeps it as a draft`() throws {
    var bench = Self.bench()
    bench.press("J", "Backspace", "Backspace", "Esc")
    #expect(bench.app.context == .ruleText)
    #expect(bench.app.toast?.text.hasPrefix("Not a rule yet: line ") == true)
    #expect(bench.screen.contains("Esc again leaves it, kept in the draft as it is"))
    // Whoever goes on typing is not on the way out.
    bench.type("x")
    bench.press("Esc")
    #expect(bench.app.context == .ruleText)
    bench.press("Esc")
    #expect(bench.app.layers.isEmpty)
    #expect(
      bench.app.toast?.text == "The JSON is kept in the draft as you typed it: r goes on with it"
    )
    let typed = try #require(bench.savedEdits.values.first?.unfinished["rule"])
    bench.press("r")
    #expect(bench.app.ruleEditor?.text?.editor.text == typed)
    bench.press("Esc", "Esc")
    bench.press("e")
    for _ in 0..<10 where bench.app.definitionForm?.field?.label != "Rule" { bench.press("Tab") }
    bench.press("Enter", "Esc", "Esc")
    #expect(bench.app.context == .definitionLine)
    #expect(bench.savedEdits.values.first?.unfinished["rule"] == typed)
  }

  @Test func `a value that cannot be read leaves nothing of what was typed before it`() {
    var bench = Self.bench()
    onValue(&bench)
    bench.press("Ctrl-U")
    bench.type("9999999")
    #expect(bench.screen.contains("nobody of "))
    bench.type("99999999999999999999")
    #expect(bench.screen.contains("a whole number is wanted"))
    #expect(!bench.screen.contains("nobody of "))
    bench.press("Ctrl-U")
    #expect(bench.screen.contains("nothing is typed yet"))
    #expect(!bench.screen.contains("nobody of "))
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 12]] && bench.savedEdits.isEmpty)
  }

  @Test func `values with commas and a long list of them are typed on, not anew`() {
    var bench = Self.bench()
    let many = (0..<400).map { JSON.string("Washington, D.C. \($0)") }
    bench.press("J")
    for _ in 0..<400 { bench.press("Backspace") }
    let json: JSON = ["in": [["var": "geographic.country"], .array(many)]]
    bench.send(.input(.paste(json.compact())))
    bench.press("Esc")
    onValue(&bench)
    if bench.app.context == .list {
      bench.type("type it")
      bench.press("Enter")
    }
    #expect(bench.app.context == .ruleValue)
    bench.type(#", "Paris, Texas""#)
    bench.press("Enter")
    #expect(rule(bench)?["in"]?[1]?.arrayValue == many + ["Paris, Texas"])
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
