import JSONLogic
import RapportCore
import Testing

@testable import RapportTUI

/// Customers who are pinned to a segment stop a change that would take them otherwise.
struct PinTests {
  private static let reference = DefinitionReference(.segment, "loyal")

  /// With a customer of 14 orders who must belong, and an editor that asks for so many.
  private func bench(asksFor orders: Int, pinned: Bool = true) -> Bench {
    var files: [String: JSON] = [
      "store.json": ["name": "northwind", "format": 1, "defaults": ["language": "en"]],
      "attributes.json": [
        ["path": "behavioral.orders", "label": ["en": "orders"], "type": "integer"]
      ],
      "segments/loyal.json": [
        "id": "loyal", "name": "Loyal", "priority": 1, "revision": 7,
        "goal": ["text": "Keep them."], "golden": ["members": ["C-004211"]],
        "rule": [">=": [["var": "behavioral.orders"], 10]],
      ],
    ]
    if !pinned { files["segments/loyal.json"]?["golden"] = nil }
    var knowledge = PreviewGuide.knowledge
    knowledge.definitions = Definitions(decoding: DefinitionDocuments(files: files))
    var bench = Bench(120, 40, knowledge: knowledge)
    bench.app.agent.role = .supervisor
    bench.definitions = MemoryDefinitions.State(documents: knowledge.definitions.documents)
    bench.editing = { $0.replacing("10", with: "\(orders)") }
    bench.press("F4", "E", "Ctrl-S")
    return bench
  }

  private func rule(_ bench: Bench) -> JSON? {
    bench.definitions.documents[Self.reference]?["rule"]
  }

  @Test func `saving asks again, with the value that decided, and goes back without saving`() {
    var bench = bench(asksFor: 20)
    #expect(bench.screen.contains("Pinned customers would be taken otherwise"))
    #expect(
      bench.screen.contains("C-004211 in Loyal must belong and does not: 14 orders (20 or more)")
    )
    bench.press("1")
    #expect(bench.definitions.changes.isEmpty && bench.app.definitionForm != nil)
    bench.wait(60)
    #expect(bench.screen.contains("1 pinned customer would be taken otherwise"))
    #expect(!bench.screen.contains("nothing new is wrong"))
  }

  @Test func `with a reason that says why it is saved all the same`() {
    var bench = bench(asksFor: 20)
    bench.press("2")
    bench.type("she asked us to")
    bench.press("Enter")
    #expect(bench.definitions.changes.last?.reason == "she asked us to")
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 20]])
    // From then on it is wrong already, and no new change makes it so.
    bench.press("r")
    bench.wait(60)
    #expect(bench.screen.contains("nothing new is wrong; wrong already: 1 pinned customer"))
    #expect(bench.screen.contains("wrong already"))
  }

  @Test func `what somebody pinned meanwhile asks once more, and keeps the reason`() {
    var bench = bench(asksFor: 20, pinned: false)
    #expect(bench.screen.contains("Why this change?"))
    pin(&bench)
    bench.type("fewer")
    bench.press("Enter")
    #expect(bench.screen.contains("Pinned customers would be taken otherwise"))
    #expect(bench.screen.contains("C-004211 in Loyal must belong and does not"))
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 10]])
    bench.press("2")
    #expect(bench.screen.contains("> fewer"))
    bench.press("Enter")
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 20]])
    #expect(bench.definitions.documents[Self.reference]?["golden"]?["members"] == ["C-004211"])
  }

  @Test func `taking back what keeps a pin is looked at first`() {
    var bench = bench(asksFor: 20, pinned: false)
    bench.type("fewer")
    bench.press("Enter", "E")
    bench.editing = { $0.replacing("20", with: "14") }
    bench.press("E", "Ctrl-S")
    bench.type("more")
    bench.press("Enter")
    pin(&bench)
    bench.send(.message(.reloaded(knowledge(bench))))
    bench.press("u")
    #expect(
      bench.app.toast?.text == "Not taken back yet: pinned customers would be taken otherwise"
    )
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 14]])
    bench.press("Enter")
    #expect(bench.screen.contains("Why may they be taken otherwise?"))
    bench.press("Enter")
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 20]])
    #expect(bench.app.toast?.text.hasPrefix("Taken back: Loyal") == true)
  }

  private func knowledge(_ bench: Bench) -> Knowledge {
    var knowledge = bench.app.knowledge
    knowledge.definitions = Definitions(decoding: bench.definitions.documents)
    return knowledge
  }

  /// Somebody else pins the customer, who belongs then.
  private func pin(_ bench: inout Bench) {
    let before = bench.definitions.documents[Self.reference]
    let after = before?.setting(["members": ["C-004211"]], at: ["golden"])
    let change = DefinitionChange(
      id: "01KP",
      at: bench.now,
      by: "ana",
      reason: "hers",
      edits: [.init(Self.reference, before: before, after: after)]
    )
    #expect(throws: Never.self) { try bench.definitions.save(change) }
  }

  @Test func `a pin that is there meanwhile leaves what is typed elsewhere alone`() throws {
    var bench = bench(asksFor: 20)
    let broken = try #require(bench.app.definitionForm?.outcome?.brokenPins.first)
    let pin = CustomerPin(.must, "C-004211", in: "loyal")
    let pinned = PinnedCustomer(pin: pin, customer: "Chloé", segment: "Loyal")
    bench.app.layers = [.input(InputLine("Other", for: .wish, text: "typed"))]
    _ = bench.app.askAgain(pinned, against: broken, because: "she asked", now: bench.now)
    guard case .input(let same)? = bench.app.layers.last, bench.app.layers.count == 1 else {
      Issue.record("no line")
      return
    }
    #expect(same.field.text == "typed")
    // Where it is not there, the reason is offered again.
    var mustNot = pinned
    mustNot.pin.kind = .mustNot
    _ = bench.app.askAgain(mustNot, against: broken, because: "she asked", now: bench.now)
    guard case .input(let asked)? = bench.app.layers.last else { return }
    #expect(asked.field.text == "she asked")
  }

  @Test func `what breaks no pin asks for the reason at once`() {
    var bench = bench(asksFor: 14)
    #expect(bench.screen.contains("Why this change?"))
    bench.type("fewer")
    bench.press("Enter")
    #expect(rule(bench) == [">=": [["var": "behavioral.orders"], 14]])
  }
}
