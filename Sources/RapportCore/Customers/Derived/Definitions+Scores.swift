import JSONLogic

extension Definitions {
  /// Whether any rule asks how customers buy compared with others, which takes all orders to tell.
  package var readsPurchaseScores: Bool {
    let rules =
      segments.compactMap(\.rule) + services.compactMap(\.eligibility)
      + scripts.compactMap(\.condition)
    return rules.contains { rule in
      rule.variables.contains { Self.scorePaths.contains($0.path.description) }
    }
  }

  private static let scorePaths: Set = [
    "behavioral.recencyScore", "behavioral.frequencyScore", "behavioral.spendScore",
    "behavioral.buyerGroup",
  ]
}
