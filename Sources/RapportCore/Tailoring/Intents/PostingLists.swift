/// For each of many features, who has it and with what weight, in one run of memory.
struct PostingLists: Sendable {
  private var starts: [Int32]
  private var holders: [Int32]
  private var weights: [Float]

  /// From entries in any order; those of one feature keep theirs.
  init(features: Int, _ entries: [(feature: Int32, holder: Int32, weight: Float)]) {
    starts = [Int32](repeating: 0, count: features + 1)
    for entry in entries { starts[Int(entry.feature) + 1] += 1 }
    for feature in 0..<features { starts[feature + 1] += starts[feature] }
    var next = starts
    holders = [Int32](repeating: 0, count: entries.count)
    weights = [Float](repeating: 0, count: entries.count)
    for entry in entries {
      let place = Int(next[Int(entry.feature)])
      next[Int(entry.feature)] += 1
      holders[place] = entry.holder
      weights[place] = entry.weight
    }
  }

  func count(_ feature: Int) -> Int { Int(starts[feature + 1] - starts[feature]) }

  @inline(__always)
  func forEach(_ feature: Int, _ body: (Int, Float) -> Void) {
    for place in Int(starts[feature])..<Int(starts[feature + 1]) {
      body(Int(holders[place]), weights[place])
    }
  }

  func mapWeights(_ change: (Float) -> Float) -> PostingLists {
    var result = self
    result.weights = weights.map(change)
    return result
  }
}
