import Glibc

/// Ranks reasons by what a caller said, from examples of each.
///
/// Two views of the same features are mixed. *Neighbours*: the 15 examples nearest by BM25 (Robertson and
/// Zaragoza, "The Probabilistic Relevance Framework", 2009; k1 1.2, b 0.75) vote with the third power of
/// their score. *Words*: multinomial naive Bayes (Manning, Raghavan and Schütze, "Introduction to
/// Information Retrieval", 13.2; no prior, since reasons that have more examples are not likelier), its
/// log-likelihood divided by the root of the number of features, since these are not independent. By
/// 5-fold cross-validation on Banking77 each alone finds 85 % and 87 % first, both together 88 %.
///
/// Made in one pass over the examples, about 0.1 s for 10,000; then total.
package struct IntentRanker: Sendable {
  private static let neighbours = 15
  private static let saturation: Float = 1.2
  private static let lengthWeight: Float = 0.75
  /// Added to every count of a feature in a reason.
  private static let smoothing: Float = 0.02
  /// The weight of words beside neighbours.
  private static let wordsWeight = 0.5

  private let examples: [IntentExample]
  private let intents: [Intent.ID]
  /// By example: the position of its reason.
  private let intentOf: [Int32]
  private let numbers: [Utterance.Feature: Int32]
  private let inExamples: PostingLists
  private let inIntents: PostingLists
  /// By reason: the log of how many features it has, smoothed.
  private let sizes: [Float]

  package init(_ examples: [IntentExample]) {
    var table = FeatureTable()
    for example in examples { table.add(example) }
    self.examples = examples
    intents = table.intents
    intentOf = table.intentOf
    numbers = table.numbers
    inExamples = table.weighed(saturation: Self.saturation, lengthWeight: Self.lengthWeight)
    let counts = table.countedByIntent()
    sizes = counts.totals.map { total in
      log(total + Self.smoothing * Float(table.numbers.count))
    }
    inIntents = counts.lists.mapWeights { log(1 + $0 / Self.smoothing) }
  }

  package init(_ definitions: Definitions) {
    self.init(IntentExample.all(in: definitions))
  }

  /// The reasons that the text has something in common with, best first; none where no word of it is
  /// known.
  ///
  /// Cost: as many additions as examples share a feature with the text; under a millisecond among 10,000.
  package func rank(_ text: String, limit: Int = 10) -> [IntentMatch] {
    let utterance = Utterance(text)
    let known = known(utterance)
    guard !known.isEmpty else { return [] }
    let nearest = nearest(to: known)
    let shares = mixed(votes(of: nearest), likelihoods(of: known))
    let best = shares.indices.filter { shares[$0] > 0.005 }
      .sorted { (shares[$1], intents[$0]) < (shares[$0], intents[$1]) }
    return best.prefix(limit).map { intent in
      IntentMatch(
        intent: intents[intent],
        share: shares[intent],
        words: words(of: utterance, for: intent),
        example: nearest.first { intentOf[$0.example] == intent }.map { examples[$0.example].text }
      )
    }
  }

  /// The numbers of the features that some example has too, each once; none where no word is known, be
  /// it by half of its groups of letters.
  private func known(_ utterance: Utterance) -> [Int] {
    var found: Set<Int32> = []
    var parts = [Float](repeating: 0, count: utterance.words.count)
    utterance.forEachFeature { feature, positions, part in
      guard let number = numbers[feature] else { return }
      found.insert(number)
      parts[positions.lowerBound] += part
    }
    return parts.contains { $0 >= 0.5 } ? found.sorted().map(Int.init) : []
  }

  private func nearest(to features: [Int]) -> [(example: Int, score: Float)] {
    var scores = [Float](repeating: 0, count: examples.count)
    for feature in features {
      inExamples.forEach(feature) { example, weight in scores[example] += weight }
    }
    var best: [(example: Int, score: Float)] = []
    var least: Float = 0
    for (example, score) in scores.enumerated() where score > least {
      let place = best.firstIndex { $0.score < score } ?? best.count
      best.insert((example, score), at: place)
      guard best.count >= Self.neighbours else { continue }
      if best.count > Self.neighbours { best.removeLast() }
      least = best[best.count - 1].score
    }
    return best
  }

  private func votes(of nearest: [(example: Int, score: Float)]) -> [Double] {
    var votes = [Double](repeating: 0, count: intents.count)
    for (example, score) in nearest {
      let score = Double(score)
      votes[Int(intentOf[example])] += score * score * score
    }
    return normalized(votes)
  }

  private func likelihoods(of features: [Int]) -> [Double] {
    var logs = sizes.map { -$0 * Float(features.count) }
    for feature in features {
      inIntents.forEach(feature) { intent, weight in logs[intent] += weight }
    }
    let highest = logs.max() ?? 0
    let scale = 1 / Double(features.count).squareRoot()
    return normalized(logs.map { exp(Double($0 - highest) * scale) })
  }

  private func mixed(_ votes: [Double], _ likelihoods: [Double]) -> [Double] {
    zip(votes, likelihoods).map { ($0 + Self.wordsWeight * $1) / (1 + Self.wordsWeight) }
  }

  private func normalized(_ values: [Double]) -> [Double] {
    let sum = values.reduce(0, +)
    return sum > 0 ? values.map { $0 / sum } : values
  }

  // MARK: - Why

  /// The words that are likelier with the reason than with all the others together.
  private func words(of utterance: Utterance, for intent: Int) -> [String] {
    var found = [Float](repeating: 0, count: utterance.words.count)
    // A word that is not known as a whole counts by how many of its groups of letters are.
    var groups = found
    var parts = found
    utterance.forEachFeature { feature, positions, part in
      // A pair would vouch for its small words too.
      guard positions.count == 1, let number = numbers[feature] else { return }
      let evidence = evidence(of: Int(number), for: intent)
      if part < 1 {
        groups[positions.lowerBound] += evidence * part
        if evidence > 0 { parts[positions.lowerBound] += part }
      } else {
        found[positions.lowerBound] = evidence
      }
    }
    for position in found.indices {
      if parts[position] >= 0.5 { found[position] = max(found[position], groups[position]) }
      if FunctionWords.contains(utterance.words[position].folded) { found[position] *= 0.3 }
    }
    let most = found.max() ?? 0
    // Where nothing tells much, what tells most is named all the same.
    let least = min(max(Self.telling, most * 0.4), max(most, .leastNonzeroMagnitude))
    let strongest = found.indices.filter { found[$0] >= least }
      .sorted { (found[$1], $0) < (found[$0], $1) }.prefix(Self.mostWords)
    var words: [String] = []
    for position in strongest.sorted() {
      let word = String(utterance.words[position].text)
      if !words.contains(word) { words.append(word) }
    }
    return words
  }

  private static let mostWords = 5
  private static let telling: Float = 0.22

  /// How much likelier the feature is with the reason than on average, by how rare it is, from 0 to 1:
  /// words that all texts have tell nothing, one that only this reason's one example has all.
  private func evidence(of feature: Int, for intent: Int) -> Float {
    var own: Float = 0
    var sum: Float = 0
    inIntents.forEach(feature) { position, weight in
      // Without what smoothing gives to all of them.
      let likelihood = exp(weight - sizes[position])
      sum += likelihood
      if position == intent { own = likelihood }
    }
    guard own > 0 else { return 0 }
    // One more than there are, so that a single reason can be told from none.
    let reasons = Float(intents.count + 1)
    let count = Float(examples.count + 1)
    let gain = log(own * reasons / sum) / log(reasons)
    return max(0, gain) * log(count / Float(inExamples.count(feature))) / log(count)
  }
}
