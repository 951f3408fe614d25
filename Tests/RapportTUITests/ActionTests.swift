import RapportCore
import Terminal
import Testing

@testable import RapportTUI

struct ActionTests {
  /// The interface at different places of its life.
  static let places: [(String, Bench)] = {
    var hero = Bench()
    hero.open("zoe")
    var working = hero
    working.press("i")
    working.type("twice")
    working.press("Enter")
    var atBlank = working
    atBlank.press("Down", "Down")
    var atChoice = working
    atChoice.press("G")
    var doubtful = Bench()
    doubtful.open("mul bernau")
    var two = working
    two.open("ana")
    var found = Bench()
    found.type("mul")
    var form = Bench()
    form.type("zora mulder")
    form.press("Ctrl-N")
    var question = form
    question.press("Enter", "Enter", "Enter")
    var nobody = Bench()
    nobody.press("Ctrl-N", "Ctrl-N", "i")
    nobody.type("twice")
    nobody.press("Enter")
    let workbench = WorkbenchDefinitions.bench()
    var inFull = workbench
    inFull.press("]", "Enter")
    var filtering = workbench
    filtering.press("/", "l")
    var toneForm = workbench
    toneForm.press("]", "Down", "e")
    var slider = toneForm
    slider.press("Tab")
    var scriptForm = workbench
    scriptForm.press("]", "]", "]", "e", "Tab", "Tab")
    return [
      ("find", Bench()), ("hits", found), ("card", hero), ("script", working), ("blank", atBlank),
      ("branch", atChoice), ("doubt", doubtful), ("two", two),
      ("new caller", form), ("question", question), ("nobody", nobody),
      ("workbench", workbench), ("in full", inFull), ("filtering", filtering),
      ("tone", toneForm), ("slider", slider), ("script form", scriptForm),
    ]
  }()

  @Test func `every action has one row in the table`() {
    #expect(ActionTable.all.count == Action.ID.allCases.count)
    #expect(Set(ActionTable.all.map(\.id)).count == Action.ID.allCases.count)
  }

  @Test func `every action of the views can be reached from the palette`() {
    var bench = Bench()
    bench.press("Ctrl-P")
    guard case .picker(let picker) = bench.app.layers.last else {
      Issue.record("no palette")
      return
    }
    let reached = Set(picker.items.map(\.choice))
    for action in ActionTable.all
    where !action.contexts.isDisjoint(with: Context.views) && action.id != .palette {
      #expect(reached.contains(.action(action.id)), "\(action.id)")
    }
  }

  @Test func `every hint's key does what the hint says`() throws {
    for (place, bench) in Self.places {
      for action in bench.app.hints {
        let key = try #require(action.keys(in: bench.app.context).first)
        let resolved = ActionTable.resolve(key.key, in: bench.app.context, for: bench.app)
        #expect(resolved?.0.id == action.id, "\(place): \(key)")
        #expect(resolved?.1 == .yes, "\(place): \(key)")
      }
    }
  }

  @Test func `every action that is available does something and traps nowhere`() {
    for (_, start) in Self.places {
      for action in ActionTable.actions(in: start.app.context)
      where action.availability(start.app) == .yes {
        for key in action.keys(in: start.app.context).map(\.description) {
          var bench = start
          bench.press(key)
          _ = bench.frame
          bench.press("Esc", "Esc")
        }
      }
    }
  }

  @Test func `an action that cannot be done says why`() {
    var bench = Bench()
    bench.open("zoe")
    bench.press("C")
    #expect(bench.app.toast?.text == "no script yet: i chooses the reason")
    #expect(bench.screen.contains("not now: no script yet"))
  }

  @Test func `help and palette begin with what can be done now, and say why the rest cannot`() {
    for (place, start) in Self.places where start.app.layers.isEmpty {
      for key in ["F1", "Ctrl-P"] {
        var bench = start
        bench.press(key)
        guard case .picker(let picker) = bench.app.layers.last else {
          Issue.record("\(place): no list")
          continue
        }
        let refused = picker.items.map { $0.refusal != nil }
        #expect(refused.first == false, "\(place)")
        #expect(refused == refused.sorted { !$0 && $1 }, "\(place)")
        #expect(picker.items.allSatisfy { $0.refusal?.isEmpty != true })
      }
    }
  }

  @Test func `help can be searched and run`() {
    var bench = Bench()
    bench.open("zoe")
    bench.press("?")
    bench.type("history")
    bench.press("Enter")
    #expect(bench.app.desk.front?.pane == .history)
  }

  @Test func `the palette previews themes, and closing it keeps the old one`() {
    var bench = Bench()
    bench.press("Ctrl-P")
    bench.type("nocturne")
    #expect(bench.app.shownTheme == "nocturne")
    bench.press("Esc")
    #expect(bench.app.shownTheme == "terminal")
    bench.press("Ctrl-P")
    bench.type("nocturne")
    bench.press("Enter")
    #expect(bench.app.theme == "nocturne")
  }

  @Test func `the keys table names every key of the Desk once`() {
    let markdown = KeyTable.markdown
    #expect(markdown.contains("| `c` `y` | Copy what the cursor is on |"))
    #expect(markdown.contains("| `1`-`9` | Go to the contact with that number |"))
    #expect(!markdown.contains("|  |"))
  }

  @Test(arguments: [
    ("[A-Z]{2}-[0-9]{6}", "AB-123456"), ("\\d{3,5}", "123"), ("^C-[0-9]+$", "C-1"),
    ("(?:AB)?[a-z]{2}", "ABab"),
  ])
  func `a pattern shows an example`(pattern: String, example: String) {
    #expect(PatternExample.text(for: pattern) == example)
  }

  @Test(arguments: ["(a|b)", ".*", "[^x]", "\\w+", "(", "[", "a{999}"])
  func `a pattern beyond that shows none`(pattern: String) {
    #expect(PatternExample.text(for: pattern) == nil)
  }
}
