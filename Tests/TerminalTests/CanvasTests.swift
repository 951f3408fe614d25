import Terminal
import Testing

@Suite struct CanvasTests {
  @Test func `text outside the canvas is not drawn`() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    #expect(canvas.put("abcdef", at: Point(x: 2, y: 0)) == 8)
    canvas.put("xyz", at: Point(x: -2, y: 0))
    canvas.put("no", at: Point(x: 0, y: 1))
    canvas.put("no", at: Point(x: 0, y: -1))
    #expect(canvas.textRows == ["z ab"])
  }

  @Test func `a wide character takes two cells, and a space where its half would be cut`() {
    var canvas = Canvas(size: Size(columns: 5, rows: 1))
    canvas.put("漢字漢", at: .zero)
    #expect(canvas.row(0).map(\.width) == [2, 0, 2, 0, 1])
    #expect(canvas.textRows == ["漢字"])
    canvas.put("漢", at: Point(x: -1, y: 0))
    #expect(canvas.row(0).map(\.width) == [1, 1, 2, 0, 1])
  }

  @Test func `writing over half of a wide character clears the other half`() {
    var left = Canvas(size: Size(columns: 4, rows: 1))
    left.put("漢字", at: .zero)
    left.put("a", at: Point(x: 1, y: 0))
    #expect(left.textRows == [" a字"])
    var right = Canvas(size: Size(columns: 4, rows: 1))
    right.put("漢字", at: .zero)
    right.put("a", at: Point(x: 2, y: 0))
    #expect(right.textRows == ["漢a"])
    var wide = Canvas(size: Size(columns: 4, rows: 1))
    wide.put("漢字", at: .zero)
    wide.put("語", at: Point(x: 1, y: 0))
    #expect(wide.textRows == [" 語"])
    #expect(wide.row(0).map(\.width) == [1, 2, 0, 1])
  }

  @Test func `a clip cuts on every side`() {
    var canvas = Canvas(size: Size(columns: 8, rows: 2))
    let clip = Rect(x: 2, y: 0, width: 3, height: 1)
    canvas.put("abcdefgh", at: .zero, clip: clip)
    canvas.put("abcdefgh", at: Point(x: 0, y: 1), clip: clip)
    #expect(canvas.textRows == ["  cde", ""])
  }

  @Test func `an overlay keeps the role beneath`() {
    var canvas = Canvas(size: Size(columns: 3, rows: 1))
    canvas.put("ab", at: .zero, role: "match")
    canvas.overlay(canvas.bounds, role: "selection")
    #expect(canvas[0, 0].role == "match")
    #expect(canvas[0, 0].overlay == "selection")
    #expect(canvas[2, 0].overlay == "selection")
    canvas.put("c漢", at: .zero, role: "label")
    #expect(canvas.row(0).allSatisfy { $0.overlay == "selection" && $0.role == "label" })
    canvas.overlay(canvas.bounds, role: .text)
    #expect(canvas[0, 0].overlay == .text)
  }

  @Test func `filling keeps the rows' width`() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.put("漢字", at: .zero)
    canvas.fill(Rect(x: 1, y: 0, width: 2, height: 1), with: "-", role: "border")
    #expect(canvas.textRows == [" --"])
    canvas.fill(canvas.bounds, with: "漢", role: .text)
    #expect(canvas.textRows == [""])
  }
}
