import JSONLogic
import RapportCore

/// What is wrong with some segments with or without a change of them.
struct WrongBefore {
  var problems: [Problem] = []
  var pins: [BrokenPin] = []

  init() {}

  /// Of the segments that a change leaves in the store.
  init(_ change: DefinitionChange, _ outcome: DefinitionTrial.Outcome) {
    let ids = change.edits.filter { $0.reference.kind == .segment && $0.after != nil }
      .map(\.reference.id)
    let files = Set(ids.map { "segments/\($0).json" })
    problems = outcome.problems.filter { problem in
      problem.severity > .hint && files.contains(problem.place.file)
        && !outcome.newProblems.contains(problem)
    }
    pins = outcome.pinsBrokenBefore.filter { ids.contains($0.segment.rawValue) }
  }

  var lines: [RefiningLine] {
    Self.headed("Wrong already", RefiningLine.problems(problems))
      + Self.headed("Pinned customers are taken otherwise already", RefiningLine.pins(pins))
  }

  /// The lines with another heading than what a change would make wrong.
  private static func headed(_ heading: String, _ lines: [RefiningLine]) -> [RefiningLine] {
    guard !lines.isEmpty else { return [] }
    return [RefiningLine(.heading, "\(heading), with or without this")] + lines.dropFirst()
  }

  var json: JSON {
    ["problems": .array(problems.map(\.json)), "pins": .array(pins.map(\.json))]
  }
}
