import Testing

@testable import RapportTUI

struct WordDifferenceTests {
  private func marked(_ text: String, from others: String...) -> String {
    WordDifference(text, from: others).pieces.map { $0.isOther ? "[\($0.text)]" : $0.text }.joined()
  }

  @Test func `only the words that the other has not are marked`() {
    #expect(
      marked("I am very sorry to hear it.", from: "I am sorry to hear that.")
        == "I am [very] sorry to hear [it]."
    )
    #expect(marked("the same", from: "the same") == "the same")
    #expect(marked("a b c", from: "a c") == "a [b] c")
    #expect(marked("a c", from: "a b c") == "a c")
  }

  @Test func `words beside each other are one piece, and a word is marked that one of two lacks`() {
    #expect(marked("Hello new world", from: "Hello") == "Hello [new world]")
    #expect(marked("one two three", from: "one two", "two three") == "[one] two [three]")
    #expect(marked("Grüße, Zoë!", from: "Grüße, Ana!") == "Grüße, [Zoë]!")
    #expect(marked("", from: "x").isEmpty)
  }

  @Test func `no character of the text is lost, whatever it is compared with`() {
    for text in PropertyTests.hostile.prefix(60) {
      let pieces = WordDifference(text, from: ["a \(text)", String(text.reversed())]).pieces
      #expect(pieces.map(\.text).joined() == text, "\(text.debugDescription)")
    }
    let long = (0..<5_000).map { "w\($0)" }.joined(separator: " ")
    #expect(WordDifference(long, from: ["x \(long) y"]).pieces.map(\.text).joined() == long)
  }
}
