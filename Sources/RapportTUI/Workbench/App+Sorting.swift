import RapportCore
import Terminal

/// Sorting the list of a page by any of the columns that are on the screen.
extension App {
  mutating func sort(_ action: Action.ID, now: Instant) {
    var sorting = workbench.place.sorting
    if action == .reverseSorting {
      var turned = sorting ?? Workbench.Sorting()
      turned.isReversed.toggle()
      sorting = turned == Workbench.Sorting() ? nil : turned
    } else {
      // From one that there is no room for any more on to the next one that is there.
      let shown = shownColumns(now: now)
      let next = shown.first { column in sorting?.column.map { column > $0 } ?? true }
      sorting = next.map { Workbench.Sorting(column: $0) }
    }
    workbench.place.sorting = sorting
    workbench.place.top = 0
  }

  /// The columns that there is room for, by their places.
  private func shownColumns(now: Instant) -> [Int] {
    WorkbenchTable(
      workbench.page.content.columns,
      rows: workbenchRows(now: now),
      width: WorkbenchLayout(self, now: now).list.width - 2
    ).shown
  }

  /// The rows in the order that was chosen; those of which it is not known come last both ways.
  func sorted(_ rows: [WorkbenchRow]) -> [WorkbenchRow] {
    let content = workbench.page.content
    guard let sorting = workbench.place.sorting else { return rows }
    guard let index = sorting.column else {
      return sorting.isReversed ? reversed(rows, of: content) : rows
    }
    guard content.columns.indices.contains(index) else { return rows }
    let column = content.columns[index]
    let keyed = rows.map { (key: $0.key(of: column, at: index), row: $0) }
    let known = keyed.enumerated().filter { $0.element.key != .unknown }.sorted { left, right in
      let (one, other) = (left.element.key, right.element.key)
      guard one != other else { return left.offset < right.offset }
      return sorting.isReversed ? other.comesBefore(one) : one.comesBefore(other)
    }
    return known.map(\.element.row) + keyed.filter { $0.key == .unknown }.map(\.row)
  }

  /// The page's own order the other way round, also among rows that are alike in it.
  private func reversed(_ rows: [WorkbenchRow], of content: any WorkbenchContent) -> [WorkbenchRow]
  {
    guard let index = content.order.column, content.columns.indices.contains(index) else {
      return rows.reversed()
    }
    let column = content.columns[index]
    let isKnown = { (row: WorkbenchRow) in row.key(of: column, at: index) != .unknown }
    return rows.filter(isKnown).reversed() + rows.filter { !isKnown($0) }
  }

  /// What the list is sorted by and which way.
  var sortingWords: String {
    let content = workbench.page.content
    let sorting = workbench.place.sorting
    let isReversed = sorting?.isReversed ?? false
    guard let index = sorting?.column, content.columns.indices.contains(index) else {
      return "sorted by \(isReversed ? content.order.reversed : content.order.words)"
    }
    let ways = content.columns[index].value.ways
    return "sorted by \(content.columns[index].title), \(isReversed ? ways.last : ways.first)"
  }

  var canSort: Availability {
    .when(
      listIsShown,
      else: "Esc goes back to the list, which is sorted"
    )
  }
}
