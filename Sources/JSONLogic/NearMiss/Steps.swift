/// The landmarks of a variable in order, with one point between each two and one beyond each end.
///
/// Odd places are landmarks, even places stand for the open interval around them.
struct Steps {
  let points: [JSON]

  init(numbers: [Double]) {
    let marks = Set(numbers).sorted()
    var points: [JSON] = []
    for (position, mark) in marks.enumerated() {
      let below = position == 0 ? mark - max(1, mark.magnitude) : marks[position - 1].middle(mark)
      points += [JSON(below), JSON(mark)]
    }
    if let last = marks.last { points.append(JSON(last + max(1, last.magnitude))) }
    self.points = points
  }

  /// Texts in the order of their code points; the smallest text above one is that text and U+0001.
  init(texts: [String]) {
    let marks = Set(texts).sorted { $0.precedes($1) }
    var points: [JSON] = []
    for (position, mark) in marks.enumerated() {
      points += [.string(position == 0 ? "!" : marks[position - 1] + "\u{1}"), .string(mark)]
    }
    if let last = marks.last { points.append(.string(last + "\u{1}")) }
    self.points = points
  }

  func isMark(_ place: Int) -> Bool { place % 2 == 1 }

  /// The ends of a run of places; nil where it goes on without end.
  func bounds(of run: Range<Int>) -> (from: NearMiss.Bound?, to: NearMiss.Bound?) {
    (end(run.lowerBound, outwards: -1), end(run.upperBound - 1, outwards: 1))
  }

  private func end(_ place: Int, outwards step: Int) -> NearMiss.Bound? {
    if isMark(place) { return NearMiss.Bound(value: points[place], isIncluded: true) }
    let mark = place + step
    guard points.indices.contains(mark) else { return nil }
    return NearMiss.Bound(value: points[mark], isIncluded: false)
  }
}

extension Double {
  /// A number between this one and a larger one.
  fileprivate func middle(_ other: Double) -> Double { self / 2 + other / 2 }
}
