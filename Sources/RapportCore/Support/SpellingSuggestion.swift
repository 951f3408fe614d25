/// Finds the name that was probably meant by one that does not exist.
package enum SpellingSuggestion {
  /// The nearest of `names`, or nil where none is near enough to be meant.
  ///
  /// Near is one edit for each three letters, at most three; case does not count. A dotted name is
  /// also found by its last part (`orders` -> `behavioral.orders`). Ties go to the first by
  /// alphabet.
  package static func closest(to name: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(100))
    guard !wanted.isEmpty else { return nil }
    let limit = max(1, min(3, wanted.count / 3))
    var best: (distance: Int, name: String)?
    for candidate in names where candidate != name {
      let letters = Array(candidate.lowercased().unicodeScalars.prefix(100))
      var distance = distance(wanted, letters, limit: limit)
      if distance == nil, letters.contains("."), letters.suffix(wanted.count + 1) == ["."] + wanted
      {
        distance = 1
      }
      guard let distance else { continue }
      if let best, (best.distance, best.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// `did you mean "warm"?`, or nil where nothing is near.
  package static func question(_ name: String, among names: some Sequence<String>) -> String? {
    closest(to: name, among: names).map { "did you mean \"\($0)\"?" }
  }

  /// How many letters have to be inserted, removed, replaced or swapped with their neighbour.
  ///
  /// Optimal string alignment; nil where it is more than `limit`. Cost: the product of the lengths.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var twoAgo: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in right.indices {
        let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(replaced, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, twoAgo[column - 1] + 1)
        }
        current.append(cost)
      }
      guard let least = current.min(), least <= limit else { return nil }
      (twoAgo, previous) = (previous, current)
    }
    guard let distance = previous.last, distance <= limit else { return nil }
    return distance
  }
}
