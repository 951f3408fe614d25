import Terminal
import Testing

@testable import TerminalNcurses

@Suite struct PasteTests {
  private let start = "\u{1B}[200~"
  private let end = "\u{1B}[201~"

  private func inputs(_ text: String) -> [Input] { InputDecoderTests.inputs(text) }

  @Test func `a paste is one input, as it came`() {
    #expect(
      inputs("a\(start)x\ny\u{1B}[31m ß\(end)b") == [
        .key(.character("a")), .paste("x\ny\u{1B}[31m ß"), .key(.character("b")),
      ]
    )
    #expect(inputs(start + end) == [.paste("")])
  }

  @Test func `two pastes are two`() {
    #expect(inputs("\(start)a\(end)\(start)b\(end)") == [.paste("a"), .paste("b")])
  }

  @Test func `an end marker within the text does not let the rest be typed`() {
    #expect(
      inputs("\(start)a\(end)\rrm -rf\r\(end)q") == [
        .paste("a\rrm -rf\r"), .key(.character("q")),
      ]
    )
  }

  @Test func `start markers within the text are dropped`() {
    #expect(inputs("\(start)a\(start)b\(end)") == [.paste("ab")])
  }

  @Test func `markers may arrive in pieces`() {
    let bytes = Array("\(start)a\u{1B}[20b\u{1B}\u{1B}[\(end)c".utf8)
    var decoder = InputDecoder()
    let inputs = bytes.flatMap { decoder.decode([$0]) }
    #expect(inputs == [.paste("a\u{1B}[20b\u{1B}\u{1B}["), .key(.character("c"))])
    #expect(decoder.patience == nil)
  }

  @Test func `invalid bytes are replaced`() {
    let bytes = Array(start.utf8) + [0x61, 0xFF, 0xC3] + Array(end.utf8)
    #expect(InputDecoderTests.inputs(bytes) == [.paste("a\u{FFFD}\u{FFFD}")])
  }

  @Test func `a paste over the limit is cut and its rest types nothing`() {
    var decoder = InputDecoder()
    var inputs = decoder.decode(Array(start.utf8))
    for _ in 0..<1_100 { inputs += decoder.decode(Array(repeating: 0x78, count: 1_000)) }
    inputs += decoder.decode(Array("\(end)q".utf8))
    #expect(inputs.count == 2)
    #expect(inputs.first == .paste(String(repeating: "x", count: InputDecoder.pasteLimit)))
    #expect(inputs.last == .key(.character("q")))
  }

  @Test func `Ctrl-C alone gets out of a paste whose end was lost`() {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\(start)abc".utf8)).isEmpty)
    #expect(decoder.decode([0x03]) == [.paste("abc"), .key(.control("c"))])
    #expect(decoder.decode([0x71]) == [.key(.character("q"))])
  }
}
