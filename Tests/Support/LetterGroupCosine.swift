import Foundation

/// The mark to beat: cosine of TF-IDF over groups of two and three characters, as scikit-learn's
/// `TfidfVectorizer(analyzer="char", ngram_range=(2, 3))` weighs them (smooth idf, norm 2).
package struct LetterGroupCosine: Sendable {
  private var rarity: [String: Double] = [:]
  private var texts: [String: [(text: Int, weight: Double)]] = [:]

  package init(_ all: [String]) {
    let groups = all.map(Self.groups)
    var counts: [String: Int] = [:]
    for group in groups.flatMap(\.keys) { counts[group, default: 0] += 1 }
    rarity = counts.mapValues { log(Double(all.count + 1) / Double($0 + 1)) + 1 }
    for (text, own) in groups.enumerated() {
      for (group, weight) in weighed(own) { texts[group, default: []].append((text, weight)) }
    }
  }

  /// The most similar ones, the first of equals first; only such as have a group in common.
  package func best(_ limit: Int, like text: String) -> [Int] {
    var scores: [Int: Double] = [:]
    // In one order, so that rounding is the same in every run.
    for (group, weight) in weighed(Self.groups(text)).sorted(by: { $0.key < $1.key }) {
      for (other, theirs) in texts[group] ?? [] { scores[other, default: 0] += weight * theirs }
    }
    return scores.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
      .prefix(limit).map(\.key)
  }

  private static func groups(_ text: String) -> [String: Int] {
    let letters = Array(text)
    var groups: [String: Int] = [:]
    for length in [2, 3] where letters.count >= length {
      for start in 0...letters.count - length {
        groups[String(letters[start..<start + length]), default: 0] += 1
      }
    }
    return groups
  }

  private func weighed(_ groups: [String: Int]) -> [String: Double] {
    let weights = groups.reduce(into: [String: Double]()) { weights, group in
      if let rarity = rarity[group.key] { weights[group.key] = rarity * Double(group.value) }
    }
    let norm = weights.values.sorted().reduce(0) { $0 + $1 * $1 }.squareRoot()
    return weights.mapValues { $0 / norm }
  }
}
