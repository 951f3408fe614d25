import RapportCore
import Terminal

/// What is said: each script, the reason that it serves, and for whom.
struct ScriptsPage: WorkbenchContent {
  let title = "Scripts"
  let nothing = "No script yet: n makes one."
  let order = WorkbenchOrder.name
  let columns = [
    WorkbenchColumn("Script", limit: 28, rank: 0), WorkbenchColumn("Reason", limit: 26, rank: 2),
    WorkbenchColumn("For whom", limit: 36, rank: 3), WorkbenchColumn("Channels", rank: 4),
    WorkbenchColumn("Languages", rank: 5), WorkbenchColumn("Problems", rank: 1, .severity),
  ]

  func rows(_ facts: WorkbenchFacts) -> [WorkbenchRow] {
    facts.definitions.scripts.map { script in
      let reference = DefinitionReference(.script, script.id.rawValue)
      return WorkbenchRow(
        reference: reference,
        cells: [
          Line(facts.text(script.title) ?? script.id.rawValue), Line(facts.name(of: script.intent)),
          Line(people(script, facts), role: script.isForAll ? .textDim : .badgeSegment),
          Line(script.channelWords, role: .textDim),
          Line(facts.sorted(script.languages).joined(separator: " "), role: .textDim),
          facts.problemCell(reference),
        ],
        words: "\(script.id) \(script.title.texts.values.sorted().joined(separator: " "))",
        keys: [5: facts.problemKey(reference)]
      )
    }.sortedByName
  }

  private func people(_ script: Script, _ facts: WorkbenchFacts) -> String {
    let names = script.segments.map(facts.name(of:)) + script.tones.map(facts.name(of:))
    return WorkbenchFacts.people(names, isLimited: script.condition != nil)
  }

  func detail(of reference: DefinitionReference, _ facts: WorkbenchFacts, columns: Int) -> [Line] {
    let id = Script.ID(reference.id)
    guard let script = facts.definitions.scripts.first(where: { $0.id == id }) else { return [] }
    var detail = DetailLines(columns: columns)
    detail.title(facts.text(script.title) ?? id.rawValue, "version \(script.revision)")
    detail.blank()
    detail.add("Reason", facts.name(of: script.intent))
    let segments = script.segments.map(facts.name(of:)).joined(separator: ", ")
    detail.add("For", segments.nonBlank ?? "everybody")
    detail.add("Tones", script.tones.map(facts.name(of:)).joined(separator: ", "), role: .tone)
    if let rule = script.condition { detail.add("If", facts.sentence(rule), role: .why) }
    detail.add("Channels", script.channelWords)
    let languages = facts.sorted(script.languages).map(LanguageName.text).joined(separator: ", ")
    detail.add("Languages", languages.nonBlank ?? "none has every step")
    detail.add("Subject", template: facts.text(script.subject) ?? "", role: .script)
    detail.add("Blanks", script.asks.map { facts.text($0.label) ?? $0.id }.joined(separator: ", "))
    for (index, step) in script.steps.enumerated() {
      detail.heading("\(index + 1) \(facts.text(step.label) ?? step.id)")
      let role: Role = step.kind == .do ? .scriptNote : .script
      detail.add(step.kind.word, template: facts.text(step.text) ?? "", role: role)
      for branch in step.next {
        detail.add("", "\(facts.text(branch.label) ?? ""): on to \(branch.to)", role: .scriptNote)
      }
    }
    detail.add(facts.problems(of: reference), of: reference, isKnown: facts.problems != nil)
    return detail.lines
  }
}

extension Script {
  var isForAll: Bool { segments.isEmpty && tones.isEmpty && condition == nil }

  var channelWords: String {
    channels.isEmpty ? "all" : channels.map(\.word).joined(separator: ", ")
  }
}

extension Step.Kind {
  /// What the agent does.
  var word: String {
    switch self {
    case .say: "say"
    case .verify: "verify"
    case .do: "do"
    case .choose: "choose"
    }
  }
}
