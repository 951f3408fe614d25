import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// The workbench: what is there, and how to get to it.
struct WorkbenchTests {
  private func screen(_ keys: [String], _ columns: Int = 80, _ rows: Int = 24) -> String {
    var bench = WorkbenchDefinitions.bench(columns, rows)
    for key in keys { bench.press(key) }
    return bench.screen
  }

  @Test func `F4 lists the segments with size, problems and the step that each waits at`() {
    let screen = screen([])
    #expect(screen.contains("[Segments] Tones  Services  Scripts  Reasons  Gaps  Goal"))
    #expect(screen.contains("Loyal advocates  1 "))
    #expect(screen.contains("define: no owner") && screen.contains("draft: no goal"))
    #expect(screen.contains("1 error"))
  }

  @Test func `brackets turn the pages round in both directions`() {
    var bench = WorkbenchDefinitions.bench()
    for page in WorkbenchPage.allCases {
      #expect(bench.app.workbench.page == page)
      #expect(bench.screen.contains("[\(page.title)]"))
      bench.press("]")
    }
    #expect(bench.app.workbench.page == .segments)
    bench.press("[")
    #expect(bench.app.workbench.page == .feedback)
  }

  @Test func `a tone tells its voice in words and who uses it`() {
    let list = screen(["]"])
    #expect(list.contains("very warm, "))
    #expect(list.contains("everybody else"))
    let detail = screen(["]", "Down", "Enter"])
    #expect(detail.contains("Hello [name], this is [agent]."))
    #expect(!detail.contains("{{"))
  }

  @Test func `an offer tells whether it is open now and who gets it`() {
    let list = screen(["]", "]"])
    #expect(list.contains("Priority phone line  closed, opens Monday 08:00"))
    #expect(list.contains("Loyal advocates, not all"))
    #expect(list.contains("Call back            always"))
    let detail = screen(["]", "]", "Down", "Enter", "G"])
    #expect(detail.contains("Monday     08:00-12:00, 13:00-20:00"))
    #expect(detail.contains("Closed on  25 Dec 2026"))
  }

  @Test func `a problem is told in words with its place`() {
    let detail = screen(["]", "]", "]", "Down", "Enter"])
    #expect(detail.contains("Problems"))
    #expect(detail.contains("error step 1, text, English: line 1, column"))
    let segment = screen(["Down", "Enter"])
    #expect(segment.contains("error tone: there is no tone \"clam\""))
  }

  @Test func `a hint is called a hint, calmly, and only where nothing is worse`() {
    var bench = WorkbenchDefinitions.bench()
    let place = Place(file: "tones/warm.json", pointer: "/name")
    let other = Place(file: "tones/plain.json", pointer: "/name")
    let problems = [
      Problem(.hint, at: place, "could be shorter"), Problem(.hint, at: place, "could be plainer"),
      Problem(.hint, at: other, "could be shorter"), Problem(.warning, at: other, "is too long"),
    ]
    bench.press("]")
    bench.send(.message(.checked(problems, generation: bench.app.workbench.generation)))
    let facts = WorkbenchFacts(bench.app, now: bench.now)
    let cell = facts.problemCell(DefinitionReference(.tone, "warm"))
    #expect(cell.text == "2 hints" && cell.spans.first?.role == .textDim)
    #expect(facts.problemCell(DefinitionReference(.tone, "plain")).text == "1 warning")
    #expect(bench.screen.contains("1 warning, 3 hints in the store"))
    bench.press("Down", "Enter", "G")
    #expect(bench.screen.contains("hint name: could be plainer"))
  }

  @Test func `a reason tells its bounds, its examples and its scripts`() {
    let list = screen(["]", "]", "]", "]"])
    #expect(list.contains("Charged twice      2        after the solution"))
    #expect(list.contains("none"))
    let detail = screen(["]", "]", "]", "]", "Enter"])
    #expect(detail.contains("very serious, enthusiasm in between"))
  }

  @Test func `the filter narrows the list and Esc shows all again`() {
    var bench = WorkbenchDefinitions.bench()
    bench.press("/")
    #expect(bench.screen.contains("type to filter"))
    bench.type("slip")
    #expect(bench.screen.contains("1 of 2"))
    #expect(!bench.screen.contains("Loyal advocates"))
    bench.press("Enter", "Enter")
    #expect(bench.screen.contains("draft, priority 30"))
    bench.press("Esc", "Esc")
    #expect(bench.screen.contains("Loyal advocates"))
    bench.press("/")
    bench.type("zzz")
    #expect(bench.screen.contains("Nothing here matches “zzz”; Esc shows all."))
    bench.press("Esc")
    #expect(bench.screen.contains("Loyal advocates"))
  }

  @Test func `each page remembers its row`() {
    var bench = WorkbenchDefinitions.bench()
    bench.press("Down", "]", "[")
    #expect(bench.app.selectedDefinition(now: bench.now)?.id == "at-risk")
  }

