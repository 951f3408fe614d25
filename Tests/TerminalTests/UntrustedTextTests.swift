import Terminal
import Testing

/// Nothing that anybody typed, pasted or imported reaches the terminal as anything but text.
@Suite(.enabled(if: SharedData.isPresent)) struct UntrustedTextTests {
  private func texts() throws -> [String] {
    let escapes = try SharedData.files(in: "terminal", suffix: ".in").map {
      try SharedData.text($0)
    }
    return try SharedData.naughtyStrings() + escapes
      + SharedData.naughtyStrings().map {
        String($0.reversed())
      }
  }

  @Test func `only scalars that have a width reach a cell, and rows keep their width`() throws {
    #expect(try texts().count > 1_100)
    for text in try texts() {
      for columns in [1, 2, 7, 80] {
        var canvas = Canvas(size: Size(columns: columns, rows: 2))
        canvas.put(text, at: .zero)
        for row in Line(text).wrapped(toColumns: columns).prefix(3) {
          canvas.put(row, at: Point(x: 0, y: 1))
        }
        for y in 0..<2 {
          let row = canvas.row(y)
          #expect(row.reduce(0) { $0 + Int($1.width) } == columns, "\(text.debugDescription)")
          for cell in row {
            #expect((DisplayWidth.columns(of: cell.base) ?? 0) > 0)
            #expect(cell.marks.allSatisfy { DisplayWidth.columns(of: $0) == 0 })
          }
        }
      }
    }
  }

  @Test func `no control and no bidirectional control leaves by the clipboard or a line`() throws {
    for text in try texts() {
      let line = Text.lineSafe(text)
      #expect(!line.contains { $0.isNewline })
      for scalar in (Text.clipboardSafe(text) + line).unicodeScalars {
        let category = scalar.properties.generalCategory
        #expect(category != .control || scalar == "\n" || scalar == "\t")
        let isJoinerOrSelector = [0x200C, 0x200D, 0xFE0E, 0xFE0F].contains(scalar.value)
        #expect(isJoinerOrSelector || !scalar.properties.isDefaultIgnorableCodePoint)
        #expect(!scalar.properties.isBidiControl)
      }
    }
  }
}
