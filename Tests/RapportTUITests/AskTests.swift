import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// What to ask next, and what comes of the answer.
struct AskTests {
  private func hero() -> Bench {
    var bench = Bench()
    bench.open("zoe")
    return bench
  }

  @Test func `the question has its reason and numbered answers in the caller's language`() {
    let bench = hero()
    for part in [
      "“Was ist dir beim Einkauf am wichtigsten?”", "So that we offer only what fits.",
      "1 ein guter Preis", "2 Nachhaltigkeit", "3 Schnelligkeit",
    ] { #expect(bench.screen.contains(part), "\(part)") }
  }

  @Test func `a digit answers where the cursor is on the question`() {
    var bench = hero()
    bench.press("G", "2")
    #expect(bench.patches.first?.changes.first?.value == ["sustainability"])
    #expect(bench.app.toast?.text == "values: Nachhaltigkeit; belongs to Green-minded now")
    bench.press("u", "G", "9")
    #expect(bench.app.toast?.text == "There is no answer 9 here")
  }

  @Test func `several answers are typed, by number or word, and others are refused`() {
    var bench = hero()
    bench.press("a", "4")
    bench.type("2, cheap")
    bench.press("Enter")
    #expect(bench.screen.contains("\"cheap\" is no choice; choose one of"))
    for _ in 0..<5 { bench.press("Backspace") }
    bench.type("ein guter Preis")
    bench.press("Enter")
    #expect(bench.patches.first?.changes.first?.value == ["sustainability", "price"])
  }

  @Test func `would rather not say is remembered for a while, and taken back`() {
    var bench = hero()
    bench.press("G", "x")
    #expect(bench.patches.first?.changes.map(\.path) == ["notSaid.psychographic.values"])
    #expect(bench.app.toast?.text == "values: would rather not say; not asked again for 30 days")
    #expect(!bench.screen.contains("Ask"))
    bench.press("u")
    #expect(bench.screen.contains("Ask"))
    #expect(bench.store.customers["C-004211"]?.notSaid("psychographic.values") == nil)
  }

  @Test func `somebody else's answer is shown and kept, and there is nothing to take back`() {
    var bench = hero()
    var record = bench.store.customers["C-004211"]?.record ?? JSONObject()
    record["psychographic"] = ["values": ["price"]]
    bench.store.put(Customer(id: "C-004211", record: record))
    bench.press("a", "2")
    #expect(
      bench.app.toast?.text
        == "values not saved: somebody else wrote a good price meanwhile; you wrote sustainability"
    )
    #expect(bench.app.desk.front?.undo.isEmpty == true)
    #expect(bench.app.desk.front?.customer?.value(at: "psychographic.values") == ["price"])
    #expect(!bench.screen.contains("1 not known"))
  }

  @Test func `a store that takes nothing says so by the attribute's name`() {
    var bench = hero()
    let patch = CustomerPatch.notSaid(
      "psychographic.values",
      by: "mk",
      at: bench.now,
      on: bench.app.zone.date(bench.now),
      customer: bench.store.customers["C-004211"] ?? Customer(id: "", record: JSONObject())
    )
    bench.send(.message(.notPatched(patch, why: "the store is read-only")))
    #expect(bench.app.toast?.text == "values not saved: the store is read-only")
  }

  @Test func `in no segment the tone is named`() {
    var bench = Bench()
    bench.open("wang")
    #expect(bench.screen.contains("In no segment yet; the default tone, Plain and friendly"))
    bench.press("F2", "Ctrl-N", "Ctrl-N")
    #expect(bench.screen.contains("Nobody known; the default tone, Plain and friendly"))
    bench.press("a")
    #expect(bench.app.toast?.kind == .warning)
  }
}
