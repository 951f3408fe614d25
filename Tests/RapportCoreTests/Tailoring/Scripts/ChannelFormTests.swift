import Testing

@testable import RapportCore

struct ChannelFormTests {
  private func step(
    _ id: String,
    _ kind: Step.Kind = .say,
    _ text: String = "",
    next: [(label: String, to: String)] = []
  ) -> RenderedScript.RenderedStep {
    RenderedScript.RenderedStep(
      id: id,
      kind: kind,
      label: id,
      spans: [.text(text.isEmpty ? id : text, from: .script)],
      next: next
    )
  }

  @Test func `an e-mail is one block, with notes and branches apart`() {
    let steps = [
      step("note", .do), step("open"), step("verify", .verify), step("body"),
      step("choose", .choose, next: [("Yes", "yes")]), step("yes"), step("close"),
    ]
    let shaped = ChannelForm.shape(steps, for: .email, language: "en")
    #expect(shaped.map(\.id) == ["note", "open", "verify", "choose", "yes"])
    #expect(shaped[1].spans.complete == "open\n\nbody\n\nclose")
    #expect(ChannelForm.shape(steps, for: .phone, language: "en").map(\.id) == steps.map(\.id))
  }

  @Test func `a long chat text becomes messages that end with sentences`() {
    let sentence = "Dr. Ana has counted nine words here for you."
    let long = Array(repeating: sentence, count: 6).joined(separator: " ")
    let shaped = ChannelForm.shape(
      [step("a", .say, long), step("b", .do, long)],
      for: .chat,
      language: "en"
    )
    #expect(shaped.map(\.id) == ["a", "a-2", "b"])
    #expect(
      shaped[0].spans.complete == Array(repeating: sentence, count: 4).joined(separator: " ")
    )
    let paragraphs = ChannelForm.shape(
      [step("a", .say, "One.\n\n\nTwo. \n")],
      for: .social,
      language: "en"
    )
    #expect(paragraphs.map { $0.spans.complete } == ["One.", "Two."])
  }

  @Test func `a message is as long as the store wants, and the last one leads on`() {
    let steps = [
      step("a", .say, "One two three. Four five six. Seven.", next: [("Close", "close")]),
      step("b"), step("close"),
    ]
    let shaped = ChannelForm.shape(steps, for: .chat, language: "en", messageWords: 3)
    #expect(shaped.map(\.id) == ["a", "a-2", "a-3", "b", "close"])
    #expect(shaped.map { $0.next.map(\.to) } == [[], [], ["close"], [], []])
    #expect(ChannelForm.shape(steps, for: .chat, language: "en").map(\.id) == ["a", "b", "close"])
  }

  @Test func `cutting loses neither a word nor a hole`() {
    var generator = SplitMix64(seed: 41)
    let pieces = ["One two three. ", "Why? ", "\n\n", "z. B. so ", "Yes! No", " ", "word ", "…"]
    for _ in 0..<1000 {
      let spans: [TemplateSpan] = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
        if Int.random(in: 0..<4, using: &generator) == 0 { return .hole(path: "a", label: "A") }
        return .text(pieces[Int.random(in: 0..<pieces.count, using: &generator)], from: .script)
      }
      let messages = SpanSplitter.messages(spans, words: 4, language: "de")
      let words = { (text: String) in text.filter { !$0.isWhitespace } }
      #expect(words(messages.map(\.preview).joined()) == words(spans.preview), "seed 41: \(spans)")
      #expect(messages.allSatisfy { !$0.preview.isBlank }, "seed 41: \(spans)")
    }
  }
}
