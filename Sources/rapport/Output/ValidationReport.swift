import JSONLogic
import RapportCore

/// What is known of whether a segment was confirmed, for people and for programs.
struct ValidationReport {
  let segment: Segment
  let validation: SegmentValidation
  let doubts: [ConditionDoubt]

  init(_ segment: Segment, _ validation: SegmentValidation, _ doubts: [ConditionDoubt]) {
    self.segment = segment
    self.validation = validation
    self.doubts = doubts
  }

  var row: [String] {
    [
      segment.id.rawValue, validation.state.words,
      SegmentValidation.words(validation.votes) ?? "no votes",
      "\(validation.customers) of \(validation.limits.customers) asked",
    ]
  }

  var lines: [String] {
    var lines = ["\(segment.name), version \(segment.revision): \(validation.words)"]
    if let votes = validation.votes.sentence {
      lines.append("agents: \(votes); \(SegmentValidation.howCounted)")
    }
    if let earlier = validation.earlier.sentence {
      lines.append("of versions with another rule: \(earlier)")
    }
    for answers in validation.answers {
      lines.append("\(answers.id)  \(answers.part.words): \(answers.summary)")
      lines += answers.words.prefix(3).map { "  “\($0)”" }
    }
    return lines + doubts.map { "rule: \($0.sentence)" }
  }

  var json: JSON {
    [
      "segment": .string(segment.id.rawValue), "revision": JSON(segment.revision),
      "state": .string(validation.state.rawValue), "votes": validation.votes.json,
      "earlier": validation.earlier.json, "customers": JSON(validation.customers),
      "wanted": [
        "votes": JSON(validation.limits.votes), "agents": JSON(validation.limits.agents),
        "customers": JSON(validation.limits.customers), "share": JSON(validation.limits.share),
      ],
      "answers": .array(validation.answers.map(\.json)),
      "conditions": .array(doubts.map(\.json)),
    ]
  }
}

extension SegmentValidation.Votes {
  fileprivate var json: JSON {
    [
      "fits": JSON(fits), "not": JSON(not), "unsure": JSON(unsure), "agents": JSON(agents),
      "customers": JSON(customers),
      "low": fit.interval.map { JSON($0.lowerBound) } ?? .null,
      "high": fit.interval.map { JSON($0.upperBound) } ?? .null,
    ]
  }
}

extension SegmentValidation.Answers {
  fileprivate var json: JSON {
    [
      "part": .string(id), "text": .string(part.text), "agrees": JSON(agrees),
      "disagrees": JSON(disagrees), "other": JSON(other),
      "words": .array(words.map { .string($0) }),
    ]
  }
}

extension ConditionDoubt {
  fileprivate var json: JSON {
    func share(_ share: Proportion) -> JSON {
      ["fits": JSON(share.successes), "n": JSON(share.count)]
    }
    return [
      "condition": .string(words), "pointer": .string(pointer.description),
      "finding": .string(finding.rawValue), "near": share(near), "far": share(far),
      "p": JSON(probability), "adjusted": JSON(adjusted),
    ]
  }
}
