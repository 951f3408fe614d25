import TestSupport
import Testing

@testable import TerminalNcurses

@Suite struct EscapeWriterTests {
  private func text(_ bytes: [UInt8]?) -> String? {
    bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `a title cannot end its own sequence`() throws {
    let title = try #require(
      text(EscapeWriter.title("a\u{7}b\u{1B}]52;c;eA==\u{7}\u{9C}\u{202E}c"))
    )
    #expect(title == "\u{1B}]2;ab]52;c;eA==c\u{7}")
  }

  @Test(.enabled(if: NaughtyStrings.isPresent))
  func `no naughty string gets a control into the title`() {
    for string in NaughtyStrings.all {
      let bytes = EscapeWriter.title(string)
      let inner = String(decoding: bytes.dropFirst(4).dropLast(), as: UTF8.self)
      #expect(inner.unicodeScalars.allSatisfy { !(0..<0x20).contains($0.value) && $0 != "\u{7F}" })
      #expect(inner.unicodeScalars.allSatisfy { !(0x80..<0xA0).contains($0.value) })
      #expect(inner.unicodeScalars.count <= EscapeWriter.titleLimit)
    }
  }

  @Test func `the clipboard gets base64, wrapped for a multiplexer`() {
    let plain = "\u{1B}]52;c;Z3LDtsOfZXI=\u{7}"
    #expect(text(EscapeWriter.clipboard("größer", wrapping: .none)) == plain)
    #expect(
      text(EscapeWriter.clipboard("größer", wrapping: .tmux))
        == "\u{1B}Ptmux;\u{1B}\(plain)\u{1B}\\"
    )
    #expect(
      text(EscapeWriter.clipboard("größer", wrapping: .screen)) == "\u{1B}P\(plain)\u{1B}\\"
    )
  }

  @Test func `screen gets a long text in pieces`() throws {
    let bytes = try #require(
      EscapeWriter.clipboard(String(repeating: "x", count: 3_000), wrapping: .screen)
    )
    let pieces = String(decoding: bytes, as: UTF8.self).split(separator: "\u{1B}\\")
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 514 })
    let whole = pieces.map { $0.dropFirst(2) }.joined()
    #expect(whole.hasPrefix("\u{1B}]52;c;eHh4") && whole.hasSuffix("\u{7}"))
  }

  @Test func `a text too long for terminals is refused`() {
    let most = EscapeWriter.clipboardLimit / 4 * 3
    #expect(EscapeWriter.clipboard(String(repeating: "x", count: most), wrapping: .none) != nil)
    #expect(EscapeWriter.clipboard(String(repeating: "x", count: most + 3), wrapping: .none) == nil)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `base64 is that of RFC 4648`(text: String, encoded: String) {
    #expect(String(decoding: Base64.encode(Array(text.utf8)), as: UTF8.self) == encoded)
  }
}
