import RapportCore
import Terminal

/// A definition in full: lines with what each is about at the left edge.
struct DetailLines {
  private static let labels = 11

  let columns: Int
  private(set) var lines: [Line] = []

  init(columns: Int) { self.columns = max(20, columns) }

  mutating func title(_ text: String, _ detail: String) {
    lines += Line(text, role: .customerName).wrapped(toColumns: columns)
    lines += Line(detail, role: .textDim).wrapped(toColumns: columns)
  }

  /// Nothing for a text that is missing or empty.
  mutating func add(_ label: String, _ text: String?, role: Role = .text) {
    guard let text = text?.nonBlank else { return }
    add(label, Line(text, role: role))
  }

  mutating func add(_ label: String, _ line: Line) {
    let first = Line(pad(label, to: Self.labels), role: .label)
    lines += (first + line).wrapped(toColumns: columns, hangingIndent: Self.labels)
  }

  /// A template of one or more lines, with its blanks named; nothing for an empty one.
  mutating func add(_ label: String, template: String, role: Role) {
    guard template.nonBlank != nil else { return }
    for (index, line) in TemplateWords.lines(template, role: role).enumerated() {
      add(index == 0 ? label : "", line)
    }
  }

  /// The words below each other under one label.
  mutating func add(_ label: String, each texts: [String], role: Role = .text) {
    for (index, text) in texts.enumerated() { add(index == 0 ? label : "", text, role: role) }
  }

  mutating func line(_ line: Line) { lines.append(line) }

  mutating func blank() { if lines.last?.isEmpty == false { lines.append(Line()) } }

  mutating func heading(_ text: String) {
    blank()
    lines.append(Line(text, role: .title))
  }

  /// What check found, with words for the place.
  mutating func add(_ problems: [Problem], of reference: DefinitionReference, isKnown: Bool) {
    guard isKnown else {
      blank()
      lines.append(Line("checking", role: .progress))
      return
    }
    heading(problems.isEmpty ? "No problems found" : "Problems")
    for problem in problems {
      let place = PointerWords.text(problem.pointer(below: reference))
      let line = Line([
        Span("\(problem.severity.rawValue) ", role: problem.severity.role),
        Span(place.isEmpty ? "" : "\(place): ", role: .textStrong), Span(problem.sentence),
      ])
      lines += line.wrapped(toColumns: columns, hangingIndent: 2)
    }
  }
}
