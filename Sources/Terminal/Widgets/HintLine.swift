/// The line that says what can be done now, with as many hints as fit.
package enum HintLine {
  /// Hints in the order of their use; the rest is behind `more`, which is always there.
  package static func line(_ hints: [Hint], more: Hint, columns: Int) -> Line {
    let end = part(more)
    var line = Line()
    for hint in hints {
      let next = line + part(hint) + gap
      guard next.columns + end.columns <= columns else { break }
      line = next
    }
    return (line + end).truncated(toColumns: max(0, columns))
  }

  private static let gap = Line("  ", role: .hintText)

  private static func part(_ hint: Hint) -> Line {
    Line(hint.key, role: .hintKey) + Line(" \(hint.text)", role: .hintText)
  }
}
