extension Text {
  /// The cells of a sanitised text, each with its width and no right halves.
  static func cells(ofSanitised text: String, role: Role) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      guard let width = DisplayWidth.columns(of: scalar) else { continue }
      if width > 0 {
        cells.append(Cell(scalar, width: UInt8(width), role: role))
      } else if !cells.isEmpty {
        cells[cells.count - 1].join(scalar)
      }
    }
    return cells
  }
}
