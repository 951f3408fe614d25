import Foundation
import Terminal
import Testing

@Suite struct SVGPictureTests {
  private var theme: ResolvedTheme {
    Theme(
      name: "t",
      roles: [
        .text: ThemeEntry(
          foreground: .color(.rgb(220, 220, 220)),
          background: .color(.rgb(16, 16, 24))
        ),
        .match: ThemeEntry(foreground: .color(.rgb(255, 200, 0)), on: [.bold, .underline]),
        .selection: ThemeEntry(background: .color(.rgb(40, 40, 80))),
        .textDim: ThemeEntry(on: [.dim, .italic]),
      ]
    ).resolved(depth: .trueColor)
  }

  private func picture() -> String {
    var canvas = Canvas(size: Size(columns: 8, rows: 2))
    canvas.put("a<b>&\"c", at: .zero)
    canvas.put("漢", at: Point(x: 0, y: 1), role: .match)
    canvas.put("x", at: Point(x: 2, y: 1), role: .match)
    canvas.put("█▌─", at: Point(x: 3, y: 1))
    canvas.put("d", at: Point(x: 7, y: 1), role: .textDim)
    canvas.overlay(Rect(x: 0, y: 1, width: 3, height: 1), role: .selection)
    let frame = Frame(canvas: canvas, cursor: Point(x: 1, y: 1), title: "rapport <Find>")
    return SVGPicture(frame: frame, theme: theme, palette: .onBlack).document
  }

  @Test func `a frame becomes a picture`() {
    #expect(
      picture() == """
        <svg xmlns="http://www.w3.org/2000/svg" width="95.2" height="84" viewBox="0 0 95.2 84" \
        font-family="'JetBrains Mono','DejaVu Sans Mono','SF Mono',Menlo,Consolas,\
        'Noto Sans Mono CJK JP',monospace" font-size="14">
        <title>rapport &lt;Find&gt;</title>
        <rect x="0.5" y="0.5" width="94.2" height="83" rx="10" fill="#101018" stroke="#ffffff" \
        stroke-opacity="0.25"/>
        <circle cx="20" cy="17" r="6" fill="#ff5f57"/>
        <circle cx="40" cy="17" r="6" fill="#febc2e"/>
        <circle cx="60" cy="17" r="6" fill="#28c840"/>
        <text x="47.6" y="22" text-anchor="middle" font-size="13" fill="#dcdcdc" \
        fill-opacity="0.7">rapport &lt;Find&gt;</text>
        <g transform="translate(14 34)">
        <text x="0" y="13.5" textLength="58.8" lengthAdjust="spacingAndGlyphs" \
        xml:space="preserve" fill="#dcdcdc">a&lt;b&gt;&amp;&quot;c</text>
        <rect x="0" y="18" width="25.2" height="18" fill="#282850"/>
        <text x="0" y="31.5" textLength="16.8" lengthAdjust="spacingAndGlyphs" \
        xml:space="preserve" fill="#ffc800" font-weight="bold" text-decoration="underline">漢</text>
        <text x="16.8" y="31.5" textLength="8.4" lengthAdjust="spacingAndGlyphs" \
        xml:space="preserve" fill="#ffc800" font-weight="bold" text-decoration="underline">x</text>
        <rect x="25.2" y="18" width="8.4" height="18" fill="#dcdcdc"/>
        <rect x="33.6" y="18" width="4.2" height="18" fill="#dcdcdc"/>
        <path d="M42 27 Q46.2 27 50.4 27" fill="none" stroke-width="1" stroke="#dcdcdc"/>
        <text x="58.8" y="31.5" textLength="8.4" lengthAdjust="spacingAndGlyphs" \
        xml:space="preserve" fill="#dcdcdc" fill-opacity="0.65" font-style="italic">d</text>
        <rect x="8.4" y="18" width="2" height="18" fill="#dcdcdc"/>
        </g>
        </svg>

        """
    )
  }

  @Test(.enabled(if: SharedData.isPresent))
  func `any text makes well-formed XML`() throws {
    for text in try SharedData.naughtyStrings() {
      var canvas = Canvas(size: Size(columns: 40, rows: 1))
      canvas.put(text, at: .zero)
      let frame = Frame(canvas: canvas, title: text)
      let document = SVGPicture(frame: frame, theme: theme, palette: .onWhite).document
      for scalar in document.unicodeScalars where scalar != "\n" {
        #expect(scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF)
      }
      let withoutEntities = document.replacing(/&(amp|lt|gt|quot);/, with: "")
      #expect(!withoutEntities.contains("&"))
      #expect(
        document.unicodeScalars.count { $0 == "<" }
          == document.unicodeScalars.count { $0 == ">" },
        "\(text.debugDescription)"
      )
    }
  }
}
