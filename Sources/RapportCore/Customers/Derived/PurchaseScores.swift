/// How lately, how often and for how much a customer bought, each from 1 to 5 among all buyers (RFM).
package struct PurchaseScores: Hashable, Sendable {
  /// The usual names of combinations, as in the package `rfm` 0.3.0; the first that fits counts.
  package enum Group: String, CaseIterable, Sendable {
    case champions = "Champions"
    case potentialLoyalist = "Potential Loyalist"
    case loyal = "Loyal"
    case promising = "Promising"
    case new = "New"
    case cannotLose = "Can't Lose"
    case atRisk = "At Risk"
    case needsAttention = "Need Attention"
    case aboutToSleep = "About To Sleep"
    case lost = "Lost"
    case other = "Other"

    /// The scores of recency, frequency and spend that it has.
    var bounds: (ClosedRange<Int>, ClosedRange<Int>, ClosedRange<Int>) {
      switch self {
      case .champions: (5...5, 5...5, 5...5)
      case .potentialLoyalist: (3...5, 3...5, 2...5)
      case .loyal: (2...4, 2...4, 2...4)
      case .promising: (3...4, 1...3, 3...5)
      case .new: (4...5, 1...3, 1...5)
      case .cannotLose: (1...2, 3...4, 4...5)
      case .atRisk: (1...2, 2...5, 4...5)
      case .needsAttention: (1...3, 3...5, 3...5)
      case .aboutToSleep: (2...3, 1...3, 1...4)
      case .lost: (1...1, 1...5, 1...5)
      case .other: (1...5, 1...5, 1...5)
      }
    }
  }

  package var recency: Int
  package var frequency: Int
  package var spend: Int

  package init(recency: Int, frequency: Int, spend: Int) {
    self.recency = recency
    self.frequency = frequency
    self.spend = spend
  }

  package var group: Group {
    Group.allCases.first { group in
      let (recencies, frequencies, spends) = group.bounds
      return recencies.contains(recency) && frequencies.contains(frequency)
        && spends.contains(spend)
    } ?? .other
  }
}
