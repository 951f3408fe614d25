import Terminal

/// What stands below the tabs of a profile, or below the title of a screen.
enum ProfileBody: Sendable {
  /// Scrolled as a whole.
  case text([Line])
  /// Rows of which the cursor is on one; `App.profileIndex` tells which.
  case list(ProfileList)
}

/// Rows of a tab, made when they are drawn, so that there may be very many.
struct ProfileList: Sendable {
  /// Stays above the rows.
  var head: [Line] = []
  var count: Int
  /// What the list says where it is empty: why, and what to do.
  var empty: [Line] = []
  /// Where the hardware cursor is in the head, while something is typed there.
  var cursor: Point?
  var row: @Sendable (_ index: Int, _ columns: Int) -> Line
}

extension ProfileBody {
  /// Where a motion leads to; `height` says how many lines or rows are on the screen.
  func place(
    after action: Action.ID,
    from place: SegmentProfile.Place,
    height: Int
  ) -> SegmentProfile.Place {
    var place = place
    switch self {
    case .text(let lines):
      let most = max(0, lines.count - height)
      let target = action.target(from: min(place.top, most), page: height - 1, last: most)
      place.top = min(max(0, target), most)
    case .list(let list):
      guard list.count > 0 else { return place }
      let index = min(place.index, list.count - 1)
      let target = action.target(from: index, page: height - 1, last: list.count - 1)
      let state = ListState(selection: max(0, target), offset: place.top)
        .clamped(count: list.count, height: height)
      place = SegmentProfile.Place(index: state.selection, top: state.offset)
    }
    return place
  }

  /// Returns where the cursor is.
  func draw(
    _ canvas: inout Canvas,
    in area: Rect,
    _ place: SegmentProfile.Place,
    isFocused: Bool
  ) -> Point {
    switch self {
    case .text(let lines): Self.draw(lines, &canvas, in: area, from: place.top)
    case .list(let list): Self.draw(list, &canvas, in: area, place, isFocused: isFocused)
    }
  }

  private static func draw(
    _ lines: [Line],
    _ canvas: inout Canvas,
    in area: Rect,
    from first: Int
  ) -> Point {
    let top = min(first, max(0, lines.count - area.height))
    canvas.put(lines.dropFirst(top), in: area.inset(left: 1, right: 1))
    if top > 0 { canvas.put("▴", at: Point(x: area.maxX - 1, y: area.y), role: .scroll) }
    if top + area.height < lines.count {
      canvas.put("▾", at: Point(x: area.maxX - 1, y: area.maxY - 1), role: .scroll)
    }
    return area.origin.offset(x: 1)
  }

  private static func draw(
    _ list: ProfileList,
    _ canvas: inout Canvas,
    in area: Rect,
    _ place: SegmentProfile.Place,
    isFocused: Bool
  ) -> Point {
    let (head, rows) = area.split(top: list.head.count)
    canvas.put(list.head, in: head.inset(left: 1, right: 1))
    let view = ListView(
      count: list.count,
      state: ListState(selection: place.index, offset: place.top),
      isFocused: isFocused,
      glyphs: .unicode,
      empty: list.empty
    )
    let cursor = view.draw(into: &canvas, rows, row: list.row) ?? rows.origin.offset(x: 1)
    return list.cursor.map { Point(x: head.x + 1 + $0.x, y: head.y + $0.y) } ?? cursor
  }
}

extension Action.ID {
  /// Where a motion leads to, not bounded yet.
  fileprivate func target(from index: Int, page: Int, last: Int) -> Int {
    switch self {
    case .lineUp: index - 1
    case .lineDown: index + 1
    case .pageUp: index - max(1, page)
    case .pageDown: index + max(1, page)
    case .first: 0
    default: last
    }
  }
}
