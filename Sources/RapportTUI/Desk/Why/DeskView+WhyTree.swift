import RapportCore
import Terminal

/// One segment's reasons, line by line.
extension DeskView {
  /// Where the parts of a line of the tree stand.
  private struct Columns {
    static let answer = 11
    var found: Int
    var wanted: Int
    var near: Int
  }

  func whyRows(_ why: OpenWhy, _ tab: Tab, columns: Int) -> [DeskRow] {
    guard let membership = tab.guidance.memberships.first(where: { $0.segment == why.segment })
    else {
      let name = app.knowledge.segmentName(why.segment)
      return [DeskRow("\(name) is not active.", role: .textDim, stop: .segment(why.segment))]
    }
    var rows = whyHead(membership, columns: columns)
    let lines = why.lines
    guard !lines.isEmpty else { return rows + noTree(membership, columns: columns) }
    let places = places(lines, columns: columns)
    rows.append(.blank)
    let found = pad("", to: Columns.answer) + pad("this customer", to: places.found)
    rows.append(DeskRow(found + (places.wanted > 0 ? "wanted" : ""), role: .label))
    for line in lines { rows += treeRows(line, places, tab, columns: columns) }
    return rows
  }

  private func whyHead(_ membership: Membership, columns: Int) -> [DeskRow] {
    var head = Line(membership.name, role: .badgeSegment)
    head += Line("  ") + Line(membership.answer.shortWord, role: membership.answer.role)
    var rows = [DeskRow(head)]
    func add(_ line: Line, most: Int = .max) {
      rows += line.wrapped(toColumns: columns).prefix(most).map { DeskRow($0) }
    }
    let segment = app.knowledge.definitions.segments.first { $0.id == membership.segment }
    if let summary = segment?.summary, app.size.rows >= 24 {
      add(Line(summary, role: .textDim), most: 2)
    }
    if let near = membership.nearMiss { add(Line(near, role: .near)) }
    if membership.answer == .broken { add(Line(membership.why, role: .statusWarning)) }
    if let manual = membership.manual {
      add(Line(manual.words, role: .near))
      if segment?.rule != nil { add(Line("The rule alone says:", role: .label)) }
    }
    return rows
  }

  /// Why there is nothing to compare.
  private func noTree(_ membership: Membership, columns: Int) -> [DeskRow] {
    let stop = Stop.segment(membership.segment)
    guard membership.answer == .broken else {
      guard membership.manual == nil else { return [] }
      return DeskRow.paragraph(
        Line(membership.why, role: .textDim),
        indent: 0,
        columns: columns,
        stop: stop
      )
    }
    let more = "The other segments are as they were; rapport check names the place."
    return DeskRow.paragraph(Line(more, role: .textDim), indent: 0, columns: columns, stop: stop)
  }

  /// As wide as the words are, as far as there is room.
  private func places(_ lines: [TreeLine], columns: Int) -> Columns {
    let room = columns - Columns.answer
    func longest(_ text: (TreeLine) -> String?) -> Int {
      lines.compactMap { text($0).map { Terminal.Text.columns(of: $0) } }.max() ?? 0
    }
    let wanted = min(longest(\.node.wanted), max(14, room * 2 / 5))
    let near = longest(\.node.near)
    let found =
      lines.map { line in
        3 * line.branches.count + Terminal.Text.columns(of: line.node.found) + 2
      }.max() ?? 0
    let isWide = found + wanted + 2 + near <= room
    return Columns(
      found: max(16, min(found, room - wanted)),
      wanted: wanted,
      near: isWide ? near : 0
    )
  }

  private func treeRows(
    _ line: TreeLine,
    _ places: Columns,
    _ tab: Tab,
    columns: Int
  ) -> [DeskRow] {
    let node = line.node
    let isHere = focus == line.stop
    let isGroup = !node.children.isEmpty
    let role: Role = node.decides ? (isGroup ? .textStrong : node.answer.role) : .textDim
    let text = node.found + (line.hidden > 0 ? " … \(TimeWords.plural(line.hidden, "line"))" : "")
    let trunk = 3 * line.branches.count
    let found = Line(text, role: role).wrapped(toColumns: max(8, places.found - trunk - 2))
    let wanted =
      node.wanted.map {
        Line($0, role: node.decides ? .text : .textDim).wrapped(toColumns: max(8, places.wanted))
      } ?? []
    var rows: [DeskRow] = []
    for index in 0..<max(found.count, wanted.count) {
      var row = Line(
        pad(index == 0 ? node.answer.mark : "", to: Columns.answer),
        role: node.decides ? node.answer.role : .textDim
      )
      row += branches(line, isFirst: index == 0)
      row += index < found.count ? found[index] : Line()
      if index < wanted.count {
        row = row.padded(toColumns: Columns.answer + places.found) + wanted[index]
      }
      if index == 0, places.near > 0, let near = node.near {
        let start = Columns.answer + places.found + places.wanted + 2
        row = row.padded(toColumns: start) + Line(near, role: .near)
      }
      rows.append(DeskRow(row, stop: line.stop))
    }
    func add(_ text: String, _ role: Role) {
      let indent = Line(pad("", to: Columns.answer)) + branches(line, isFirst: false)
      for part in Line(text, role: role).wrapped(toColumns: max(8, columns - indent.columns)) {
        rows.append(DeskRow(indent + part, stop: line.stop))
      }
    }
    if places.near == 0, let near = node.near { add(near, .near) }
    if let path = node.path, node.answer == .unknown, let day = tab.customer?.notSaid(path) {
      add("would rather not say, asked on \(day)", .textDim)
    }
    if isHere, tab.why != nil, let question = app.question(at: focus) {
      add("“\(question.question)”", .ask)
      if app.canAnswer == .yes { add("a answers, x would rather not say", .hintText) }
    }
    return rows
  }

  private func branches(_ line: TreeLine, isFirst: Bool) -> Line {
    Line(
      line.branches.enumerated().map { index, branch in
        let isOwn = index == line.branches.count - 1
        let piece = isFirst && isOwn ? branch : branch.below
        return Span(piece.text, role: piece.decides ? .textStrong : .border)
      }
    )
  }
}
