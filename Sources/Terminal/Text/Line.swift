/// One line of styled text.
///
/// Styles are spans beside the text, never marks within it, so that nothing a customer wrote is
/// read as a style.
package struct Line: Hashable, Sendable {
  package private(set) var spans: [Span]

  package init(_ spans: [Span] = []) {
    self.spans = spans.filter { !$0.text.isEmpty }
  }

  package init(_ text: String, role: Role = .text) {
    self.init([Span(text, role: role)])
  }

  package var text: String { spans.map(\.text).joined() }
  package var isEmpty: Bool { spans.isEmpty }

  package var columns: Int {
    var columns = 0
    for span in spans {
      for scalar in span.text.unicodeScalars {
        columns += DisplayWidth.columns(of: scalar) ?? 0
      }
    }
    return columns
  }

  package mutating func append(_ text: String, role: Role = .text) {
    let span = Span(text, role: role)
    if !span.text.isEmpty { spans.append(span) }
  }

  package static func + (a: Line, b: Line) -> Line { Line(a.spans + b.spans) }
  package static func += (a: inout Line, b: Line) { a.spans += b.spans }
}

extension Line: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text) }
}

extension Line {
  var cells: [Cell] {
    var cells: [Cell] = []
    for span in spans { cells += Text.cells(ofSanitised: span.text, role: span.role) }
    return cells
  }

  init(cells: some Sequence<Cell>) {
    var spans: [Span] = []
    var text = ""
    var role = Role.text
    for cell in cells where cell.width > 0 {
      if cell.role != role, !text.isEmpty {
        spans.append(Span(sanitised: text, role: role))
        text = ""
      }
      role = cell.role
      text += cell.text
    }
    if !text.isEmpty { spans.append(Span(sanitised: text, role: role)) }
    self.init(spans)
  }
}
