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
    RuleReader(self, of: facts, memberships: memberships).settlement()
  }
}

extension RuleReader {
  /// How many questions settle the memberships that are not known.
  package func settlement() -> Settlement {
    let unknown = memberships.count { $0.answer == .unknown }
    let needed = OpenPaths(open, isAskable: isAskable).needed
    let all = Set(needed.joined())
    let (questions, settled) =
      all.count <= Self.manyQuestions ? (all.count, needed.count) : few(needed)
    return Settlement(questions: questions, settled: settled, unknown: unknown)
  }

  /// More than these nobody asks on a call; then the few that settle the most are named.
  private static var manyQuestions: Int { 5 }
  private static var fewQuestions: Int { 3 }

  /// The cheapest segments first, for what they cost beyond what is asked already.
  private func few(_ needed: [[Int]]) -> (questions: Int, settled: Int) {
    var (questions, settled, rest) = ([Int](), 0, needed)
    func cost(_ paths: [Int]) -> Int { paths.count { !questions.contains($0) } }
    while let next = rest.indices.min(by: { cost(rest[$0]) < cost(rest[$1]) }) {
      let more = rest[next].filter { !questions.contains($0) }
      if settled > 0, questions.count + more.count > Self.fewQuestions { break }
      questions += more
      settled += 1
      rest.remove(at: next)
    }
    return (questions.count, settled)
  }
}

/// What has to be asked for to settle each of some rules, as numbers of attributes.
private struct OpenPaths {
  private let open: [OpenRule]
  private let isAskable: (String) -> Bool
  private let places: [Segment.ID: Int]
  private var numbers: [String: Int] = [:]
  /// By place in `open`; nil inside where no answers settle it.
  private var needs: [[Int]??]

  init(_ open: [OpenRule], isAskable: @escaping (String) -> Bool) {
    self.open = open
    self.isAskable = isAskable
    places = Dictionary(open.enumerated().map { ($1.segment, $0) }) { first, _ in first }
    needs = Array(repeating: nil, count: open.count)
  }

  /// Of the rules that can be settled, each number once.
  var needed: [[Int]] {
    var paths = self
    return open.indices.compactMap { paths.need(of: $0) }
  }

  private mutating func need(of place: Int) -> [Int]? {
    if let known = needs[place] { return known }
    // On the way round a cycle nothing is settled.
    needs[place] = .some(nil)
    let rule = open[place]
    guard !rule.isUnreadable, rule.gaps.allSatisfy({ isAskable($0.path) }) else { return nil }
    var found = rule.gaps.map { number(of: $0.path) }
    for other in rule.segments {
      guard let more = places[other].flatMap({ need(of: $0) }) else { return nil }
      for path in more where !found.contains(path) { found.append(path) }
    }
    needs[place] = .some(found)
    return found
  }

  private mutating func number(of path: String) -> Int {
    if let known = numbers[path] { return known }
    numbers[path] = numbers.count
    return numbers.count - 1
  }
}
