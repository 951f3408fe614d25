package import RapportCore
import Terminal

/// All segments with the answer for this customer and why.
extension DeskView {
  /// Returns where the cursor is.
  func drawWhy(_ tab: Tab, _ canvas: inout Canvas, in area: Rect) -> Point {
    let (head, rest) = area.split(top: 1)
    rule(whyTitle(tab), &canvas, in: head, isFocused: true)
    guard layout != .compact else {
      guard let why = tab.why else {
        return column(whyList(tab, columns: rest.width - 2), &canvas, in: rest)
      }
      return column(whyRows(why, tab, columns: rest.width - 2), &canvas, in: rest)
    }
    let (left, right) = rest.split(left: min(76, max(46, rest.width * 2 / 5)))
    separator(&canvas, in: right)
    let list = column(whyList(tab, columns: left.width - 2), &canvas, in: left)
    let beside = right.inset(left: 1)
    guard let why = tab.why ?? preview(tab) else { return list }
    let tree = column(whyRows(why, tab, columns: beside.width - 2), &canvas, in: beside)
    return tab.why == nil ? list : tree
  }

  /// The reasons of the segment under the cursor, before they are opened.
  private func preview(_ tab: Tab) -> OpenWhy? {
    guard case .segment(let id) = focus else { return nil }
    return OpenWhy(segment: id, tree: app.knowledge.explain(tab.known, id, tab.guidedAt))
  }

  /// `Who, and why: 2 belong, 1 not known, 9 do not`.
  private func whyTitle(_ tab: Tab) -> String {
    func count(_ answer: Membership.Answer, _ one: String, _ more: String) -> String? {
      let count = tab.guidance.memberships.count { $0.answer == answer }
      return count == 0 ? nil : "\(count) \(count == 1 ? one : more)"
    }
    let parts = [
      count(.in, "belongs", "belong"), count(.unknown, "not known yet", "not known yet"),
      count(.broken, "broken", "broken"), count(.out, "does not", "do not"),
    ].compactMap(\.self)
    return "Who, and why" + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
  }

  // MARK: the list

  private func whyList(_ tab: Tab, columns: Int) -> [DeskRow] {
    let shown = tab.memberships(full: true)
    guard !shown.isEmpty else {
      return [DeskRow("The store has no active segment.", role: .textDim, stop: .who)]
    }
    let longest = shown.map { Terminal.Text.columns(of: $0.name) }.max() ?? 0
    let name = min(longest, max(16, columns / 3), 26)
    return shown.flatMap { listed($0, tab, name: name, columns: columns) }
  }

  /// A segment's name, the answer, and why: in one line, whole where the cursor is.
  private func listed(
    _ membership: Membership,
    _ tab: Tab,
    name: Int,
    columns: Int
  ) -> [DeskRow] {
    let stop = Stop.segment(membership.segment)
    let isChosen = tab.why?.segment == membership.segment
    let isHere = focus == stop || isChosen
    let isMember = membership.answer == .in
    let role: Role =
      isChosen ? .titleFocus : isMember ? .badgeSegment : isHere ? .text : .textDim
    var head = Line(membership.name, role: role).truncated(toColumns: name)
      .padded(toColumns: name + 2)
    head += Line(pad(membership.answer.shortWord, to: 15), role: membership.answer.role)
    let reasons = self.reasons(membership)
    let room = columns - head.columns
    guard room >= 24 else {
      // Beside the tree: a line of its own, whose whole is beside it.
      let why = reasons.first.map { Line("  ") + $0 } ?? Line()
      return [
        DeskRow(head, stop: stop), DeskRow(why.truncated(toColumns: columns), stop: stop),
      ]
    }
    guard isHere, layout == .compact else {
      return [DeskRow(head + (reasons.first ?? Line()).truncated(toColumns: room), stop: stop)]
    }
    let lines = reasons.flatMap { $0.wrapped(toColumns: room) }
    let indent = Line(String(repeating: " ", count: head.columns))
    return lines.enumerated().map { DeskRow(($0 == 0 ? head : indent) + $1, stop: stop) }
  }

  /// What is nearly true comes first, since it is what can still change.
  private func reasons(_ membership: Membership) -> [Line] {
    if let manual = membership.manual { return [Line(manual.words, role: .near)] }
    let role: Role =
      switch membership.answer {
      case .in: .why
      case .out: .textDim
      case .unknown: .unknown
      case .broken: .statusWarning
      }
    let why = Line(membership.why, role: role)
    return membership.nearMiss.map { [Line($0, role: .near), why] } ?? [why]
  }
}

extension Membership.Answer {
  /// On screen, beside others.
  package var shortWord: String { self == .broken ? "broken" : word }
}
