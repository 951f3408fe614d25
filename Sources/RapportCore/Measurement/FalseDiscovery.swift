/// Guards against what looks like something only because one looked at much.
package enum FalseDiscovery {
  /// The p-values adjusted for each other by Benjamini and Hochberg, in their own order.
  ///
  /// Of all comparisons whose adjusted value is below 0.05, 1 in 20 is expected to be chance.
  package static func adjusted(_ probabilities: [Double]) -> [Double] {
    let order = probabilities.indices.sorted { probabilities[$0] < probabilities[$1] }
    var adjusted = probabilities
    var least = 1.0
    for (rank, place) in order.enumerated().reversed() {
      least = min(least, probabilities[place] * Double(order.count) / Double(rank + 1))
      adjusted[place] = least
    }
    return adjusted
  }
}
