import Terminal
import Testing

@Suite struct GeometryTests {
  private let area = Rect(x: 2, y: 1, width: 10, height: 4)

  @Test func `splits share the area out`() {
    #expect(area.split(top: 1).top == Rect(x: 2, y: 1, width: 10, height: 1))
    #expect(area.split(top: 1).rest == Rect(x: 2, y: 2, width: 10, height: 3))
    #expect(area.split(bottom: 1).bottom == Rect(x: 2, y: 4, width: 10, height: 1))
    #expect(area.split(left: 4).rest == Rect(x: 6, y: 1, width: 6, height: 4))
    #expect(area.split(right: 4).right == Rect(x: 8, y: 1, width: 4, height: 4))
  }

  @Test(arguments: [-3, 0, 3, 99])
  func `no split leaves the area`(count: Int) {
    for part in [
      area.split(top: count).top, area.split(top: count).rest, area.split(bottom: count).bottom,
      area.split(left: count).left, area.split(left: count).rest, area.split(right: count).right,
    ] {
      #expect(part.intersection(area) == part)
    }
  }

  @Test func `insets, centres and rows stay within`() {
    #expect(area.inset(by: 1) == Rect(x: 3, y: 2, width: 8, height: 2))
    #expect(area.inset(by: 9).isEmpty)
    #expect(
      area.centered(Size(columns: 4, rows: 2)) == Rect(x: 5, y: 2, width: 4, height: 2)
    )
    #expect(area.centered(Size(columns: 99, rows: 99)) == area)
    #expect(area.row(3).y == 4)
    #expect(area.row(4).isEmpty)
  }
}
