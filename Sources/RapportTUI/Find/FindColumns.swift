/// How wide the columns of Find are.
struct FindColumns: Hashable, Sendable {
  let name: Int
  let place: Int
  let match: Int
  let segment: Int
  let last: Int

  /// Spaces between columns.
  static let gap = 2

  /// The name always has room; the rest comes as the width allows.
  init(width: Int) {
    last = width >= 72 ? 12 : 0
    place = width >= 56 ? min(16, width / 8) : 0
    let taken = [last, place].reduce(0) { $0 + ($1 > 0 ? $1 + Self.gap : 0) }
    let rest = max(0, width - taken - 2 * Self.gap)
    name = max(10, min(28, rest * 8 / 24))
    segment = max(0, min(32, rest * 10 / 24))
    match = max(0, rest - name - segment)
  }
}
