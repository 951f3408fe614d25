package import JSONLogic

/// How well a segment does by the six accepted criteria of a good one, each with its evidence.
package struct SegmentCriteria: Sendable {
  package enum Verdict: String, Sendable { case met, notMet = "not met", unknown = "not known" }

  package struct Criterion: Sendable, Hashable {
    /// `measurable`, `substantial` and so on.
    package var name: String
    package var verdict: Verdict
    package var evidence: String

    package init(_ name: String, _ verdict: Verdict, _ evidence: String) {
      (self.name, self.verdict, self.evidence) = (name, verdict, evidence)
    }
  }

  /// Fewer are too few, as is less than `leastShare`.
  package static let least = 30
  package static let leastShare = 0.01
  /// Fewer say nothing in a survey of their own.
  package static let surveyable = 200
  package static let mostShare = 0.5
  /// Where it is not known of more, the rule asks for what the records lack.
  package static let mostUnknown = 0.2
  /// Of fewer who can be reached, the segment is hardly served.
  package static let leastReachable = 0.5
  /// Where more come and go within `SegmentTurnover.days`, it is another group every few months.
  package static let mostMoved = 0.1

  package let all: [Criterion]

  /// - Parameters:
  ///   - segment: which.
  ///   - counts: of all customers; nil where nobody counted.
  ///   - reachable: how many members have a telephone number or an e-mail address; nil likewise.
  ///   - contrast: of the members beside the rest; nil likewise.
  ///   - turnover: who came and went; nil where nobody read that.
  ///   - ownWays: what is said or offered to its members alone.
  ///   - catalog: which attributes follow from others.
  package init(
    _ segment: Segment,
    counts: AnswerCounts?,
    reachable: Int?,
    contrast: GroupContrast?,
    turnover: SegmentTurnover? = nil,
    ownWays: [String],
    catalog: AttributeCatalog
  ) {
    all = [
      Self.measurable(segment, counts), Self.substantial(counts),
      Self.accessible(counts, reachable),
      Self.differentiable(segment.paths(ruledBy: catalog), contrast),
      Self.actionable(segment, ownWays), Self.stable(segment, counts, turnover, catalog),
    ]
  }

  static func share(_ part: Int, _ all: Int) -> String {
    guard all > 0 else { return "0 %" }
    return NumberWords.words(100 * Double(part) / Double(all), fraction: 1) + " %"
  }

  static func number(_ count: Int) -> String { NumberWords.words(Double(count)) }

  private static func measurable(_ segment: Segment, _ counts: AnswerCounts?) -> Criterion {
    guard let counts else {
      return Criterion("measurable", .unknown, "its members are not counted yet")
    }
    guard segment.rule != nil || !segment.manual.isEmpty else {
      return Criterion("measurable", .notMet, "no rule says who is in")
    }
    let unknown = "not known of \(number(counts.unknown)) (\(share(counts.unknown, counts.all)))"
    guard counts.broken == 0 else {
      return Criterion("measurable", .notMet, "the rule fails for \(number(counts.broken))")
    }
    guard Double(counts.unknown) <= mostUnknown * Double(counts.all) else {
      return Criterion("measurable", .notMet, "\(unknown): records lack what the rule reads")
    }
    guard let goal = segment.goal, goal.metric != nil, goal.target != nil else {
      return Criterion("measurable", .notMet, "\(unknown); no goal with a metric and a target")
    }
    return Criterion("measurable", .met, "\(unknown); its goal has a metric and a target")
  }

  private static func substantial(_ counts: AnswerCounts?) -> Criterion {
    guard let counts else {
      return Criterion("substantial", .unknown, "its members are not counted yet")
    }
    let size = "\(number(counts.isIn)) of \(number(counts.all)) (\(share(counts.isIn, counts.all)))"
    let least = max(Double(least), leastShare * Double(counts.all))
    if Double(counts.isIn) < least {
      return Criterion(
        "substantial",
        .notMet,
        "\(size); fewer than \(number(Int(least.rounded(.up))))"
      )
    }
    if Double(counts.isIn) > mostShare * Double(counts.all) {
      return Criterion("substantial", .notMet, "\(size): more than half of all is too broad")
    }
    let survey = counts.isIn < surveyable ? "; too few for a survey of their own" : ""
    return Criterion("substantial", .met, size + survey)
  }

  private static func accessible(_ counts: AnswerCounts?, _ reachable: Int?) -> Criterion {
    guard let counts, let reachable, counts.isIn > 0 else {
      return Criterion("accessible", .unknown, "it is not counted yet who can be reached")
    }
    let words =
      "\(number(reachable)) of \(number(counts.isIn)) have a telephone number or an e-mail address"
    let isMet = Double(reachable) >= leastReachable * Double(counts.isIn)
    return Criterion("accessible", isMet ? .met : .notMet, words)
  }

  private static func differentiable(
    _ own: Set<String>,
    _ contrast: GroupContrast?
  ) -> Criterion {
    guard let contrast else {
      return Criterion("differentiable", .unknown, "members and others were not compared yet")
    }
    guard contrast.first > 1, contrast.second > 1 else {
      return Criterion("differentiable", .unknown, "there is nobody to compare")
    }
    let strong = contrast.attributes.filter {
      $0.isTelling && ($0.difference?.magnitude ?? 0) >= StandardisedDifference.useful
    }
    let others = strong.filter { !own.contains($0.id) }
    if !others.isEmpty {
      let count = others.count == 1 ? "1 attribute" : "\(others.count) attributes"
      return Criterion(
        "differentiable",
        .met,
        "members differ from the rest in \(count) that the rule does not read"
      )
    }
    return Criterion(
      "differentiable",
      .notMet,
      strong.isEmpty
        ? "members are like the rest in every attribute"
        : "members differ only in what the rule reads"
    )
  }

  private static func actionable(_ segment: Segment, _ ways: [String]) -> Criterion {
    guard segment.status == .active else {
      return Criterion(
        "actionable",
        .notMet,
        "it is \(segment.status.rawValue): agents do not see it"
      )
    }
    guard !ways.isEmpty else {
      return Criterion("actionable", .notMet, "nothing is said or offered to its members alone")
    }
    return Criterion("actionable", .met, "of its own: \(ways.joined(separator: ", "))")
  }
}

extension Segment {
  /// What its rule reads, and what follows from the same dates: members differ in it by definition.
  package func paths(ruledBy catalog: AttributeCatalog) -> Set<String> {
    let own = rulePaths
    let dates = own.union(own.compactMap { catalog.derivations[$0]?.date })
    let derived = catalog.derivations.filter { $1.date.map(dates.contains) ?? false }.keys
    return dates.union(derived)
  }

  /// What its rule reads.
  package var rulePaths: Set<String> {
    Set((rule?.variables ?? []).filter { !$0.isInner }.map(\.path.description))
  }
}
