import CTerminal
package import Terminal

extension NcursesTerminal {
  /// Hands rows that changed to curses, which sends what differs on the screen.
  package func present(_ frame: Frame, theme: ResolvedTheme) {
    guard isOpen else { return }
    setTitle(frame.title)
    setMouse(frame.mouse)
    let isWhole = shown?.frame.canvas.size != frame.canvas.size || shown?.theme != theme
    var isChanged = isWhole || shown?.frame.cursor != frame.cursor
    for y in 0..<size.rows {
      let row = frame.canvas.row(y)
      if !isWhole, let last = shown?.frame.canvas.row(y), last == row { continue }
      isChanged = true
      put(row, y: y, theme)
    }
    shown = (frame, theme)
    guard isChanged else { return }
    let cursor = frame.cursor ?? Point(x: size.columns - 1, y: size.rows - 1)
    ct_cursor(Int32(clamping: cursor.y), Int32(clamping: cursor.x), frame.cursor != nil)
    update()
  }

  package func redraw() {
    shown = nil
    ct_invalidate()
  }

  /// Sends what curses has, at once where the terminal can do that.
  func update() {
    if mayUpdateAtOnce { device.write(EscapeWriter.beginUpdate) }
    ct_present()
    if mayUpdateAtOnce { device.write(EscapeWriter.endUpdate) }
  }

  private func put(_ row: ArraySlice<Cell>, y: Int, _ theme: ResolvedTheme) {
    cells.removeAll(keepingCapacity: true)
    var look = ct_cell()
    var lookOf: (role: Role, overlay: Role)?
    for cell in row {
      if lookOf?.role != cell.role || lookOf?.overlay != cell.overlay {
        look = ct_cell(theme.style(of: cell), isDirect: isDirect)
        lookOf = (cell.role, cell.overlay)
      }
      var place = look
      place.width = cell.width
      place.scalars.0 = cell.base.value
      if cell.hasMarks {
        let marks = cell.marks.map(\.value)
        place.scalars.1 = marks[0]
        if marks.count > 1 { place.scalars.2 = marks[1] }
        if marks.count > 2 { place.scalars.3 = marks[2] }
        if marks.count > 3 { place.scalars.4 = marks[3] }
      }
      cells.append(place)
    }
    ct_put_row(Int32(y), cells, Int32(cells.count))
  }

  private func setTitle(_ new: String) {
    guard new != title else { return }
    title = new
    if speaksXterm { device.write(EscapeWriter.title(new)) }
  }

  private func setMouse(_ on: Bool) {
    guard on != isMouseOn else { return }
    isMouseOn = on
    if speaksXterm { device.write(EscapeWriter.mouse(on)) }
  }
}

extension ct_cell {
  /// A blank with the look of a style.
  fileprivate init(_ style: Style, isDirect: Bool) {
    self.init()
    foreground = Self.number(style.foreground, isDirect: isDirect)
    background = Self.number(style.background, isDirect: isDirect)
    for (attribute, bit) in Self.bits where style.attributes.contains(attribute) {
      attributes |= UInt16(bit.rawValue)
    }
  }

  private static let bits: [(Attributes, ct_attribute)] = [
    (.bold, CT_BOLD), (.dim, CT_DIM), (.italic, CT_ITALIC), (.underline, CT_UNDERLINE),
    (.reverse, CT_REVERSE),
  ]

  private static func number(_ color: Color, isDirect: Bool) -> Int32 {
    switch color {
    case .terminalDefault: return -1
    case .ansi(let number): return Int32(number & 15)
    case .indexed(let number): return Int32(number)
    case .rgb(let red, let green, let blue):
      guard isDirect else { return -1 }
      let value = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
      // Smaller numbers are those of the palette, so the darkest blues get a trace of green.
      return value < 0x100 ? value | 0x100 : value
    }
  }
}
