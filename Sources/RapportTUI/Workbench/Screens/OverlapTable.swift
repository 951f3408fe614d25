import RapportCore
import Terminal

/// What a cell of the matrix tells of two segments.
enum OverlapMeasure: Sendable, CaseIterable {
  /// How many are in both.
  case shared
  /// Of all that are in either, the share in both.
  case ofEither
  /// Of the row's members, the share that is in the column's segment too.
  case inside

  mutating func turn() {
    self = self == .shared ? .ofEither : self == .ofEither ? .inside : .shared
  }

  var title: String {
    switch self {
    case .shared: "how many are in both"
    case .ofEither: "of all in either, the share in both"
    case .inside: "of the row's members, the share in the column too"
    }
  }

  func text(_ overlap: Overlap) -> String {
    switch self {
    case .shared: Self.short(overlap.both)
    case .ofEither: Self.percent(overlap.ofEither)
    case .inside: Self.percent(overlap.ofFirst)
    }
  }

  /// `4,210`, `843 k`, `1.2 M`: the sentence above the matrix has all digits.
  private static func short(_ count: Int) -> String {
    if count < 100_000 { return NumberWords.words(Double(count)) }
    if count < 1_000_000 { return "\(count / 1000) k" }
    return "\(NumberWords.words(Double(count) / 1_000_000, fraction: 1)) M"
  }

  static func percent(_ share: Double?) -> String {
    guard let share else { return "nobody" }
    if share > 0, share < 0.01 { return "<1 %" }
    return "\(Int((share * 100).rounded())) %"
  }
}

/// The matrix of all pairs of segments: rows by name, columns by number.
struct OverlapTable {
  private static let cell = 9
  private static let mostName = 24
  /// From so many columns the largest counts stand on one line.
  private static let oneLine = 116

  private let segments: [Segment]
  private let counted: Counted<OverlapMatrix>
  private let screen: WorkbenchScreen
  private let measure: OverlapMeasure
  private let columns: Int

  init(_ app: App, _ screen: WorkbenchScreen, _ facts: WorkbenchFacts, columns: Int) {
    segments = app.comparedSegments
    counted = facts.statistics.overlaps
    measure = app.workbench.overlapMeasure
    self.screen = screen
    self.columns = columns
  }

  /// The one measure and, where not all columns fit, which of them are on the screen.
  var title: Line {
    var words = "  \(measure.title)"
    if shown.count < segments.count {
      let (first, last) = (shown.lowerBound + 1, shown.upperBound)
      words += "; columns \(first) to \(last) of \(segments.count)"
    }
    return Line([Span("Overlaps", role: .customerName), Span(words, role: .textDim)])
  }

  private var row: Int { min(screen.place.index, max(0, segments.count - 1)) }
  private var column: Int { min(screen.column, max(0, segments.count - 1)) }

  private var nameWidth: Int {
    let longest = segments.map { Terminal.Text.columns(of: $0.name) }.max() ?? 0
    return min(longest, Self.mostName, max(8, columns / 3)) + 4
  }

  /// The columns on the screen: as many as fit, the cursor's among them.
  private var shown: Range<Int> {
    let most = max(1, (columns - nameWidth) / Self.cell)
    let first = max(0, min(column - most / 2, segments.count - most))
    return first..<min(segments.count, first + most)
  }

  var list: ProfileList {
    let (segments, shown, nameWidth) = (segments, shown, nameWidth)
    let (row, column, measure, matrix) = (row, column, measure, counted.value)
    var heading = Line(pad("", to: nameWidth + 1))
    for number in shown {
      heading +=
        Line("\(number + 1)", role: number == column ? .textStrong : .label)
        .padded(toColumns: Self.cell - 1, alignment: .trailing) + Line(" ")
    }
    return ProfileList(head: sentence + [heading], count: segments.count) { index, _ in
      let number = pad("\(index + 1)", to: 3)
      var line = Line(number, role: .label)
      line += Line(segments[index].name, role: index == row ? .textStrong : .text)
        .fitted(toColumns: nameWidth - 3)
      for other in shown {
        let cell = matrix.flatMap { $0[index, other] }.map(measure.text) ?? ""
        let isHere = index == row && other == column
        let text = isHere ? "[\(cell)]" : cell + " "
        line += Line(text, role: isHere ? .textStrong : index == other ? .textDim : .text)
          .fitted(toColumns: Self.cell, alignment: .trailing)
      }
      return line
    }
  }

  /// What the cell under the cursor says, in words.
  private var sentence: [Line] {
    guard segments.indices.contains(row), segments.indices.contains(column) else { return [] }
    let (first, second) = (segments[row], segments[column])
    guard let overlap = counted.value.flatMap({ $0[row, column] }) else {
      let words = counted.absence.map { "\($0) ..." } ?? "not counted"
      return filled([Line(words, role: .progress)])
    }
    guard row != column else {
      return filled([Line("\(first.name): \(TimeWords.plural(overlap.both, "customer"))")])
    }
    return filled(OverlapWords(overlap, first.name, second.name).lines(columns: columns))
  }

  /// As many lines for every cell, so that the rows stay where they are.
  private func filled(_ lines: [Line]) -> [Line] {
    let count = columns < Self.oneLine ? 3 : 2
    return Array((lines + Array(repeating: Line(), count: count)).prefix(count))
  }
}

/// Two segments' overlap in words.
struct OverlapWords {
  let overlap: Overlap
  let first: String
  let second: String

  init(_ overlap: Overlap, _ first: String, _ second: String) {
    (self.overlap, self.first, self.second) = (overlap, first, second)
  }

  /// Both names, and below them what they share.
  func lines(columns: Int) -> [Line] {
    [Line("\(first) and \(second)", role: .textStrong).truncated(toColumns: columns)]
      + shares(columns: columns)
  }

  /// `4,210 in both: 33 % of all in either, 61 % of the first (6,900), 12 % of the second (35,100)`.
  func shares(columns: Int) -> [Line] {
    let (either, one, other) = (
      OverlapMeasure.percent(overlap.ofEither), OverlapMeasure.percent(overlap.ofFirst),
      OverlapMeasure.percent(overlap.ofSecond)
    )
    let words =
      "\(Count.text(overlap.both)) in both: \(either) of all in either, \(one) of the first "
      + "(\(Count.text(overlap.first))), \(other) of the second (\(Count.text(overlap.second)))"
    return Line(words).wrapped(toColumns: columns)
  }
}
