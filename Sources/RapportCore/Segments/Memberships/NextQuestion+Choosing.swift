import JSONLogic

extension MembershipEvaluator {
  /// What to ask the caller next, best first: the answers that settle the most of what is not known.
  ///
  /// A question counts for each undecided segment by how surely its answer settles it, and the more
  /// the stronger the segment. Left out is what the catalog has no question for, and what the
  /// customer lately did not want to tell; protected attributes come last.
  package func questions(
    for facts: CustomerFacts,
    memberships: [Membership],
    languages: [String],
    limit: Int = 5
  ) -> [NextQuestion] {
    RuleReader(self, of: facts, memberships: memberships)
      .questions(languages: languages, limit: limit)
  }

  func isAskable(_ attribute: Attribute, _ facts: CustomerFacts) -> Bool {
    guard attribute.question != nil else { return false }
    guard let refused = facts.customer.notSaid(attribute.path) else { return true }
    return Double(today.days(since: refused)) >= definitions.settings[.askAgainDays]
  }
}

extension RuleReader {
  /// What to ask the caller next, best first.
  package func questions(languages: [String], limit: Int = 5) -> [NextQuestion] {
    var candidates: [String: Candidate] = [:]
    for rule in open {
      // From 1 for the strongest down to a half: two segments outweigh any single one.
      let weight = 1 - Double(rule.position) / Double(2 * memberships.count)
      for gap in rule.gaps where gap.share > 0 && isAskable(gap.path) {
        candidates[gap.path, default: Candidate()].add(
          rule.segment,
          share: gap.share,
          weight: weight
        )
      }
    }
    let catalog = evaluator.definitions.catalog
    return candidates.compactMap { path, candidate in
      catalog[path].map { (attribute: $0, candidate: candidate) }
    }.sorted { left, right in
      if left.attribute.protected != right.attribute.protected { return right.attribute.protected }
      if left.candidate.score != right.candidate.score {
        return left.candidate.score > right.candidate.score
      }
      return left.attribute.path < right.attribute.path
    }.prefix(limit).compactMap { question($0.attribute, $0.candidate, languages) }
  }

  private struct Candidate {
    var score = 0.0
    /// With the surely settled ones told apart.
    var settles: [(id: Segment.ID, surely: Bool)] = []

    mutating func add(_ id: Segment.ID, share: Double, weight: Double) {
      score += share * weight
      settles.append((id, share == 1))
    }
  }

  private func question(
    _ attribute: Attribute,
    _ candidate: Candidate,
    _ languages: [String]
  ) -> NextQuestion? {
    let wanted = languages + [evaluator.definitions.settings.language]
    guard let question = attribute.question?.text(preferring: wanted) else { return nil }
    let sure = candidate.settles.filter(\.surely).map(\.id)
    return NextQuestion(
      path: attribute.path,
      question: question,
      reason: attribute.reason?.text(preferring: wanted),
      choices: attribute.answers,
      settles: sure.isEmpty ? candidate.settles.map(\.id) : sure
    )
  }
}
