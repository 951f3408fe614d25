extension SegmentValidation {
  /// - Parameters:
  ///   - segment: as it is now.
  ///   - feedback: what was said, of this segment and of anything else, in any order.
  ///   - rules: which versions have today's rule; all of them where nothing is known of others.
  ///   - settings: the limits.
  package init(
    of segment: Segment,
    _ feedback: [Feedback],
    rules: RuleVersions? = nil,
    settings: StoreSettings
  ) {
    limits = Limits(settings)
    let own = feedback.filter { $0.on?.kind == "segment" && $0.on?.id == segment.id.rawValue }
      .sorted { ($1.at, $1.id) < ($0.at, $0.id) }
    let said = own.filter { $0.verdict.isVote && $0.on?.part == nil }
    let counts = said.map { rules?.isToday($0.on?.revision ?? segment.revision) ?? true }
    counted = Feedback.latest(zip(said, counts).filter(\.1).map(\.0))
    votes = Votes(counted)
    earlier = Votes(Feedback.latest(zip(said, counts).filter { !$0.1 }.map(\.0)))
    count(own.filter { $0.verdict.isAnswer }, of: segment)
  }

  private mutating func count(_ lines: [Feedback], of segment: Segment) {
    var seen: Set<[String]> = []
    var people: Set<String> = []
    answers = segment.parts.map { Answers(part: $0) }
    for line in lines {
      guard let place = answers.firstIndex(where: { line.isOn($0.part, of: segment) }) else {
        continue
      }
      let whom = line.customer?.rawValue ?? "line \(line.id)"
      guard seen.insert([whom, answers[place].id]).inserted else { continue }
      people.insert(whom)
      switch line.verdict {
      case .agrees: answers[place].agrees += 1
      case .disagrees: answers[place].disagrees += 1
      default: answers[place].other += 1
      }
      if let words = line.reason { answers[place].words.append(words) }
    }
    customers = people.count
  }
}

extension SegmentValidation.Votes {
  /// Counts lines of which each counts.
  fileprivate init(_ lines: [Feedback]) {
    func count(_ verdict: Feedback.Verdict) -> Int { lines.count { $0.verdict == verdict } }
    let sure = lines.filter { $0.verdict != .unsure }
    self.init(
      fits: count(.fits),
      not: count(.not),
      unsure: count(.unsure),
      agents: Set(sure.map(\.by)).count,
      customers: Set(sure.map(\.whom)).count
    )
  }
}

extension Feedback {
  /// Whom it is about: the customer; where nobody is known, the contact.
  fileprivate var whom: String {
    customer?.rawValue ?? interaction.map { "contact \($0)" } ?? ""
  }

  /// The lines that count.
  ///
  /// The latest of each agent on one customer and part, and the latest of what a customer answered about a
  /// part, whoever asked. Every wish counts.
  ///
  /// - Parameter lines: on one thing, the newest first.
  /// - Returns: those that count, in their order.
  package static func latest(_ lines: [Feedback]) -> [Feedback] {
    var seen: Set<[String]> = []
    return lines.filter { line in
      guard line.verdict != .lacks else { return true }
      let part = line.on?.part ?? ""
      guard line.verdict.isAnswer else {
        return seen.insert([line.by.rawValue, line.whom, part]).inserted
      }
      return seen.insert(["", line.customer?.rawValue ?? "line \(line.id)", part]).inserted
    }
  }
}

extension Feedback.Verdict {
  /// Of an agent, on whether a customer belongs.
  package var isVote: Bool { [.fits, .not, .unsure].contains(self) }

  /// Of a customer, on a part of a profile.
  package var isAnswer: Bool { [.agrees, .disagrees, .other].contains(self) }
}

extension Feedback {
  /// Whether a customer was asked about this part as it is worded now.
  ///
  /// The words that were asked stand in the evidence, so that an answer stays with them when parts are
  /// moved and goes when they are rewritten; without them the place counts.
  fileprivate func isOn(_ part: ProfilePart, of segment: Segment) -> Bool {
    guard let said = on?.part else { return false }
    guard let asked = evidence.first else { return said == part.id }
    return said.hasPrefix(part.list.rawValue + "/") && asked == part.text
  }

  /// What a customer said of a part of a segment's profile.
  package init(
    id: ID,
    of part: ProfilePart,
    in segment: Segment,
    by agent: Agent.ID,
    customer: Customer.ID,
    verdict: Verdict,
    words: String?,
    at moment: Instant
  ) {
    let reference = DefinitionReference(.segment, segment.id.rawValue)
    let subject = Subject(reference, revision: segment.revision, part: part.id)
    self.init(id: id, at: moment, by: agent, on: subject, verdict: verdict)
    self.customer = customer
    reason = words
    evidence = [part.text]
  }
}
