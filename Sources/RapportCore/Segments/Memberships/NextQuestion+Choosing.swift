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
    var candidates: [String: Candidate] = [:]
    for (position, membership) in memberships.enumerated() where membership.answer == .unknown {
      guard let segment = definitions.segments.first(where: { $0.id == membership.segment }),
        let explanation = explanation(of: facts, in: segment, memberships: memberships)
      else { continue }
      // From 1 for the strongest down to a half: two segments outweigh any single one.
      let weight = 1 - Double(position) / Double(2 * memberships.count)
      let paths = ReasonWords.undecided(explanation).flatMap(\.missingPaths)
        .filter(\.isDotted).map(\.description)
      for path in Set(paths) {
        let share = Self.settled(explanation, by: path)
        guard share > 0 else { continue }
        candidates[path, default: Candidate()].add(segment.id, share: share, weight: weight)
      }
    }
    return candidates.compactMap { path, candidate in
      definitions.catalog[path].flatMap { attribute in
        isAskable(attribute, facts) ? (attribute: attribute, candidate: candidate) : nil
      }
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

  /// Of the answers that the conditions on `path` could get, the share that decides the rule.
  private static func settled(_ explanation: Explanation, by path: String) -> Double {
    let outcomes = [Answer.in, .out].map { assumed in
      explanation.assuming { part in
        let isJoin = [.and, .or, .not, .truthy].contains(part.node.operator)
        guard !isJoin, part.answer == .unknown,
          part.missingPaths.map(\.description) == [path]
        else { return nil }
        return assumed
      }
    }
    return Double(outcomes.count { $0 == .in || $0 == .out }) / 2
  }

  func isAskable(_ attribute: Attribute, _ facts: CustomerFacts) -> Bool {
    guard attribute.question != nil else { return false }
    guard let refused = facts.customer.notSaid(attribute.path) else { return true }
    return Double(today.days(since: refused)) >= definitions.settings[.askAgainDays]
  }

  private func question(
    _ attribute: Attribute,
    _ candidate: Candidate,
    _ languages: [String]
  ) -> NextQuestion? {
    let wanted = languages + [definitions.settings.language]
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
