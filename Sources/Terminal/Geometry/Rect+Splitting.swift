/// Each split cuts off as much as there is, and never makes an area outside the whole.
extension Rect {
  package func split(top rows: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, rows), height)
    return (
      Rect(x: x, y: y, width: width, height: cut),
      Rect(x: x, y: y + cut, width: width, height: height - cut)
    )
  }

  package func split(bottom rows: Int) -> (rest: Rect, bottom: Rect) {
    let cut = min(max(0, rows), height)
    let (rest, bottom) = split(top: height - cut)
    return (rest, bottom)
  }

  package func split(left columns: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, columns), width)
    return (
      Rect(x: x, y: y, width: cut, height: height),
      Rect(x: x + cut, y: y, width: width - cut, height: height)
    )
  }

  package func split(right columns: Int) -> (rest: Rect, right: Rect) {
    let cut = min(max(0, columns), width)
    let (rest, right) = split(left: width - cut)
    return (rest, right)
  }
}
