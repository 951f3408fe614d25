extension Line {
  /// The line cut to a width, with a mark at its end where something was cut.
  ///
  /// A wide character that does not fit is left out, so the result may be a column narrower.
  package func truncated(toColumns limit: Int, ellipsis: String = "…") -> Line {
    guard columns > limit else { return self }
    let end = Span(ellipsis, role: spans.last?.role ?? .text)
    let endColumns = Line([end]).columns
    guard endColumns <= limit else { return Line(cells: prefix(ofColumns: max(0, limit))) }
    let kept = prefix(ofColumns: limit - endColumns)
    let role = kept.last?.role ?? end.role
    return Line(cells: kept) + Line([Span(sanitised: end.text, role: role)])
  }

  private func prefix(ofColumns limit: Int) -> [Cell] {
    var used = 0
    var kept: [Cell] = []
    for cell in cells {
      used += Int(cell.width)
      guard used <= limit else { break }
      kept.append(cell)
    }
    return kept
  }

  package enum Alignment: Hashable, Sendable { case leading, trailing, center }

  /// The line with spaces up to a width; a longer line is returned as it is.
  package func padded(
    toColumns width: Int,
    alignment: Alignment = .leading,
    role: Role = .text
  ) -> Line {
    let missing = width - columns
    guard missing > 0 else { return self }
    let before =
      switch alignment {
      case .leading: 0
      case .trailing: missing
      case .center: missing / 2
      }
    func spaces(_ count: Int) -> Line {
      Line([Span(sanitised: String(repeating: " ", count: count), role: role)])
    }
    return spaces(before) + self + spaces(missing - before)
  }

  /// Exactly this many columns: cut with an ellipsis, or padded.
  package func fitted(toColumns width: Int, alignment: Alignment = .leading) -> Line {
    truncated(toColumns: width).padded(toColumns: width, alignment: alignment)
  }
}
