package import JSONLogic

/// A condition with a limit, and what agents said of members near it and far from it.
///
/// Where those near the limit fit less, the limit is probably wrong; where those far from it do too, it
/// is something else.
package struct ConditionDoubt: Sendable {
  /// As the rule has it: `orders at least 12`.
  package var words: String
  package var pointer: JSONPointer
  /// Of the members nearest to the limit, and of the others, those who fit.
  package var near: Proportion
  package var far: Proportion
  package var probability: Double
  /// The same, with regard to how many conditions could tell something; 1 where this one cannot.
  package var adjusted: Double

  /// So many votes on either side tell something.
  package static let least = 5

  package enum Finding: String, Sendable {
    case tooFewVotes = "too-few-votes", wrong, maybe, unsuspicious
  }

  /// Whether there are enough votes on either side.
  package var canTell: Bool { near.count >= Self.least && far.count >= Self.least }

  package var finding: Finding {
    guard canTell else { return .tooFewVotes }
    guard let close = near.share, let rest = far.share, close < rest else { return .unsuspicious }
    return adjusted < 0.05 ? .wrong : adjusted < 0.1 ? .maybe : .unsuspicious
  }

  /// `orders at least 12: probably wrong; near it 2 of 9 fit, further 8 of 8`.
  package var sentence: String {
    let counts =
      "near it \(near.successes) of \(near.count) fit, further \(far.successes) of \(far.count)"
    return switch finding {
    case .tooFewVotes where near.count + far.count == 0: "\(words): no votes yet"
    case .tooFewVotes: "\(words): too few votes to tell; \(counts)"
    case .wrong: "\(words): probably wrong; \(counts)"
    case .maybe: "\(words): perhaps wrong; \(counts)"
    case .unsuspicious: "\(words): nothing speaks against it; \(counts)"
    }
  }
}

extension ConditionDoubt {
  /// What the votes say of each condition of a segment that has a limit, the most suspicious first.
  ///
  /// Those whose votes stand near are the half whose values are nearest; members of whom a value is
  /// missing, and customers who are not in the store any more, are left out. Probabilities are adjusted for
  /// each other (Benjamini and Hochberg) among those conditions alone that have votes enough: one that can
  /// tell nothing is no chance to be mistaken, and to count it would only hide what the others tell.
  ///
  /// - Parameters:
  ///   - segment: whose rule.
  ///   - votes: those that count.
  ///   - words: for the conditions, and for the day.
  ///   - facts: what rules read of a customer.
  /// - Returns: one for each condition with a limit.
  package static func all(
    of segment: Segment,
    _ votes: [Feedback],
    _ words: ConditionWords,
    facts: (Customer.ID) -> CustomerFacts?
  ) -> [ConditionDoubt] {
    let said = votes.compactMap { vote -> (fits: Bool, facts: CustomerFacts)? in
      guard vote.verdict == .fits || vote.verdict == .not,
        let facts = vote.customer.flatMap(facts)
      else { return nil }
      return (vote.verdict == .fits, facts)
    }
    var doubts = (segment.rule?.conditions ?? []).compactMap { node -> ConditionDoubt? in
      guard let condition = Condition(node), let limit = ConditionLimit(condition, words) else {
        return nil
      }
      let measured = said.compactMap { vote in
        limit.distance(of: vote.facts).map { (fits: vote.fits, distance: $0) }
      }
      return ConditionDoubt(words.phrase(condition), node.pointer, measured)
    }
    let family = doubts.indices.filter { doubts[$0].canTell }
    let adjusted = FalseDiscovery.adjusted(family.map { doubts[$0].probability })
    for (place, value) in zip(family, adjusted) { doubts[place].adjusted = value }
    return doubts.enumerated()
      .sorted { ($0.element.adjusted, $0.offset) < ($1.element.adjusted, $1.offset) }
      .map(\.element)
  }

  /// Parts the votes at the median of their distances.
  private init(
    _ words: String,
    _ pointer: JSONPointer,
    _ votes: [(fits: Bool, distance: Double)]
  ) {
    let distances = votes.map(\.distance).sorted()
    let median = distances.isEmpty ? 0 : distances[(distances.count - 1) / 2]
    let near = votes.filter { $0.distance <= median }
    let far = votes.filter { $0.distance > median }
    self.words = words
    self.pointer = pointer
    self.near = Proportion(near.count { $0.fits }, of: near.count)
    self.far = Proportion(far.count { $0.fits }, of: far.count)
    probability = FisherExactTest.probability(self.near, self.far)
    adjusted = 1
  }
}
