import JSONLogic

/// How many answers of the caller would settle what is not known yet, whatever they are.
///
/// Where it takes too many to settle all, the few that settle the most.
package struct Settlement: Hashable, Sendable {
  /// Attributes to ask for.
  package var questions: Int
  /// Segments that are then settled, of those that are not known.
  package var settled: Int
  package var unknown: Int

  package init(questions: Int, settled: Int, unknown: Int) {
    self.questions = questions
    self.settled = settled
    self.unknown = unknown
  }

  /// `two questions would settle it`; nil where asking settles nothing.
  package var words: String? {
    guard settled > 0 else { return nil }
    let names = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    let count = names.indices.contains(questions - 1) ? names[questions - 1] : "\(questions)"
    let noun = questions == 1 ? "question" : "questions"
    let what = settled == unknown ? "it" : "\(settled) of \(unknown) not known"
    return "\(count) \(noun) would settle \(what)"
  }
}

extension MembershipEvaluator {
  /// How many questions settle the memberships that are not known.
  ///
  /// A segment counts where all that is missing of it can be asked for: then no answer leaves it
  /// open, and none of the questions is one too many for every answer. A value that is there but cannot
  /// be read, and what lately nobody wanted to tell, keep it open.
  package func settlement(of facts: CustomerFacts, memberships: [Membership]) -> Settlement {
    let unknown = memberships.filter { $0.answer == .unknown }
    let segments = Dictionary(definitions.segments.map { ($0.id, $0) }) { first, _ in first }
    let unknownIDs = Set(unknown.map(\.segment))
    var needs: [Segment.ID: Set<String>?] = [:]
    func paths(of id: Segment.ID) -> Set<String>? {
      if let known = needs[id] { return known }
      // On the way round a cycle nothing is settled.
      needs[id] = .some(nil)
      guard unknownIDs.contains(id), let segment = segments[id],
        let explanation = explanation(of: facts, in: segment, memberships: memberships)
      else { return nil }
      var found: Set<String> = []
      for part in ReasonWords.undecided(explanation) {
        let missing = part.missingPaths.map(\.description)
        if let condition = Condition(part.node), case .segment(let other) = condition.subject {
          guard let more = paths(of: other) else { return nil }
          found.formUnion(more)
        } else if missing.isEmpty {
          return nil
        }
        found.formUnion(missing)
      }
      let isAskable = found.allSatisfy { path in
        definitions.catalog[path].map { self.isAskable($0, facts) } ?? false
      }
      needs[id] = .some(isAskable ? found : nil)
      return isAskable ? found : nil
    }
    let needed = unknown.compactMap { paths(of: $0.segment) }
    let all = needed.reduce(into: Set()) { $0.formUnion($1) }
    let (questions, settled) = all.count <= Self.manyQuestions ? (all, needed.count) : few(needed)
    return Settlement(questions: questions.count, settled: settled, unknown: unknown.count)
  }

  /// More than these nobody asks on a call; then the few that settle the most are named.
  private static var manyQuestions: Int { 5 }
  private static var fewQuestions: Int { 3 }

  /// The cheapest segments first, for what they cost beyond what is asked already.
  private func few(_ needed: [Set<String>]) -> (questions: Set<String>, settled: Int) {
    var (questions, settled, rest) = (Set<String>(), 0, needed)
    while let next = rest.indices.min(by: { cost(rest[$0], questions) < cost(rest[$1], questions) })
    {
      let all = questions.union(rest[next])
      if settled > 0, all.count > Self.fewQuestions { break }
      questions = all
      settled += 1
      rest.remove(at: next)
    }
    return (questions, settled)
  }

  private func cost(_ paths: Set<String>, _ asked: Set<String>) -> Int {
    paths.subtracting(asked).count
  }
}
