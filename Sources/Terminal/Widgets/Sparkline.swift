/// A row of small columns that shows how a figure moved.
package enum Sparkline {
  /// One column a value, the last ones where there are too many; a missing value is a space.
  ///
  /// The lowest value has the lowest sign and the highest the highest; equal values are all in the
  /// middle.
  package static func line(
    _ values: [Double?],
    columns: Int,
    glyphs: Glyphs,
    role: Role = .chartBar
  ) -> Line {
    let shown = values.suffix(max(0, columns)).map { $0.flatMap { $0.isFinite ? $0 : nil } }
    let known = shown.compactMap(\.self)
    guard let low = known.min(), let high = known.max() else {
      return Line(String(repeating: " ", count: shown.count), role: role)
    }
    let top = glyphs.sparks.count - 1
    var text = String.UnicodeScalarView()
    for value in shown {
      guard let value else {
        text.append(" ")
        continue
      }
      // Halved first, so that the span of two huge values does not overflow.
      let span = high / 2 - low / 2
      let level = span > 0 ? (value / 2 - low / 2) / span : 0.5
      text.append(glyphs.sparks[min(top, Int((level * Double(top)).rounded()))])
    }
    return Line([Span(sanitised: String(text), role: role)])
  }
}
