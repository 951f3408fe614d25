/// A horizontal bar.
///
/// The number it stands for belongs beside it.
package enum Bar {
  /// A bar of some columns, filled from the left; in Unicode to an eighth of a column.
  ///
  /// A fraction is taken as 0 to 1. What is not nothing shows at least its smallest sign, and what
  /// is not all never looks full.
  package static func line(
    fraction: Double,
    columns: Int,
    glyphs: Glyphs,
    role: Role = .chartBar,
    track: Role = .chartTrack
  ) -> Line {
    guard columns > 0 else { return Line() }
    let steps = glyphs.barParts.count + 1
    let most = columns * steps
    let fraction = fraction.isNaN ? 0 : min(1, max(0, fraction))
    var filled = Int((fraction * Double(most)).rounded())
    if fraction > 0 { filled = max(1, filled) }
    if fraction < 1 { filled = min(most - 1, filled) }
    var text = String(repeating: Character(glyphs.barFull), count: filled / steps)
    if filled % steps > 0 { text.unicodeScalars.append(glyphs.barParts[filled % steps - 1]) }
    let empty = columns - text.unicodeScalars.count
    return Line([
      Span(sanitised: text, role: role),
      Span(
        sanitised: String(repeating: Character(glyphs.barEmpty), count: empty),
        role: track
      ),
    ])
  }
}
