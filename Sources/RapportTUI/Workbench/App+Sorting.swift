import RapportCore
import Terminal

/// Sorting the list of a page by any of its columns.
extension App {
  mutating func sort(_ action: Action.ID) {
    let columns = workbench.page.content.columns.count
    var sorting = workbench.place.sorting
    if action == .reverseSorting {
      sorting = sorting ?? Workbench.Sorting(column: 0)
      sorting?.isReversed.toggle()
    } else {
      let next = sorting.map { $0.column + 1 } ?? 0
      sorting = next < columns ? Workbench.Sorting(column: next) : nil
    }
    workbench.place.sorting = sorting
    workbench.place.top = 0
  }

  /// The rows in the order that was chosen: numbers from the largest, texts from A on.
  func sorted(_ rows: [WorkbenchRow]) -> [WorkbenchRow] {
    guard let sorting = workbench.place.sorting else { return rows }
    let keyed = rows.enumerated().map { (key: $1.sortKey(sorting.column), place: $0, row: $1) }
    let ascending = keyed.sorted { left, right in
      left.key == right.key ? left.place < right.place : left.key < right.key
    }.map(\.row)
    return sorting.isReversed ? ascending.reversed() : ascending
  }

  var canSort: Availability {
    .when(!workbench.isOpen || workbenchIsWide, else: "Esc goes back to the list, which is sorted")
  }
}

/// What rows are sorted by.
enum SortKey: Comparable {
  case number(Double)
  case text(String)
  case nothing

  static func < (left: SortKey, right: SortKey) -> Bool {
    switch (left, right) {
    case (.number(let one), .number(let other)): one > other
    case (.text(let one), .text(let other)): one < other
    case (.number, .text), (.number, .nothing), (.text, .nothing): true
    case (.text, .number), (.nothing, _): false
    }
  }
}

extension WorkbenchRow {
  /// What a cell is sorted by: its own key, else the number that it begins with, else its text.
  func sortKey(_ column: Int) -> SortKey {
    if let value = numbers[column] { return .number(value) }
    guard cells.indices.contains(column), let text = cells[column].text.nonBlank else {
      return .nothing
    }
    let first = text.trimmed.prefix { $0.isNumber || $0 == "," || $0 == "." }
    if let number = Double(first.filter { $0 != "," }) { return .number(number) }
    return .text(text.lowercased())
  }
}
