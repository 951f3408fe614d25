import Terminal

/// One line of a pane, and what the cursor would be on there.
struct DeskRow {
  var line: Line
  var stop: Stop?

  init(_ line: Line, stop: Stop? = nil) {
    self.line = line
    self.stop = stop
  }

  init(_ text: String, role: Role = .text, stop: Stop? = nil) {
    self.init(Line(text, role: role), stop: stop)
  }

  static let blank = DeskRow(Line())

  /// A paragraph, indented.
  static func paragraph(
    _ line: Line,
    indent: Int,
    columns: Int,
    stop: Stop?
  ) -> [DeskRow] {
    let space = Line(String(repeating: " ", count: indent))
    return line.wrapped(toColumns: max(1, columns - indent)).map { DeskRow(space + $0, stop: stop) }
  }
}
