import JSONLogic
import RapportCore
import Testing

@testable import RapportTUI

/// What is typed, and what is shown, while a rule is tried out.
struct HeldKeysTests {
  private func changed() -> Bench {
    var bench = RuleEditorTests.bench()
    bench.press("Down", "Right", "Right", "Enter", "Ctrl-U")
    bench.type("10")
    bench.press("Enter")
    return bench
  }

  @Test func `what is typed after the wish to save goes into the reason, not into the rule`() {
    var bench = changed()
    let rule = bench.app.ruleEditor?.json
    bench.press("!")
    bench.holdsTrials = true
    bench.press("!")
    bench.press("Ctrl-S")
    bench.type("(tighter")
    bench.press("Enter", "R", "x")
    #expect(bench.app.ruleEditor?.json == rule)
    bench.release()
    // Behind its Enter nothing more is typed: it would be a command to what is shown then.
    #expect(bench.app.layers.isEmpty)
    #expect(bench.definitions.changes.last?.reason == "(tighter")
    #expect(bench.definitions.changes.last?.edits.first?.after?["rule"] == rule)
  }

  @Test func `Esc goes back to the rule, and what was typed before it is gone`() {
    var bench = changed()
    bench.holdsTrials = true
    bench.press("!", "Ctrl-S")
    bench.type("no")
    bench.press("Esc")
    bench.release()
    #expect(bench.app.ruleEditor != nil && !bench.screen.contains("Why this change?"))
    #expect(!bench.screen.contains("no▏"))
  }

  @Test(arguments: [80, 120, 180]) func `beside a new rule stands no figure of the one before`(
    columns: Int
  ) {
    var bench = RuleEditorTests.bench(columns, 40)
    #expect(bench.screen.contains(" customers · ") || bench.screen.contains(" customer · "))
    bench.press("Down", "Right", "Right", "Enter", "Ctrl-U")
    bench.holdsTrials = true
    bench.type("10")
    #expect(bench.screen.contains("counting") && !bench.screen.contains("0 join, 0 leave"))
    #expect(!bench.screen.contains(" customers · "))
    bench.release()
    #expect(bench.screen.contains("join"))
  }
}
