import RapportCore
import Terminal

/// Sorting the list of a page by any of the columns that are on the screen.
extension App {
  mutating func sort(_ action: Action.ID, now: Instant) {
    let shown = shownColumns(now: now)
    var sorting = workbench.place.sorting
    if action == .reverseSorting {
      sorting = sorting ?? shown.first.map { Workbench.Sorting(column: $0) }
      sorting?.isReversed.toggle()
    } else {
      // From one that there is no room for any more on to the next one that is there.
      let next = shown.first { column in sorting.map { column > $0.column } ?? true }
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
    guard let sorting = workbench.place.sorting,
      workbench.page.content.columns.indices.contains(sorting.column)
    else { return rows }
    let column = workbench.page.content.columns[sorting.column]
    let keyed = rows.map { (key: $0.key(of: column, at: sorting.column), row: $0) }
    let known = keyed.enumerated().filter { $0.element.key != .unknown }.sorted { left, right in
      let (one, other) = (left.element.key, right.element.key)
      guard one != other else { return left.offset < right.offset }
      return sorting.isReversed ? other.comesBefore(one) : one.comesBefore(other)
    }
    return known.map(\.element.row) + keyed.filter { $0.key == .unknown }.map(\.row)
  }

  /// What the list is sorted by and which way.
  var sortingWords: String {
    let content = workbench.page.content
    guard let sorting = workbench.place.sorting, content.columns.indices.contains(sorting.column)
    else { return "sorted by \(content.order)" }
    let column = content.columns[sorting.column]
    let ways = column.value.ways
    return "sorted by \(column.title), \(sorting.isReversed ? ways.last : ways.first)"
  }

  var canSort: Availability {
    .when(
      listIsShown,
      else: "Esc goes back to the list, which is sorted"
    )
  }
}

/// What stands in a column, which says what comes first.
enum ColumnValue: Sendable {
  case text, number, date

  var ways: (first: String, last: String) {
    switch self {
    case .text: ("A to Z", "Z to A")
    case .number: ("largest first", "smallest first")
    case .date: ("newest first", "oldest first")
    }
  }
}

/// What a row is sorted by.
enum SortKey: Hashable, Sendable {
  case number(Double)
  case text(String)
  case unknown

  init(_ number: Int) { self = .number(Double(number)) }
  init(_ number: Int?) { self = number.map { .number(Double($0)) } ?? .unknown }
  init(_ number: Double?) { self = number.map { .number($0) } ?? .unknown }
  init(_ date: CalendarDate?) { self.init(date?.daysSinceEpoch) }
  init(_ moment: Instant?) { self.init(moment.map { Double($0.milliseconds) }) }

  fileprivate func comesBefore(_ other: SortKey) -> Bool {
    switch (self, other) {
    case (.number(let one), .number(let other)): one > other
    case (.text(let one), .text(let other)): one < other
    case (.number, _), (.text, .unknown): true
    case (.text, .number), (.unknown, _): false
    }
  }
}

extension WorkbenchRow {
  /// A text is sorted by itself; a number or a date only by what the page says it is.
  fileprivate func key(of column: WorkbenchColumn, at index: Int) -> SortKey {
    if let key = keys[index] { return key }
    guard column.value == .text, cells.indices.contains(index),
      let text = cells[index].text.nonBlank
    else { return .unknown }
    return .text(text.lowercased())
  }
}
