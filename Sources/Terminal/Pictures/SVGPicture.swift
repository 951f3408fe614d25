/// A frame as a picture: a terminal's window in SVG 1.1, for documentation and reports.
///
/// Every run of text is stretched to its cells, so that columns line up in any font; blocks and
/// lines are drawn as shapes, so that they touch.
package struct SVGPicture {
  package let frame: Frame
  package let theme: ResolvedTheme
  /// For what the theme leaves to the terminal.
  package let palette: TerminalPalette

  package init(frame: Frame, theme: ResolvedTheme, palette: TerminalPalette) {
    self.frame = frame
    self.theme = theme
    self.palette = palette
  }

  /// Half units of a cell keep all coordinates whole or in tenths.
  static let cellWidth = 8.4
  static let cellHeight = 18.0
  private static let padding = 14.0
  private static let barHeight = 34.0

  /// The whole document, ending in a newline.
  package var document: String {
    let canvas = frame.canvas
    let inner = (
      width: Double(canvas.size.columns) * Self.cellWidth,
      height: Double(canvas.size.rows) * Self.cellHeight
    )
    let width = inner.width + 2 * Self.padding
    let height = inner.height + Self.barHeight + Self.padding
    let ground = palette.colors(of: theme.style(for: .text))
    let edge = ground.background.luminance < 0.5 ? RGB.white : RGB.black
    var svg = SVGWriter()
    svg.open(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("width", .number(width)),
        ("height", .number(height)),
        ("viewBox", .text("0 0 \(SVGWriter.text(width)) \(SVGWriter.text(height))")),
        (
          "font-family",
          "'JetBrains Mono','DejaVu Sans Mono','SF Mono',Menlo,Consolas,'Noto Sans Mono CJK JP',monospace"
        ),
        ("font-size", "14"),
      ]
    )
    svg.leaf("title", [], text: Text.sanitised(frame.title))
    svg.leaf(
      "rect",
      [
        ("x", "0.5"), ("y", "0.5"), ("width", .number(width - 1)), ("height", .number(height - 1)),
        ("rx", "10"), ("fill", .color(ground.background)), ("stroke", .color(edge)),
        ("stroke-opacity", "0.25"),
      ]
    )
    for (index, color) in [RGB(255, 95, 87), RGB(254, 188, 46), RGB(40, 200, 64)].enumerated() {
      let x = Self.padding + 6 + Double(index) * 20
      svg.leaf("circle", [("cx", .number(x)), ("cy", "17"), ("r", "6"), ("fill", .color(color))])
    }
    svg.leaf(
      "text",
      [
        ("x", .number(width / 2)), ("y", "22"), ("text-anchor", "middle"), ("font-size", "13"),
        ("fill", .color(ground.foreground)), ("fill-opacity", "0.7"),
      ],
      text: Text.sanitised(frame.title)
    )
    svg.open(
      "g",
      [
        (
          "transform",
          .text("translate(\(SVGWriter.text(Self.padding)) \(SVGWriter.text(Self.barHeight)))")
        )
      ]
    )
    let rows = SVGRows(theme: theme, palette: palette, ground: ground.background)
    for y in 0..<canvas.size.rows { rows.draw(canvas.row(y), y: y, into: &svg) }
    if let cursor = frame.cursor, canvas.bounds.contains(cursor) {
      svg.leaf(
        "rect",
        [
          ("x", .number(Double(cursor.x) * Self.cellWidth)),
          ("y", .number(Double(cursor.y) * Self.cellHeight)), ("width", "2"),
          ("height", .number(Self.cellHeight)), ("fill", .color(ground.foreground)),
        ]
      )
    }
    svg.close("g")
    svg.close("svg")
    return svg.document
  }
}
