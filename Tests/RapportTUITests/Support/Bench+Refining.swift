import JSONLogic
import Terminal

@testable import RapportCore
@testable import RapportTUI

/// Changes of segments with figures that are always the same.
extension Bench {
  private var names: SegmentNames {
    let wording = WorkbenchFacts(app, now: now).wording
    return SegmentNames(app.knowledge.definitions, wording: wording)
  }

  private static let preview = MergePreview(
    first: AnswerCounts(isIn: 11_902, unknown: 31, all: 100_000),
    second: AnswerCounts(isIn: 2_011, unknown: 0, all: 100_000),
    after: AnswerCounts(isIn: 12_840, unknown: 31, all: 100_000),
    both: 1_073,
    joining: 938,
    leaving: 0,
    joiners: ["C-000412"],
    leavers: [],
    fromNeither: 0,
    toNeither: 0
  )

  private static func effect(_ retirement: SegmentRetirement) -> SegmentsEffect {
    var difference = SegmentDifference()
    let (full, empty) = (
      AnswerCounts(isIn: 11_902, unknown: 31, all: 100_000), AnswerCounts(all: 100_000)
    )
    let isBack = retirement.status == .active
    (difference.before, difference.after) = isBack ? (empty, full) : (full, empty)
    (difference.joining, difference.leaving) = isBack ? (11_902, 0) : (0, 11_902)
    return SegmentsEffect(parts: [.init(retirement.segment.id, isDirect: true, difference)])
  }

  private func proposal(_ cut: SegmentCut) -> SplitProposal {
    var (low, high) = (SegmentOutcome(customers: 8_204), SegmentOutcome(customers: 3_386))
    (low.contacts, low.rated, low.satisfied) = (1_204, 48, 41)
    (high.contacts, high.rated, high.satisfied) = (902, 31, 19)
    if cut.value == 0 { low = SegmentOutcome(customers: 0) }
    return SplitProposal(cut: cut, sides: [low, high], unknown: 312)
  }

  func refined(_ question: RefiningQuestion) -> RefiningAnswer {
    let trial = DefinitionTrial(app.knowledge.definitions, at: now)
    func problems(_ change: DefinitionChange) -> [Problem] {
      trial.outcome(of: change).newProblems
    }
    func pins(_ change: DefinitionChange) -> [BrokenPin] {
      trial.outcome(of: change).knowing(known).brokenPins
    }
    var answer = RefiningAnswer(isComplete: true)
    switch question {
    case .merge(let merge):
      let found = problems(merge.change("", at: now, by: "", reason: ""))
      answer.lines = merge.lines(Self.preview, names: names) + RefiningLine.problems(found)
    case .places(_, let attribute):
      answer.proposals = [20, 15, 40].map { proposal(SegmentCut(attribute, at: $0)) }
    case .split(let split, _):
      let proposal = proposal(split.cut)
      let found = problems(split.change("", at: now, by: "", reason: ""))
      answer.lines = split.lines(proposal, effect: nil, names: names) + RefiningLine.problems(found)
      answer.split = split
      do throws(SegmentRefusal) {
        try split.check(proposal, names: names)
      } catch {
        answer.refusal = error.description
      }
    case .retire(let retirement):
      let found = problems(retirement.change("", at: now, by: "", reason: ""))
      answer.lines =
        retirement.lines(
          effect: Self.effect(retirement),
          feedback: 3,
          language: "en",
          names: names
        ) + RefiningLine.problems(found)
    case .difference(let pair, let change):
      let comparison = SegmentComparison(from: pair.old, to: pair.new, names: names)
      answer.lines = comparison.fields.map { RefiningLine(.plain, $0.label, $0.words) }
      answer.lines += RefiningLine.problems(change.map(problems) ?? [])
      answer.pins = change.map(pins) ?? []
      let error = change.map(problems)?.first { $0.severity == .error }
      answer.refusal = error?.message
    }
    return answer
  }
}
