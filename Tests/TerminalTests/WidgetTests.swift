import Terminal
import Testing

@Suite struct WidgetTests {
  @Test func `a bar is filled to an eighth, and says when it is not nothing and not all`() {
    func bar(_ fraction: Double, _ glyphs: Glyphs = .unicode) -> String {
      Bar.line(fraction: fraction, columns: 4, glyphs: glyphs).text
    }
    #expect(bar(0) == "░░░░")
    #expect(bar(0.001) == "▏░░░")
    #expect(bar(0.5) == "██░░")
    #expect(bar(0.53125) == "██▏░")
    #expect(bar(0.999) == "███▉")
    #expect(bar(1) == "████")
    #expect(bar(7) == "████")
    #expect(bar(.nan) == "░░░░")
    #expect(bar(0.5, .ascii) == "##--")
    #expect(bar(0.99, .ascii) == "###-")
    #expect(Bar.line(fraction: 0.5, columns: 0, glyphs: .unicode).isEmpty)
  }

  @Test func `a sparkline goes from its lowest to its highest value`() {
    func sparks(_ values: [Double?], _ columns: Int = 9) -> String {
      Sparkline.line(values, columns: columns, glyphs: .unicode).text
    }
    #expect(sparks([0, 1, 2, 3, 4, 5, 6, 7]) == "▁▂▃▄▅▆▇█")
    #expect(sparks([5, nil, 9]) == "▁ █")
    #expect(sparks([3, 3, 3]) == "▅▅▅")
    #expect(sparks([1, 2, 3], 2) == "▁█")
    #expect(sparks([nil, .nan]) == "  ")
    #expect(sparks([-.greatestFiniteMagnitude, .greatestFiniteMagnitude]) == "▁█")
  }

  @Test func `a pane has a border, a title and an inside`() {
    var canvas = Canvas(size: Size(columns: 12, rows: 3))
    let inner = Pane.draw(
      into: &canvas,
      canvas.bounds,
      title: "Why",
      isFocused: true,
      glyphs: .unicode
    )
    #expect(canvas.textRows == ["╭─ Why ────╮", "│          │", "╰──────────╯"])
    #expect(inner == Rect(x: 1, y: 1, width: 10, height: 1))
    #expect(canvas[0, 0].role == .borderFocus)
    var plain = Canvas(size: Size(columns: 9, rows: 2))
    Pane.draw(into: &plain, plain.bounds, title: "A long title", glyphs: .ascii)
    #expect(plain.textRows == ["+- ... -+", "+-------+"])
  }

  @Test func `a popup covers what is below it`() {
    var canvas = Canvas(size: Size(columns: 12, rows: 5))
    canvas.fill(canvas.bounds, with: "x", role: .text)
    canvas.overlay(canvas.bounds, role: .selection)
    let inner = Popup.draw(
      into: &canvas,
      over: canvas.bounds,
      contents: Size(columns: 4, rows: 1),
      title: "",
      glyphs: .unicode
    )
    canvas.put("Sure", at: inner.origin)
    #expect(
      canvas.textRows
        == ["xxxxxxxxxxxx", "xx╭──────╮xx", "xx│ Sure │xx", "xx╰──────╯xx", "xxxxxxxxxxxx"]
    )
    #expect(canvas[4, 2].overlay == .popup)
    #expect(canvas[0, 0].overlay == .selection)
  }

  @Test func `hints give way to the one that shows all`() {
    let hints = [Hint(key: "Space", text: "done"), Hint(key: "c", text: "copy")]
    func line(_ columns: Int) -> String {
      HintLine.line(hints, more: Hint(key: "?", text: "more"), columns: columns).text
    }
    #expect(line(40) == "Space done  c copy  ? more")
    #expect(line(20) == "Space done  ? more")
    #expect(line(10) == "? more")
    #expect(line(4) == "? m…")
    #expect(line(0) == "")
  }

  @Test func `tabs keep the active one in sight`() {
    let tabs = [
      TabStrip.Tab("1 Zoë"), TabStrip.Tab("2 Ana", isWaiting: true), TabStrip.Tab("3 José"),
    ]
    func line(_ columns: Int, active: Int?) -> String {
      TabStrip(tabs, active: active).line(columns: columns, glyphs: .unicode).text
    }
    #expect(line(40, active: 0) == "[1 Zoë] 2 Ana!  3 José ")
    #expect(line(20, active: 0) == "[1 Zoë] 2 Ana!  +1")
    #expect(line(12, active: 0) == "[1 Zoë] +2")
    #expect(line(12, active: 2) == "[3 José] +2")
    #expect(line(5, active: 2) == "[3 J…")
    #expect(line(9, active: nil) == " 1 Zoë …" || line(10, active: nil) == " 1 Zoë  +2")
  }

  @Test(arguments: 0...12, 0...7)
  func `no size is too small to draw in`(columns: Int, rows: Int) {
    for glyphs in [Glyphs.unicode, .ascii] {
      var canvas = Canvas(size: Size(columns: columns, rows: rows))
      let area = Pane.draw(into: &canvas, canvas.bounds, title: "Title 漢字", glyphs: glyphs)
      let list = ListView(count: 9, state: ListState(selection: 5), isFocused: true, glyphs: glyphs)
      _ = list.draw(into: &canvas, area) { index, _ in Line("漢字 \(index)") }
      _ = TextField("漢字 text").draw(into: &canvas, area, glyphs: glyphs)
      let inner = Popup.draw(
        into: &canvas,
        over: canvas.bounds,
        contents: Size(columns: 5, rows: 2),
        title: "漢",
        glyphs: glyphs
      )
      #expect(inner.intersection(canvas.bounds) == inner || inner.isEmpty)
      let strip = TabStrip([TabStrip.Tab("漢字"), TabStrip.Tab("b")], active: 1)
      #expect(strip.line(columns: columns, glyphs: glyphs).columns <= columns)
      #expect(Bar.line(fraction: 0.4, columns: columns, glyphs: glyphs).columns == columns)
      for y in 0..<rows {
        #expect(canvas.row(y).reduce(0) { $0 + Int($1.width) } == columns)
      }
    }
  }
}
