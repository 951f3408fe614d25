import RapportCore
import Terminal

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

  func comesBefore(_ other: SortKey) -> Bool {
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
  func key(of column: WorkbenchColumn, at index: Int) -> SortKey {
    if let key = keys[index] { return key }
    guard column.value == .text, cells.indices.contains(index),
      let text = cells[index].text.nonBlank
    else { return .unknown }
    return .text(text.lowercased())
  }
}
