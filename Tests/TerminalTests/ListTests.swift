import Terminal
import Testing

@Suite struct ListTests {
  private func drawn(
    count: Int,
    state: ListState,
    columns: Int = 8,
    rows: Int = 3,
    isFocused: Bool = true
  ) -> (canvas: Canvas, cursor: Point?, asked: [Int]) {
    var canvas = Canvas(size: Size(columns: columns, rows: rows))
    var asked: [Int] = []
    let list = ListView(
      count: count,
      state: state,
      isFocused: isFocused,
      glyphs: .unicode,
      empty: ["no one fits", "Esc clears"]
    )
    let cursor = list.draw(into: &canvas, canvas.bounds) { index, _ in
      asked.append(index)
      return Line("row \(index)")
    }
    return (canvas, cursor, asked)
  }

  @Test func `only the rows on the screen are made`() {
    let result = drawn(count: 1_000_000, state: ListState(selection: 500_000, offset: 499_999))
    #expect(result.asked == [499_999, 500_000, 500_001])
    #expect(result.canvas.textRows[1].hasPrefix("▌row "))
    #expect(result.cursor == Point(x: 0, y: 1))
  }

  @Test func `the chosen row has a marker and an overlay, dimmer without the keyboard`() {
    let focused = drawn(count: 2, state: ListState(selection: 1))
    #expect(focused.canvas.textRows == [" row 0", "▌row 1", ""])
    #expect(focused.canvas[1, 1].overlay == .selection)
    #expect(focused.canvas[1, 0].overlay == .text)
    let other = drawn(count: 2, state: ListState(selection: 1), isFocused: false)
    #expect(other.canvas[1, 1].overlay == .selectionInactive)
  }

  @Test func `an empty list says why`() {
    let result = drawn(count: 0, state: ListState(), columns: 13)
    #expect(result.canvas.textRows == [" no one fits", " Esc clears", ""])
    #expect(result.cursor == nil)
  }

  @Test func `a scroll indicator shows that there is more`() {
    let top = drawn(count: 30, state: ListState(), rows: 4).canvas
    #expect((0..<4).map { top[7, $0].text } == ["┃", "│", "│", "│"])
    let middle = drawn(count: 30, state: ListState(selection: 1, offset: 1), rows: 4).canvas
    #expect((0..<4).map { middle[7, $0].text } == ["│", "┃", "│", "│"])
    let end = drawn(count: 30, state: ListState(selection: 29), rows: 4).canvas
    #expect((0..<4).map { end[7, $0].text } == ["│", "│", "│", "┃"])
  }

  @Test func `motions stay within the list and keep the choice on the screen`() {
    var state = ListState()
    state.move(.up, count: 10, height: 4)
    #expect(state.selection == 0)
    state.move(.pageDown, count: 10, height: 4)
    #expect(state.selection == 3)
    state.move(.down, count: 10, height: 4)
    #expect((state.selection, state.offset) == (4, 1))
    state.move(.last, count: 10, height: 4)
    #expect((state.selection, state.offset) == (9, 6))
    state.move(.halfPageUp, count: 10, height: 4)
    #expect((state.selection, state.offset) == (7, 6))
    state.move(.first, count: 10, height: 4)
    #expect((state.selection, state.offset) == (0, 0))
    state.move(.down, count: 0, height: 4)
    #expect((state.selection, state.offset) == (0, 0))
  }

  @Test func `letters move only where nothing is typed`() {
    #expect(ListMotion(.character("j")) == .down)
    #expect(ListMotion(whileTyping: .character("j")) == nil)
    #expect(ListMotion(whileTyping: .pageDown) == .pageDown)
    #expect(ListMotion(whileTyping: .home) == nil)
    #expect(ListMotion(.enter) == nil)
  }

  @Test(arguments: [41, 42] as [UInt64])
  func `any state shows a full window with the choice in it`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...12, using: &random)
      let height = Int.random(in: 0...6, using: &random)
      let state = ListState(
        selection: Int.random(in: 0...15, using: &random),
        offset: Int.random(in: 0...15, using: &random)
      )
      let visible = state.visible(count: count, height: height)
      #expect(visible.count == min(count, height))
      #expect(visible.upperBound <= count)
      let chosen = state.clamped(count: count, height: height).selection
      #expect(visible.contains(chosen) || count == 0 || height == 0)
      _ = drawn(
        count: count,
        state: state,
        columns: Int.random(in: 0...9, using: &random),
        rows: height
      )
    }
  }
}
