/// The names of a list's items in the order that both want.
///
/// Of two items that were there before, whoever turned them round decides; where the pairs make no order
/// together, both moved the same, differently. An item that was put in stands behind the one that it was
/// put behind. What both put in at one place stands in the order of its names, so that it is all the same
/// who saves first.
struct MergedOrder {
  private(set) var names: [String]
  /// Both moved the same, differently; `names` has the order from before then.
  private(set) var isContested = false

  init(
    before: [String],
    theirs: [String],
    mine: [String],
    keeping kept: Set<String>,
    choosing choice: DefinitionMerge.Decision? = nil
  ) {
    let common = Set(before).intersection(theirs).intersection(mine).intersection(kept)
    let was = before.filter(common.contains)
    let left = theirs.filter(common.contains)
    let right = mine.filter(common.contains)
    switch choice {
    case .theirs?: names = left
    case .mine?: names = right
    case .value?, nil:
      if left == right || was == left {
        names = right
      } else if was == right {
        names = left
      } else if let order = Self.paired(was, left, right) {
        names = order
      } else {
        names = was
        isContested = true
      }
    }
    insert(
      Self.runs(theirs, among: kept, behind: common),
      Self.runs(mine, among: kept, behind: common)
    )
  }

  /// Every pair in the order of the one who turned it round; nil where that is no order of all.
  private static func paired(_ was: [String], _ left: [String], _ right: [String]) -> [String]? {
    let (was, left, right) = (places(was), places(left), places(right))
    let names = Array(was.keys)
    func precedes(_ first: String, _ second: String) -> Bool {
      func isBefore(_ places: [String: Int]) -> Bool {
        places[first, default: 0] < places[second, default: 0]
      }
      return isBefore(left) == isBefore(right) ? isBefore(left) : !isBefore(was)
    }
    let ahead = names.map { name in
      (name: name, count: names.count { $0 != name && precedes($0, name) })
    }
    let order = ahead.sorted { $0.count < $1.count }
    // In an order of all, every count is there once.
    return order.enumerated().allSatisfy { $0 == $1.count } ? order.map(\.name) : nil
  }

  private static func places(_ names: [String]) -> [String: Int] {
    Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// What is put in behind each of the common ones; nil for the beginning.
  private static func runs(
    _ side: [String],
    among kept: Set<String>,
    behind common: Set<String>
  ) -> [String?: [String]] {
    var runs: [String?: [String]] = [:]
    var anchor: String?
    for name in side where kept.contains(name) {
      if common.contains(name) { anchor = name } else { runs[anchor, default: []].append(name) }
    }
    return runs
  }

  /// What both put in stands at the first of its two places.
  private mutating func insert(_ left: [String?: [String]], _ right: [String?: [String]]) {
    var result: [String] = []
    var placed: Set<String> = []
    for anchor in [nil] + names.map(Optional.some) {
      if let anchor { result.append(anchor) }
      let runs = [left[anchor] ?? [], right[anchor] ?? []].sorted {
        $0.lexicographicallyPrecedes($1)
      }
      result += runs.joined().filter { placed.insert($0).inserted }
    }
    names = result
  }
}
