/// Draws the cells of a canvas, a run of equal style at a time.
struct SVGRows {
  let theme: ResolvedTheme
  let palette: TerminalPalette
  /// The window's colour, which needs no drawing.
  let ground: RGB

  private struct Run {
    var x: Int
    var columns: Int
    var text: String
    let style: Style
    /// A wide cell, or a shape, stands alone.
    let isSingle: Bool
  }

  func draw(_ row: ArraySlice<Cell>, y: Int, into svg: inout SVGWriter) {
    let runs = runs(row)
    for run in merged(runs) { drawGround(run, y: y, into: &svg) }
    for run in runs { drawText(trimmed(run), y: y, into: &svg) }
  }

  private func runs(_ row: ArraySlice<Cell>) -> [Run] {
    var runs: [Run] = []
    for (x, cell) in row.enumerated() where cell.width > 0 {
      let style = theme.style(of: cell)
      let isSingle = cell.width == 2 || SVGShape(cell.base) != nil
      if let last = runs.last, last.style == style, !last.isSingle, !isSingle {
        runs[runs.count - 1].columns += 1
        runs[runs.count - 1].text += cell.text
      } else {
        runs.append(
          Run(x: x, columns: Int(cell.width), text: cell.text, style: style, isSingle: isSingle)
        )
      }
    }
    return runs
  }

  /// Neighbours of one background as one, so that no seam shows between them.
  private func merged(_ runs: [Run]) -> [Run] {
    runs.reduce(into: []) { merged, run in
      if let last = merged.last,
        palette.colors(of: last.style).background
          == palette.colors(of: run.style).background
      {
        merged[merged.count - 1].columns += run.columns
      } else {
        merged.append(run)
      }
    }
  }

  /// Without the spaces at both ends, which show nothing and which renderers treat differently.
  private func trimmed(_ run: Run) -> Run {
    guard !run.style.attributes.contains(.underline) else { return run }
    var run = run
    while run.text.hasPrefix(" ") {
      run.text.removeFirst()
      run.x += 1
      run.columns -= 1
    }
    while run.text.hasSuffix(" ") {
      run.text.removeLast()
      run.columns -= 1
    }
    return run
  }

  private func drawGround(_ run: Run, y: Int, into svg: inout SVGWriter) {
    let color = palette.colors(of: run.style).background
    guard color != ground else { return }
    svg.leaf(
      "rect",
      [
        ("x", .number(Double(run.x) * SVGPicture.cellWidth)),
        ("y", .number(Double(y) * SVGPicture.cellHeight)),
        ("width", .number(Double(run.columns) * SVGPicture.cellWidth)),
        ("height", .number(SVGPicture.cellHeight)), ("fill", .color(color)),
      ]
    )
  }

  private func drawText(_ run: Run, y: Int, into svg: inout SVGWriter) {
    let attributes = run.style.attributes
    guard !run.text.isEmpty else { return }
    let (x, top) = (Double(run.x) * SVGPicture.cellWidth, Double(y) * SVGPicture.cellHeight)
    var look: [SVGWriter.Attribute] = [
      ("fill", .color(palette.colors(of: run.style).foreground))
    ]
    if attributes.contains(.dim) { look.append(("fill-opacity", "0.65")) }
    if run.isSingle, let base = run.text.unicodeScalars.first, let shape = SVGShape(base) {
      shape.draw(x: x, y: top, look: look, into: &svg)
      return
    }
    if attributes.contains(.bold) { look.append(("font-weight", "bold")) }
    if attributes.contains(.italic) { look.append(("font-style", "italic")) }
    if attributes.contains(.underline) { look.append(("text-decoration", "underline")) }
    let place: [SVGWriter.Attribute] = [
      ("x", .number(x)), ("y", .number(top + 13.5)),
      ("textLength", .number(Double(run.columns) * SVGPicture.cellWidth)),
      ("lengthAdjust", "spacingAndGlyphs"), ("xml:space", "preserve"),
    ]
    svg.leaf("text", place + look, text: run.text)
  }
}
