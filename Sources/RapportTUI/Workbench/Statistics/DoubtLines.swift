import RapportCore
import Terminal

/// What votes say of the conditions of a rule.
extension DetailLines {
  /// Each condition with a limit, the most suspicious first, with the counts that speak.
  mutating func addDoubts(of segment: Segment, _ facts: WorkbenchFacts) {
    guard let validation = facts.state(of: segment.id)?.validation else { return }
    heading("What votes say of the conditions")
    guard let votes = validation.votes.sentence else {
      return add("Votes", "none yet: f on the Desk says whether a customer belongs", role: .textDim)
    }
    add("Votes", votes)
    add("", SegmentValidation.howCounted, role: .textDim)
    guard facts.statistics.doubtKey?.segment == segment.id,
      let doubts = facts.statistics.doubts.value
    else {
      return add("", facts.statistics.doubts.absence ?? "counting", role: .progress)
    }
    for doubt in doubts { add("", doubt.sentence, role: doubt.role) }
    guard doubts.isEmpty else { return }
    add("", "no condition has a limit that values could be near to", role: .textDim)
  }

  /// The conditions that are perhaps wrong; nothing where none is.
  mutating func addSuspicious(of segment: Segment, _ facts: WorkbenchFacts) {
    guard facts.statistics.doubtKey?.segment == segment.id else { return }
    let found = facts.statistics.doubts.value?.filter { [.wrong, .maybe].contains($0.finding) }
    for doubt in found ?? [] { add("Condition", doubt.sentence, role: doubt.role) }
  }
}

extension ConditionDoubt {
  fileprivate var role: Role {
    switch finding {
    case .wrong: .statusWarning
    case .maybe: .near
    case .tooFewVotes: .textDim
    case .unsuspicious: .text
    }
  }
}
