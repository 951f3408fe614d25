import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// The page of what nobody wrote yet.
struct GapsTests {
  static var demand: Demand {
    var demand = Demand()
    demand.customers = [
      Demand.Group(nil, "en"): 4_200, Demand.Group(nil, "de"): 812, Demand.Group(nil, "es"): 91,
      Demand.Group("loyal-advocates", "en"): 310, Demand.Group("loyal-advocates", "es"): 7,
    ]
    demand.contacts = [
      Demand.Topic(Demand.Group(nil, "en"), "delivery", .phone): 120,
      Demand.Topic(Demand.Group(nil, "en"), "delivery", .email): 35,
      Demand.Topic(Demand.Group(nil, "es"), "billing-dispute", .phone): 12,
      Demand.Topic(Demand.Group(nil, "de"), "delivery", .phone): 40,
      Demand.Topic(Demand.Group("loyal-advocates", "es"), "delivery", .phone): 2,
    ]
    return demand
  }

  /// On the page, with counts unless nobody counts.
  static func bench(
    _ columns: Int = 80,
    _ rows: Int = 24,
    counts: Bool = true,
    role: Agent.Role = .supervisor
  ) -> Bench {
    var bench = WorkbenchDefinitions.bench(columns, rows, role: role)
    bench.demand = counts ? demand : nil
    while bench.app.workbench.page != .gaps { bench.press("]") }
    return bench
  }

