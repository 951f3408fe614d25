/// Which part of something long is on the screen.
package enum ScrollIndicator {
  /// Draws a thumb on a track in an area of one column; nothing where all is visible.
  package static func draw(
    into canvas: inout Canvas,
    _ area: Rect,
    visible: Range<Int>,
    count: Int,
    glyphs: Glyphs
  ) {
    guard area.height > 0, count > visible.count, !visible.isEmpty else { return }
    canvas.fill(area, with: glyphs.scrollTrack, role: .scroll)
    let length = max(1, min(area.height - 1, area.height * visible.count / count))
    let free = area.height - length
    // Only at the very ends does the thumb touch them.
    var top = Int(Double(visible.lowerBound) / Double(count - visible.count) * Double(free))
    if visible.lowerBound > 0, free > 1 { top = max(1, top) }
    if visible.upperBound < count, free > 1 { top = min(free - 1, top) }
    let thumb = Rect(x: area.x, y: area.y + min(free, top), width: area.width, height: length)
    canvas.fill(thumb, with: glyphs.scrollThumb, role: .borderFocus)
  }
}
