import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// Why: the list of all segments, and each one's reasons line by line.
struct WhyTests {
  private func hero(_ columns: Int = 80, _ rows: Int = 24) -> Bench {
    var bench = Bench(columns, rows)
    bench.open("zoe")
    bench.press("w")
    return bench
  }

  private func keyAccounts(_ columns: Int = 80, _ rows: Int = 24) -> Bench {
    var bench = hero(columns, rows)
    bench.press("Down", "Down", "Down", "Enter")
    return bench
  }

  @Test func `w lists every segment with its answer and why`() {
    let bench = hero()
    #expect(bench.screen.contains("2 belong, 1 not known yet, 2 do not"))
    for line in [
      "Loyal advocates  belongs        14 orders (12 or more)",
      "Green-minded     not known yet  not known: values",
      "Key accounts     does not       nearly: 38 of 50 employees",
    ] { #expect(bench.screen.contains(line), "\(line)") }
  }

  @Test func `Enter and w open the reasons of the segment under the cursor`() {
    for key in ["Enter", "w"] {
      var bench = hero()
      bench.press("Down", "Down", "Down", key)
      #expect(bench.app.desk.front?.why?.segment == "key-accounts")
      for part in [
        "┣━ 38 employees", "50 or more", "nearly: 12 employees short",
        "└─ Green-minded", "not known",
      ] { #expect(bench.screen.contains(part), "\(part)") }
    }
  }

  @Test func `Esc goes back one level at a time`() {
    var bench = keyAccounts()
    bench.press("Esc")
    #expect(bench.app.desk.front?.pane == .who)
    #expect(bench.app.desk.front?.focus(bench.app.layout) == .segment("key-accounts"))
    bench.press("Esc")
    #expect(bench.app.desk.front?.pane == nil)
    #expect(bench.app.view == .desk)
  }

  @Test func `a group is put away and back`() {
    var bench = keyAccounts()
    bench.press("Down", "Down", "Down", "Enter")
    #expect(bench.screen.contains("any of … 2 lines"))
    #expect(!bench.screen.contains("job title"))
    bench.press("Enter")
    #expect(bench.screen.contains("job title"))
  }

  @Test func `a condition on another segment leads to its reasons`() {
    var bench = keyAccounts()
    bench.press("G", "Enter")
    #expect(bench.app.desk.front?.why?.segment == "green-minded")
  }

  @Test func `beside the list the reasons follow the cursor`() {
    var bench = hero(120, 40)
    #expect(bench.screen.contains("this customer"))
    #expect(bench.screen.contains("│ Loyal advocates  belongs"))
    bench.press("Down", "Down", "Down")
    #expect(bench.screen.contains("┣━ 38 employees"))
    bench.press("Tab")
    #expect(bench.app.desk.front?.why?.segment == "key-accounts")
    bench.press("Tab")
    #expect(bench.app.desk.front?.why == nil)
  }

  @Test func `what is missing is asked where it is missing, and the tree settles`() {
    var bench = hero()
    bench.press("Down", "Down", "Enter")
    #expect(bench.screen.contains("“Was ist dir beim Einkauf am wichtigsten?”"))
    bench.press("a", "2")
    #expect(bench.app.desk.front?.why?.tree?.answer == .in)
    #expect(bench.screen.contains("Green-minded  belongs"))
    bench.press("u", "x")
    #expect(bench.app.desk.front?.why?.tree?.answer == .unknown)
    #expect(bench.screen.contains("would rather not say, asked on 2026-11-22"))
  }

  @Test func `a segment without reasons says why it has none`() {
    var bench = hero()
    bench.press("G", "Enter")
    #expect(bench.screen.contains("last order 51 days ago (more than 180)"))
    bench.press("Enter")
    #expect(bench.app.toast?.text == "there is nothing below it; Esc goes back")
  }

  @Test func `a tree stays open through every size`() {
    var bench = keyAccounts()
    for (columns, rows) in [(180, 50), (60, 16), (1, 1), (120, 40), (80, 24)] {
      bench.send(.input(.resize(Size(columns: columns, rows: rows))))
      _ = bench.frame
    }
    #expect(bench.screen.contains("┣━ 38 employees"))
  }
}
