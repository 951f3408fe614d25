import RapportCore
import Terminal

/// The workbench: what the team says and offers, and to whom.
extension App {
  /// From so many columns the detail stands beside the list.
  static let wideWorkbench = 116

  var workbenchIsWide: Bool { size.columns >= Self.wideWorkbench }

  /// Whether the list stands beside the row in full.
  ///
  /// Whoever goes through members wants their values, so these get the whole width.
  var listIsBeside: Bool { workbenchIsWide && openTab != .members }

  /// Else what is open in full has all the room.
  var listIsShown: Bool { !workbench.isOpen || listIsBeside }

  /// Of the page that is shown, as far as the filter lets them through.
  func workbenchRows(now: Instant) -> [WorkbenchRow] {
    let facts = WorkbenchFacts(self, now: now)
    let rows = sorted(workbench.page.content.rows(facts))
    let query = Matching.words(workbench.place.filter.text)
    guard !query.isEmpty else { return rows }
    return rows.filter { row in
      let others = row.cells.dropFirst().map(\.text).joined(separator: " ") + " " + row.words
      let title = row.cells.first?.text ?? ""
      return Matching.score(query, title: title, words: others) > 0
    }
  }

  /// The row that the cursor is on: the first where the chosen one is not in sight.
  func workbenchIndex(in rows: [WorkbenchRow]) -> Int {
    let selected = workbench.place.selected
    return rows.firstIndex { $0.key == selected } ?? 0
  }

  func selectedRow(now: Instant) -> RowKey? {
    let rows = workbenchRows(now: now)
    return rows.isEmpty ? nil : rows[workbenchIndex(in: rows)].key
  }

  /// Nil where the cursor is on something that is no definition.
  func selectedDefinition(now: Instant) -> DefinitionReference? {
    selectedRow(now: now)?.definition
  }

  mutating func showWorkbench(now: Instant) -> [Effect] {
    layers = []
    let effects = leaveDesk(now: now) + findGaps(now: now)
    view = .workbench
    let week = readWeekIfStale(now: now)
    let all = effects + week + [.readFeedback(agent.id)] + count(now: now)
    return workbench.problems == nil ? all + check(now: now) : all
  }

  mutating func show(_ reference: DefinitionReference, now: Instant) -> [Effect] {
    let effects = showWorkbench(now: now)
    workbench.show(reference)
    return effects
  }

  /// Asks what is wrong with the definitions as they are now.
  mutating func check(now: Instant) -> [Effect] {
    workbench.generation += 1
    return [.check(generation: workbench.generation, at: now)]
  }

  mutating func take(_ problems: [Problem], generation: Int) {
    guard generation == workbench.generation else { return }
    workbench.take(problems, of: knowledge.definitions.documents)
  }

  mutating func performInWorkbench(_ action: Action.ID, now: Instant) -> [Effect] {
    switch action {
    case .previousPage:
      workbench.turn(by: -1)
      return findGaps(now: now)
    case .nextPage:
      workbench.turn(by: 1)
      return findGaps(now: now)
    case .previousSegment: turnSegment(by: -1)
    case .nextSegment: turnSegment(by: 1)
    case .closeGap: closeGap(now: now)
    case .filter:
      if !listsMembers { workbench.isOpen = false }
      workbench.isFiltering = true
    case .leaveFilter: workbench.isFiltering = false
    case .clearFilter:
      workbench.isFiltering = false
      editFilter { field in
        field.clear()
        return true
      }
    case .openDefinition:
      workbench.place.selected = selectedRow(now: now)
      workbench.isOpen = true
    case .otherPane: workbench.isOpen.toggle()
    default: break
    }
    return []
  }

  mutating func moveInWorkbench(_ action: Action.ID, now: Instant) {
    guard workbench.screens.isEmpty else { return moveOnScreen(action, now: now) }
    if openTab != nil { return moveInProfile(action, now: now) }
    if workbench.isOpen { return scrollDetail(action, now: now) }
    let rows = workbenchRows(now: now)
    guard !rows.isEmpty else { return }
    let height = WorkbenchLayout(self, now: now).listHeight
    let page = max(1, height - 1)
    let index = workbenchIndex(in: rows)
    let target =
      switch action {
      case .lineUp: index - 1
      case .lineDown: index + 1
      case .pageUp: index - page
      case .pageDown: index + page
      case .first: 0
      default: rows.count - 1
      }
    let chosen = min(max(0, target), rows.count - 1)
    workbench.select(rows[chosen].key)
    workbench.place.top =
      ListState(selection: chosen, offset: workbench.place.top)
      .clamped(count: rows.count, height: height).offset
  }

  private mutating func scrollDetail(_ action: Action.ID, now: Instant) {
    let height = WorkbenchLayout(self, now: now).detailHeight
    let most = max(0, WorkbenchView(app: self, now: now).detailLines.count - height)
    let page = max(1, height - 1)
    let line = workbench.scrolled
    let target =
      switch action {
      case .lineUp: line - 1
      case .lineDown: line + 1
      case .pageUp: line - page
      case .pageDown: line + page
      case .first: 0
      default: most
      }
    workbench.scrolled = min(max(0, target), most)
  }

  /// One level back; true where there was one.
  mutating func goBackInWorkbench() -> Bool {
    if isFilteringMembers {
      editFilter { field in
        field.clear()
        return true
      }
      return true
    }
    if workbench.screens.popLast() != nil { return true }
    guard measure.origin == nil else { return false }
    if workbench.isOpen {
      workbench.isOpen = false
      return true
    }
    guard !workbench.place.filter.isEmpty else { return false }
    workbench.place.filter.clear()
    return true
  }

  /// A key that is text of the filter or edits it.
  mutating func editFilter(_ body: (inout TextField) -> Bool) {
    if listsMembers {
      guard body(&workbench.statistics.members.filter) else { return }
      workbench.screens.isEmpty
        ? workbench.profile.place = SegmentProfile.Place()
        : workbench.editScreen { $0.place = SegmentProfile.Place() }
      return
    }
    var field = workbench.place.filter
    guard body(&field) else { return }
    workbench.place.filter = field
    workbench.place.selected = nil
    workbench.place.top = 0
  }

  var canOpenDefinition: Availability {
    .when(!workbench.isOpen, else: "it is open: Esc goes back to the list")
  }

  var canChangePane: Availability {
    .when(workbenchIsWide, else: "there is room for one only: Enter opens it, Esc goes back")
  }
}
