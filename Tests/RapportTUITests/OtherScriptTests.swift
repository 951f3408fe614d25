import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// Going from the best script to the others that would do, and back.
struct OtherScriptTests {
  /// Three scripts that would do: the preview's own, `plain` and `short`.
  private static let knowledge: Knowledge = {
    var knowledge = PreviewGuide.knowledge
    let guide = knowledge.guide
    knowledge.guide = { known, situation in
      var guidance = guide(known, situation)
      guard let best = guidance.script else { return guidance }
      let all = [best.script.id, "plain", "short"].map { id in
        RenderedScript.Alternative(
          id: id,
          title: "The \(id)",
          language: "de",
          because: "for everybody, \(id)"
        )
      }
      let shown = situation.script ?? best.script.id
      guard let rank = all.firstIndex(where: { $0.id == shown }) else { return guidance }
      guidance.script?.script.id = shown
      guidance.script?.title = all[rank].title
      guidance.script?.because = all[rank].because
      guidance.script?.rank = rank
      guidance.script?.alternatives = all.filter { $0.id != shown }
      return guidance
    }
    return knowledge
  }()

  private func bench() -> Bench {
    var bench = Bench(knowledge: Self.knowledge)
    bench.open("zoe")
    bench.press("i")
    bench.type("charged")
    bench.press("Enter")
    return bench
  }

  private func shown(_ bench: Bench) -> Script.ID? {
    bench.app.desk.front?.guidance.script?.script.id
  }

  @Test func `s goes through the scripts and back to the best, which is not pinned`() throws {
    var bench = bench()
    let best = try #require(shown(bench))
    bench.press("s")
    #expect(shown(bench) == "plain")
    #expect(bench.app.desk.front?.contact.script == "plain")
    #expect(bench.app.toast?.text == "Script: The plain, 2 of 3")
    bench.press("s")
    #expect(shown(bench) == "short")
    bench.press("s")
    #expect(shown(bench) == best)
    #expect(bench.app.desk.front?.contact.script == nil)
    #expect(bench.app.toast?.text == "Script: The \(best), the best of 3")
    bench.press("u")
    #expect(shown(bench) == "short")
  }

  @Test func `S lists them with why, and a number takes one`() {
    var bench = bench()
    bench.press("s", "S")
    #expect(bench.screen.contains("Scripts that would do, the best first"))
    #expect(bench.screen.contains("2 The plain  for everybody, plain, shown now"))
    #expect(bench.screen.contains("3 The short  for everybody, short"))
    bench.press("3")
    #expect(shown(bench) == "short")
  }

  @Test func `another channel or reason chooses anew`() throws {
    var bench = bench()
    let best = try #require(shown(bench))
    bench.press("s", "v", "3")
    #expect(shown(bench) == best)
    bench.press("s", "i")
    bench.type("charged")
    bench.press("Enter")
    #expect(shown(bench) == best)
  }

  @Test func `where no other would do, s says so`() {
    var bench = Bench()
    bench.open("zoe")
    bench.press("s")
    #expect(bench.app.toast?.text.contains("no script yet") == true)
    bench.press("i")
    bench.type("charged")
    bench.press("Enter", "s")
    #expect(bench.app.toast?.text.contains("no other script would do here") == true)
  }

  @Test func `a value pasted for the reason is offered for the blank of the other script`() {
    var bench = Bench(knowledge: Self.knowledge)
    bench.open("zoe")
    bench.send(.input(.paste("you charged me twice for AB-777777")))
    bench.press("Enter", "s", "Down", "Down", "Enter")
    #expect(bench.app.desk.front?.contact.script == "plain")
    #expect(bench.screen.contains("> AB-777777"))
  }
}
