extension SegmentValidation.State {
  /// On screen.
  package var words: String {
    switch self {
    case .notAsked: "not yet asked"
    case .collecting: "collecting"
    case .validated: "validated"
    case .toReview: "to review"
    }
  }
}

extension SegmentValidation {
  /// `collecting: 12 of 20 votes, 2 of 3 agents, 4 of 5 customers asked`.
  package var words: String {
    guard state != .notAsked else { return state.words }
    return "\(state.words): \(counts)"
  }

  /// `12 of 20 votes, 2 of 3 agents, 4 of 5 customers asked`.
  package var counts: String {
    "\(Self.of(votes.fit.count, limits.votes, "vote")), \(Self.of(votes.agents, limits.agents, "agent"))"
      + ", \(Self.of(customers, limits.customers, "customer")) asked"
  }

  /// `14 fit, 3 do not, 1 not sure`, `3 do not fit`; nothing where nobody voted.
  package static func words(_ votes: Votes) -> String? {
    let end = votes.fits == 0 ? " fit" : ""
    let words = [
      votes.fits > 0 ? "\(votes.fits) \(votes.fits == 1 ? "fits" : "fit")" : nil,
      votes.not > 0 ? "\(votes.not) \(votes.not == 1 ? "does" : "do") not\(end)" : nil,
      votes.unsure > 0 ? "\(votes.unsure) not sure" : nil,
    ].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// How votes are counted, for whoever reads the figures.
  package static let howCounted = "the latest vote of each agent on each customer counts"

  /// What was said in all: `14 fit, 3 do not, 1 not sure; customers: 9 of 12 answers agree; of another
  /// rule: 2 fit`; nothing where nobody said anything.
  package var said: String? {
    let agreed = answers.reduce(0) { $0 + $1.agrees }
    let asked = answers.reduce(0) { $0 + $1.count }
    let parts = [
      Self.words(votes),
      asked > 0 ? "customers: \(agreed) of \(asked) answer\(asked == 1 ? "" : "s") agree" : nil,
      Self.words(earlier).map { "of another rule: \($0)" },
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// What is still to be done until it is validated; empty where nothing is.
  package var missing: [String] {
    var missing: [String] = []
    if customers == 0 {
      missing.append("not checked with customers")
    } else if !isConfirmedByCustomers {
      missing.append("\(customers) of \(limits.customers) customers asked")
    }
    if votes.fit.count < limits.votes || votes.agents < limits.agents {
      missing.append(
        "\(Self.of(votes.fit.count, limits.votes, "vote")) of "
          + Self.of(votes.agents, limits.agents, "agent")
      )
    } else if !isConfirmedByAgents {
      missing.append("agents are not of one mind")
    }
    return missing
  }

  /// `12 of 20 votes`; `25 votes` where that is enough.
  private static func of(_ count: Int, _ wanted: Int, _ noun: String) -> String {
    let plural = count < wanted ? wanted != 1 : count != 1
    return "\(count)\(count < wanted ? " of \(wanted)" : "") \(noun)\(plural ? "s" : "")"
  }
}

extension SegmentValidation.Votes {
  /// `14 fit, 3 do not: 17 votes of 3 agents on 15 customers; 1 not sure, which does not count`; nothing
  /// where nobody voted.
  package var sentence: String? {
    var sides = self
    sides.unsure = 0
    let open =
      unsure > 0 ? "\(unsure) not sure, which \(unsure == 1 ? "does" : "do") not count" : nil
    let counted = SegmentValidation.words(sides).map { words in
      "\(words): \(CoverageGap.count(fit.count, "vote")) of \(CoverageGap.count(agents, "agent"))"
        + " on \(CoverageGap.count(customers, "customer"))"
    }
    let parts = [counted, open].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

extension SegmentValidation.Answers {
  /// `4 of 6 agree`; `not asked yet`.
  package var summary: String {
    guard count > 0 else { return "not asked yet" }
    return "\(agrees) of \(count) \(count == 1 ? "agrees" : "agree")"
  }
}