  @Test func `on a wide screen the row stands in full beside the list`() {
    let screen = screen(["]", "Down"], 120, 40)
    #expect(screen.contains("Warm and personal") && screen.contains("│"))
    #expect(screen.contains("Greeting"))
  }

  @Test func `a long detail scrolls to its end and no further`() {
    var bench = WorkbenchDefinitions.bench(80, 16)
    bench.press("]", "Down", "Enter", "G", "Down")
    #expect(bench.screen.contains("No problems found"))
    let scrolled = bench.app.workbench.scrolled
    bench.press("PgDn")
    #expect(bench.app.workbench.scrolled == scrolled)
    bench.press("g")
    #expect(bench.app.workbench.scrolled == 0)
  }

  @Test func `the palette opens the place of every definition`() {
    var bench = WorkbenchDefinitions.bench()
    bench.press("F2", "Ctrl-P")
    bench.type("tone: warm")
    bench.press("Enter")
    #expect(bench.app.view == .workbench && bench.app.workbench.page == .tones)
    #expect(bench.screen.contains("Hello [name], this is [agent]."))
    bench.press("Esc")
    #expect(!bench.app.workbench.isOpen)
  }

  @Test func `Esc at the top stays, so that the next keys are not typed into the search`() {
    var bench = WorkbenchDefinitions.bench()
    bench.press("/")
    bench.type("loyal")
    bench.press("Enter", "Esc")
    #expect(bench.app.workbench.place.filter.isEmpty)
    bench.press("Esc")
    #expect(bench.app.view == .workbench)
    #expect(bench.app.toast?.text == "Nothing to go back to: F2 goes to Find")
    bench.open("zoe")
    bench.press("F4", "Esc")
    #expect(bench.app.view == .workbench)
    #expect(bench.app.toast?.text.hasSuffix("F3 back to the Desk") == true)
  }

  @Test func `a retired segment says so at every width, and waits for nothing`() throws {
    var bench = WorkbenchDefinitions.bench(60, 16)
    bench.week = { facts in
      var report = SatisfactionReport()
      report.segments["loyal-advocates"] = Satisfaction(
        now: Proportion(90, of: 100),
        before: Proportion(40, of: 100)
      )
      facts.satisfaction = report
    }
    bench.press("F5", "r", "F4")
    #expect(bench.app.measure.steps["loyal-advocates"] != nil)
    bench.week = { _ in }
    let file = "segments/loyal-advocates.json"
    let segment = try #require(bench.definitions.documents.files[file])
    bench.definitions.documents.files[file] = segment.setting("retired", at: ["status"])
    var knowledge = bench.app.knowledge
    knowledge.definitions = Definitions(decoding: bench.definitions.documents)
    _ = bench.app.update(.message(.reloaded(knowledge)), now: bench.now)
    #expect(bench.app.measure.steps["loyal-advocates"] == nil, "before the week is read again")
    for columns in [60, 80, 120, 180] {
      bench.app.size = Size(columns: columns, rows: 24)
      let rows = bench.rows.map { String($0.prefix(columns < 116 ? columns : columns * 11 / 20)) }
      let row = rows.first { $0.contains("Loyal advocates") && !$0.contains("─") } ?? ""
      #expect(
        row.contains("retired") && !row.contains("define:") && !row.contains("rose"),
        "\(row)"
      )
      #expect(
        rows.contains { $0.contains("Slipping away") && $0.contains("draft: no goal") }
      )
    }
    bench.app.size = Size(columns: 80, rows: 24)
    while bench.app.selectedDefinition(now: bench.now)?.id != "loyal-advocates" {
      let before = bench.app.selectedDefinition(now: bench.now)
      bench.press("Down")
      try #require(bench.app.selectedDefinition(now: bench.now) != before)
    }
    bench.press("t")
    #expect(bench.app.toast?.text == "That waits for no step of the loop")
  }

  @Test func `an empty store says what to do`() {
    var bench = Bench(
      knowledge: {
        var knowledge = PreviewGuide.knowledge
        knowledge.definitions = Definitions(decoding: DefinitionDocuments())
        return knowledge
      }()
    )
    for page in WorkbenchPage.allCases where page != .goal {
      bench.press("F4")
      while bench.app.workbench.page != page { bench.press("]") }
      #expect(bench.screen.contains(String(page.content.nothing.prefix(12))), "\(page)")
      bench.press("Enter", "Esc")
    }
  }

  @Test func `the definitions that are read again are checked again`() {
    var bench = WorkbenchDefinitions.bench()
    #expect(bench.screen.contains("1 error"))
    bench.app.knowledge.definitions = PreviewDefinitions.definitions
    bench.send(.message(.reloaded(bench.app.knowledge)))
    #expect(!bench.screen.contains("1 error"))
  }

  @Test func `an answer to an older check is dropped`() {
    var bench = WorkbenchDefinitions.bench()
    bench.send(.message(.checked([], generation: bench.app.workbench.generation - 1)))
    #expect(bench.app.workbench.problems?.isEmpty == false)
  }
}
