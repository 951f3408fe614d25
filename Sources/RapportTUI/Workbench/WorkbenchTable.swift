import Terminal

/// Puts the rows of a page into columns that fit a width.
struct WorkbenchTable {
  private static let gap = 2
  /// A text may be cut to so many columns; a figure that is cut says something else.
  private static let leastText = 14

  /// Which columns there is room for, and how wide each is.
  private let widths: [Int?]
  private let columns: [WorkbenchColumn]
  let heading: Line

  init(
    _ columns: [WorkbenchColumn],
    rows: [WorkbenchRow],
    width: Int,
    sorting: Workbench.Sorting? = nil
  ) {
    let wanted = columns.indices.map { index in
      let cells = rows.map { $0.cells.indices.contains(index) ? $0.cells[index].columns : 0 }
      let widest = cells.max() ?? 0
      // A column in which nothing stands takes no room.
      guard widest > 0 else { return 0 }
      return min(columns[index].limit, max(widest, Terminal.Text.columns(of: columns[index].title)))
    }
    var widths = [Int?](repeating: nil, count: columns.count)
    var room = width
    for index in columns.indices.sorted(by: { columns[$0].rank < columns[$1].rank }) {
      let needed = wanted[index]
      guard needed > 0, room > 0 else { continue }
      if let leader = columns[index].leader, widths[leader] == nil { continue }
      if needed <= room || index == 0 {
        widths[index] = min(needed, room)
        room -= needed + Self.gap
      } else if room >= Self.leastText, columns[index].value == .text {
        widths[index] = room
        room = 0
      }
    }
    // What is left goes to the columns whose texts are cut.
    for index in columns.indices where room > 0 {
      guard let own = widths[index] else { continue }
      let longest = rows.map { $0.cells[index].columns }.max() ?? 0
      let more = min(room, max(0, longest - own))
      widths[index] = own + more
      room -= more
    }
    self.widths = widths
    self.columns = columns
    let titles = columns.enumerated().map { index, column in
      Line(column.title, role: sorting?.column == index ? .textStrong : .label)
    }
    heading = Self.join(titles, widths, columns)
  }

  /// The places of the columns that there is room for.
  var shown: [Int] { widths.indices.filter { widths[$0] != nil } }

  func line(_ row: WorkbenchRow) -> Line { Self.join(row.cells, widths, columns) }

  private static func join(
    _ cells: [Line],
    _ widths: [Int?],
    _ columns: [WorkbenchColumn]
  ) -> Line {
    cells.indices.reduce(Line()) { line, index in
      guard widths.indices.contains(index), let width = widths[index] else { return line }
      let free = columns[index].isCount ? max(0, width - cells[index].columns) : 0
      let cell = (Line(String(repeating: " ", count: free)) + cells[index])
        .fitted(toColumns: width)
      return line.isEmpty ? cell : line + Line(String(repeating: " ", count: gap)) + cell
    }
  }
}
