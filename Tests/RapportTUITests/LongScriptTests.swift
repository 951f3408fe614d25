import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// Scripts of a length that nobody would write by hand.
struct LongScriptTests {
  private static let sentence = "We look at it together, step by step, until it works again. "

  /// A contact whose first step says so much, the rest as it was.
  private func bench(sentences: Int, _ columns: Int = 80, _ rows: Int = 24) -> Bench {
    var knowledge = PreviewGuide.knowledge
    let guide = knowledge.guide
    let text = String(repeating: Self.sentence, count: sentences)
    knowledge.guide = { known, situation in
      var guidance = guide(known, situation)
      if guidance.script?.steps.isEmpty == false {
        guidance.script?.steps[0].spans = [.text(text, from: .script)]
      }
      return guidance
    }
    var bench = Bench(columns, rows, knowledge: knowledge)
    bench.open("zoe")
    bench.press("i")
    bench.type("charged")
    bench.press("Enter")
    return bench
  }

  @Test(arguments: [(80, 24), (120, 40), (180, 50)])
  func `a key does not break a long text anew`(size: (Int, Int)) {
    var bench = bench(sentences: 400, size.0, size.1)
    #expect(bench.screen.contains("We look at it together"))
    let broken = bench.app.desk.broken.columns
    #expect(broken > 15_000)
    for _ in 0..<5 {
      bench.press("Down")
      _ = bench.screen
      bench.wait(1)
      _ = bench.screen
    }
    #expect(bench.app.desk.broken.columns - broken < 1_000)
  }

  @Test func `another width breaks it anew, once`() {
    var bench = bench(sentences: 1_000)
    _ = bench.screen
    let broken = bench.app.desk.broken.columns
    bench.send(.input(.resize(Size(columns: 70, rows: 24))))
    _ = bench.screen
    let again = bench.app.desk.broken.columns
    #expect(again > broken)
    _ = bench.screen
    #expect(bench.app.desk.broken.columns == again)
  }

  @Test func `what is remembered never shows: another text of the same step is drawn`() {
    let memory = BrokenText()
    var step = RenderedScript.RenderedStep(
      id: "open",
      kind: .say,
      label: "Open",
      spans: [.text("One two", from: .script)],
      next: []
    )
    #expect(memory.rows(of: step, columns: 40).map(\.line.text) == ["    One two"])
    step.spans = [.text("One three", from: .script)]
    #expect(memory.rows(of: step, columns: 40).map(\.line.text) == ["    One three"])
    #expect(memory.rows(of: step, columns: 8).map(\.line.text) == ["    One", "    thre", "    e"])
    step.kind = .do
    #expect(memory.rows(of: step, columns: 40).first?.line.spans.last?.role == .scriptNote)
  }

  @Test func `a single paragraph of many pieces is shown to its end, and copied whole`() throws {
    let text = String(repeating: Self.sentence, count: 1_200) + "The very last word."
    let lines = ScriptText.paragraphs([.text(text, from: .script)])
    #expect(lines.count == 1 && lines.first?.text == text)
    let rows = BrokenText().rows(
      of: RenderedScript.RenderedStep(
        id: "a",
        kind: .do,
        label: "A",
        spans: [.text(text, from: .script)],
        next: []
      ),
      columns: 80
    )
    #expect(rows.last?.line.text.hasSuffix("The very last word.") == true)
    var bench = bench(sentences: 1_200)
    bench.press("c")
    #expect(bench.copied == [String(repeating: Self.sentence, count: 1_200)])
  }

  @Test func `the beginning of a text is enough for a preview`() {
    let spans: [TemplateSpan] = [
      .text("abc", from: .script), .hole(path: "a", label: "A"), .text("defgh", from: .value),
    ]
    #expect(ScriptText.beginning(spans, 100) == spans)
    #expect(ScriptText.beginning(spans, 6).preview == "abc[A]de")
    #expect(ScriptText.beginning(spans, 2).preview == "ab")
  }
}
