import JSONLogic

@testable import RapportCore

/// Questions and settlement by reading every open rule as a whole, as they are meant.
struct NaiveQuestions {
  let evaluator: MembershipEvaluator
  let facts: CustomerFacts
  let memberships: [Membership]

  private func explanation(_ membership: Membership) -> Explanation? {
    evaluator.definitions.segments.first { $0.id == membership.segment }.flatMap {
      evaluator.explanation(of: facts, in: $0, memberships: memberships)
    }
  }

  private var open: [(position: Int, membership: Membership)] {
    memberships.enumerated().filter { $0.element.answer == .unknown }
      .map { ($0.offset, $0.element) }
  }

  private func isAskable(_ path: String) -> Bool {
    evaluator.definitions.catalog[path].map { evaluator.isAskable($0, facts) } ?? false
  }

  /// By path, best first, with the segments that it surely settles, or may settle.
  var questions: [(path: String, settles: [Segment.ID])] {
    var scores: [String: Double] = [:]
    var settles: [String: [(id: Segment.ID, surely: Bool)]] = [:]
    for (position, membership) in open {
      guard let explanation = explanation(membership) else { continue }
      let weight = 1 - Double(position) / Double(2 * memberships.count)
      let missing = ReasonWords.undecided(explanation).flatMap(\.missingPaths)
      for path in Set(missing.filter(\.isDotted).map(\.description)) where isAskable(path) {
        let share = Self.share(explanation, path)
        guard share > 0 else { continue }
        scores[path, default: 0] += share * weight
        settles[path, default: []].append((membership.segment, share == 1))
      }
    }
    func isProtected(_ path: String) -> Bool {
      evaluator.definitions.catalog[path]?.protected ?? false
    }
    return scores.keys.sorted { left, right in
      if isProtected(left) != isProtected(right) { return isProtected(right) }
      if scores[left] != scores[right] { return (scores[left] ?? 0) > (scores[right] ?? 0) }
      return left < right
    }.prefix(5).map { path in
      let all = settles[path] ?? []
      let sure = all.filter(\.surely)
      return (path, (sure.isEmpty ? all : sure).map(\.id))
    }
  }

  private static func share(_ explanation: Explanation, _ path: String) -> Double {
    let outcomes = [Answer.in, .out].map { assumed in
      explanation.assuming { part in
        let isJoin = [.and, .or, .not, .truthy].contains(part.node.operator)
        guard !isJoin, part.answer == .unknown, part.missingPaths.map(\.description) == [path]
        else { return nil }
        return assumed
      }
    }
    return Double(outcomes.count { $0 == .in || $0 == .out }) / 2
  }

  /// By segment the attributes to ask for; none where no answers settle it.
  private func needs(_ id: Segment.ID, without: Set<Segment.ID> = []) -> Set<String>? {
    guard !without.contains(id),
      let membership = open.first(where: { $0.membership.segment == id })?.membership,
      let explanation = explanation(membership)
    else { return nil }
    var found: Set<String> = []
    for part in ReasonWords.undecided(explanation) {
      if let condition = Condition(part.node), case .segment(let other) = condition.subject {
        guard let more = needs(other, without: without.union([id])) else { return nil }
        found.formUnion(more)
      } else if part.missingPaths.isEmpty {
        return nil
      }
      found.formUnion(part.missingPaths.map(\.description))
    }
    return found.allSatisfy(isAskable) ? found : nil
  }

  var settlement: Settlement {
    var rest = open.compactMap { needs($0.membership.segment) }
    let all = Set(rest.joined())
    guard all.count > 5 else {
      return Settlement(questions: all.count, settled: rest.count, unknown: open.count)
    }
    var asked: Set<String> = []
    var settled = 0
    while let next = rest.indices.min(by: {
      rest[$0].subtracting(asked).count < rest[$1].subtracting(asked).count
    }) {
      if settled > 0, asked.union(rest[next]).count > 3 { break }
      asked.formUnion(rest.remove(at: next))
      settled += 1
    }
    return Settlement(questions: asked.count, settled: settled, unknown: open.count)
  }
}
