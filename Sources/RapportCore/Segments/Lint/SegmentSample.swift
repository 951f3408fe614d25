import JSONLogic

/// What the rules of all active segments say about customers: how many each has, how they overlap,
/// and what is missing.
package struct SegmentSample: Sendable {
  private let prepared: PreparedSegments
  private let evaluator: MembershipEvaluator
  private let segments: [Segment]
  /// The attributes that rules compare.
  private let paths: [String]
  /// Whether it is all customers there are.
  private let isComplete: Bool

  private(set) var count = 0
  private var members: [Int]
  private var notKnown: [Int]
  /// Of each segment, those that are in no stronger one.
  private var reached: [Int]
  private var both: [[Int]]
  private var lacking: [Int]
  /// Of each segment, those its rule fails for, and the first of them.
  private var failures: [Int]
  private var firstFailure: [Customer.ID?]

  /// - Parameters:
  ///   - prepared: the segments.
  ///   - moment: when they are asked.
  ///   - isComplete: whether every customer will be added.
  package init(_ prepared: PreparedSegments, at moment: Instant, isComplete: Bool) {
    self.prepared = prepared
    evaluator = MembershipEvaluator(prepared, at: moment)
    segments = prepared.definitions.segments.filter { $0.status == .active }
    let uses = segments.compactMap(\.rule).flatMap(\.variables)
    paths = Set(uses.filter { !$0.isInner && !$0.isPresenceTest }.map(\.path.description)).sorted()
      // What is derived cannot be asked for.
      .filter { prepared.definitions.catalog[$0].map { $0.derivation == nil } ?? false }
    self.isComplete = isComplete
    members = Array(repeating: 0, count: segments.count)
    (notKnown, reached) = (members, members)
    both = Array(repeating: members, count: segments.count)
    lacking = Array(repeating: 0, count: paths.count)
    failures = members
    firstFailure = Array(repeating: nil, count: segments.count)
  }

  /// Adds one customer.
  package mutating func add(_ facts: CustomerFacts) {
    count += 1
    let answers = evaluator.answers(of: facts)
    let isIn = segments.indices.filter { answers[segments[$0].id] == .in }
    for (rank, place) in isIn.enumerated() {
      members[place] += 1
      if rank == 0 { reached[place] += 1 }
      for stronger in isIn[..<rank] { both[place][stronger] += 1 }
    }
    for place in segments.indices where answers[segments[place].id] == .unknown {
      notKnown[place] += 1
    }
    for place in segments.indices where answers[segments[place].id] == .broken {
      failures[place] += 1
      if firstFailure[place] == nil { firstFailure[place] = facts.customer.id }
    }
    for (position, path) in paths.enumerated() where facts.value(at: path) == nil {
      lacking[position] += 1
    }
  }

  /// What is questionable about the segments as these customers see them, without what is accepted.
  package var problems: [Problem] { evaluator.definitions.accepted(all) }

  /// All that is questionable, accepted or not.
  package var all: [Problem] {
    guard count > 0 else { return [] }
    let definitions = evaluator.definitions
    var problems: [Problem] = []
    for (place, segment) in segments.enumerated() where segment.rule != nil {
      problems += sizes(place, segment, definitions.settings)
      problems += overlaps(place, segment, definitions.settings)
      problems += gaps(segment, definitions.settings)
    }
    return problems
  }

  private var whom: String {
    "of \(isComplete ? "" : "a sample of ")\(CoverageGap.count(count, "customer"))"
  }

  private func sizes(
    _ place: Int,
    _ segment: Segment,
    _ settings: StoreSettings
  ) -> [Problem] {
    if let first = firstFailure[place] {
      // What the definition alone tells was said before.
      guard prepared.cycles[segment.id] == nil else { return [] }
      let why = prepared.problem(of: segment.id).map { ": \($0)" } ?? ""
      let text = "the rule fails for \(failures[place]) \(whom), \"\(first)\" first\(why)"
      let remedy = "rapport explain \(first) \(segment.id) tells why"
      return [problem(.fails, segment, ["rule"], text, why.isEmpty ? remedy : "mend that one")]
    }
    let counts = AnswerCounts(isIn: members[place], unknown: notKnown[place], all: count)
    guard let doubt = SizeDoubt(counts, settings, isSample: !isComplete) else { return [] }
    return [doubt.problem(of: segment)]
  }

  /// The first stronger segment that is nearly the same, or that it is lost behind the stronger ones.
  private func overlaps(
    _ place: Int,
    _ segment: Segment,
    _ settings: StoreSettings
  ) -> [Problem] {
    guard members[place] > 0 else { return [] }
    for stronger in 0..<place where both[place][stronger] > 0 {
      let common = both[place][stronger]
      let union = members[place] + members[stronger] - common
      guard Double(common) >= settings[.nearlyEqual] * Double(union) else { continue }
      let text =
        "nearly the same members as \"\(segments[stronger].id)\": \(common) of \(union) are in both"
      return [problem(.nearlyEqual, segment, ["rule"], text, "merge the two")]
    }
    guard Double(reached[place]) < settings[.shadowed] * Double(members[place]),
      let stronger = (0..<place).max(by: { both[place][$0] < both[place][$1] }),
      segment.isOvershadowed(by: segments[stronger])
    else { return [] }
    let text =
      "\(members[place] - reached[place]) of its \(members[place]) members are in stronger segments, "
      + "most in \"\(segments[stronger].id)\""
    return [
      problem(
        .shadowed,
        segment,
        ["rule"],
        text,
        "give it a lower number as priority, or merge them"
      )
    ]
  }

  private func gaps(_ segment: Segment, _ settings: StoreSettings) -> [Problem] {
    // A share of a handful says nothing.
    guard Double(count) >= settings[.countsOnlyBelow] else { return [] }
    var problems: [Problem] = []
    var named: Set<String> = []
    for use in segment.rule?.variables ?? [] where !use.isInner && !use.isPresenceTest {
      let path = use.path.description
      guard let position = paths.firstIndex(of: path), named.insert(path).inserted,
        Double(lacking[position]) > settings[.missingShare] * Double(count)
      else { continue }
      let percent = Int((100 * Double(lacking[position]) / Double(count)).rounded())
      problems.append(
        problem(
          .lacking,
          segment,
          JSONPointer(["rule"]).appending(use.pointer),
          "\(percent) % \(whom) lack \(evaluator.words.label(path))",
          "ask for it, or compare something that is known of more"
        )
      )
    }
    return problems
  }

  private func problem(
    _ finding: Finding,
    _ segment: Segment,
    _ pointer: JSONPointer,
    _ message: String,
    _ remedy: String
  ) -> Problem {
    let place = Place(file: "segments/\(segment.id).json", pointer: pointer.description)
    return Problem(.warning, at: place, message, remedy: remedy, finding: finding)
  }
}