  @Test func `what most customers ask about and nobody wrote comes first, with its counts`() {
    let bench = Self.bench()
    #expect(bench.screen.contains("[Gaps]"))
    #expect(
      bench.screen.contains("For everybody and each segment   of 5,103 customers, 207 contacts")
    )
    let rows = bench.rows.filter { $0.contains("every channel") }
    #expect(rows.count >= 3)
    #expect(rows[0].contains("English, every channel") && rows[0].contains("Where is my order"))
    #expect(rows[0].contains("no script") && rows[0].contains("4,200") && rows[0].contains("155"))
    #expect(bench.screen.contains("Spanish, every channel"))
    #expect(bench.screen.contains("any of 2 reasons"))
  }

  @Test func `without counts the gaps are there and say that nobody counted`() {
    let bench = Self.bench(counts: false)
    #expect(bench.screen.contains("not counted: nobody counts here"))
    #expect(bench.screen.contains("Where is my order"))
    #expect(!bench.screen.contains("Customers"))
  }

  @Test func `while counting runs the gaps are there and say so`() {
    var bench = Self.bench(counts: false)
    let report = GapReport(Coverage(bench.app.knowledge.definitions))
    let generation = bench.app.workbench.gaps.begin()
    bench.send(.message(.gaps(report, .running, generation: generation)))
    #expect(bench.screen.contains("counting ..."))
    #expect(bench.screen.contains("Where is my order"))
    bench.send(.message(.gaps(report, .done, generation: generation - 1)))
    #expect(bench.screen.contains("counting ..."), "an answer to an older question is dropped")
  }

  @Test func `counts stay while they are counted again, and go with the definitions`() {
    var bench = Self.bench()
    bench.press("]", "[")
    #expect(bench.screen.contains("4,200"))
    let generation = bench.app.workbench.gaps.begin()
    let report = GapReport(Coverage(bench.app.knowledge.definitions))
    bench.send(.message(.gaps(report, .running, generation: generation)))
    #expect(bench.screen.contains("4,200") && bench.screen.contains("counting ..."))
    bench.demand = nil
    bench.send(.message(.reloaded(bench.app.knowledge)))
    #expect(!bench.screen.contains("4,200"))
  }

  @Test func `before anything is known the page does not say that nothing is missing`() {
    var bench = Self.bench()
    bench.app.workbench.gaps = Gaps()
    #expect(bench.screen.contains("looking ..."))
    #expect(!bench.screen.contains("Nothing is missing"))
  }

  @Test func `comma and full stop choose whose gaps are shown`() {
    var bench = Self.bench()
    bench.press(".")
    #expect(bench.screen.contains("For Loyal advocates"))
    #expect(bench.screen.contains("310") && !bench.screen.contains("4,200"))
    bench.press("Right")
    #expect(bench.screen.contains("For everybody and each segment"))
    bench.press("Left")
    #expect(bench.screen.contains("For Loyal advocates"))
    bench.press("]", ".")
    #expect(bench.screen.contains("only gaps are shown by segment"))
  }

  @Test func `how a segment is served names in one line what is written and nobody of it speaks`() {
    var bench = WorkbenchDefinitions.bench(80, 40)
    bench.week = { $0.gaps = GapReport(Coverage($0.definitions, demand: Self.demand)) }
    bench.wait(3600)
    bench.press("F2", "F4", "Enter", "4")
    #expect(bench.screen.contains("English  for Loyal advocates, 310 customers"))
    #expect(bench.screen.contains("No script at all in Spanish (7)"))
    #expect(!bench.screen.contains("German  for"))
    #expect(bench.screen.contains("Written too, but spoken by none of them: German"))
  }

  @Test func `a gap in full is the matrix of its segment, its language first`() {
    var bench = Self.bench()
    bench.press("Enter")
    let screen = bench.screen
    #expect(screen.contains("4200 customers in English, 155 contacts about it"))
    let heading = bench.rows.firstIndex { $0.contains("English  for everybody, 4200 customers") }
    let german = bench.rows.firstIndex { $0.contains("German  for everybody, 812 customers") }
    #expect(heading != nil && german != nil)
    guard let heading, let german else { return }
    #expect(heading < german)
    #expect(bench.rows[heading + 1].contains("phone") && bench.rows[heading + 1].contains("e-mail"))
    #expect(bench.rows[heading + 2].contains("Charged twice"))
    #expect(bench.rows[heading + 2].contains("everybody's"))
    #expect(bench.rows[heading + 3].contains("Where is my order  none"))
    #expect(screen.contains("No script at all in Spanish (91)"))
  }

  @Test func `Enter in a gap begins its script, with reason, channels and language`() {
    var bench = Self.bench()
    bench.press("Enter", "Enter")
    #expect(bench.screen.contains("delivery-en"))
    bench.press("Enter")
    let draft = bench.app.definitionForm?.draft
    #expect(draft?.reference == DefinitionReference(.script, "delivery-en"))
    #expect(draft?.object["intent"] == "delivery")
    #expect(draft?.object["channels"] == nil)
    #expect(draft?.base == nil)
  }

  @Test func `a script that was begun is offered first in the gap, which n goes on with`() {
    var bench = Self.bench(120, 30)
    bench.press("Enter", "Enter")
    #expect(bench.screen.contains("Name of the new script"))
    bench.press("Ctrl-U")
    bench.type("Where it is")
    bench.press("Enter")
    let draft = bench.app.definitionForm?.draft
    #expect(draft?.reference == DefinitionReference(.script, "where-it-is"))
    #expect(
      draft?.object["title"] == ["en": "Where it is"] && draft?.object["intent"] == "delivery"
    )
    bench.press("Esc")
    #expect(bench.screen.contains("n goes on with it"))
    bench.press("1")
    bench.wait(60)
    #expect(bench.screen.contains("; n goes on"))
    bench.press("n")
    #expect(bench.screen.contains("Go on with Where it is"))
    bench.press("1")
    #expect(bench.app.definitionForm?.draft.id == draft?.id)
  }

  @Test func `what is there in another language can be translated`() {
    var bench = Self.bench()
    while !(bench.app.selectedGap(now: bench.now)?.id.language == "es") { bench.press("Down") }
    bench.press("n")
    #expect(bench.screen.contains("Say Charged twice in Spanish"))
    bench.press("1")
    let form = bench.app.definitionForm
    #expect(form?.reference == DefinitionReference(.script, "charged-twice"))
    #expect(form?.language == "es")
    bench.press("Esc", "n", "2", "Enter")
    let new = bench.app.definitionForm
    #expect(new?.language == "es" && new?.draft.object["intent"] == "billing-dispute")
    #expect(new?.draft.object["steps"]?[0]?["text"]?["es"] == "{{> greeting}}")
  }

  @Test func `agents see gaps and cannot write scripts`() {
    var bench = Self.bench(role: .agent)
    bench.press("Enter", "Enter")
    #expect(bench.screen.contains("supervisors change definitions"))
    bench.press("Esc", "e")
    #expect(bench.screen.contains("supervisors change definitions"))
  }

  @Test func `a gap is nothing to edit`() {
    var bench = Self.bench()
    bench.press("e")
    #expect(bench.screen.contains("a gap is nothing to edit"))
  }
}
