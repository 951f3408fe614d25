import RapportCore
import Terminal

/// Why customers contact us: what they say, and what there is to answer.
struct ReasonsPage: WorkbenchContent {
  let title = "Reasons"
  let nothing = "No reason yet: n makes one."
  let order = WorkbenchOrder.name
  let columns = [
    WorkbenchColumn("Reason", limit: 30, rank: 0), WorkbenchColumn("Scripts", rank: 2, .number),
    WorkbenchColumn("Offers", rank: 4), WorkbenchColumn("At most", limit: 32, rank: 5),
    WorkbenchColumn("Examples", rank: 3, .number), WorkbenchColumn("Problems", rank: 1, .severity),
  ]

  func rows(_ facts: WorkbenchFacts) -> [WorkbenchRow] {
    facts.definitions.intents.map { intent in
      let reference = DefinitionReference(.intent, intent.id.rawValue)
      let scripts = facts.definitions.scripts.count { $0.intent == intent.id }
      let examples = facts.sorted(intent.examples.keys).map { ($0, intent.examples[$0] ?? []) }
      return WorkbenchRow(
        reference: reference,
        cells: [
          Line(facts.text(intent.title) ?? intent.id.rawValue),
          scripts == 0 ? Line("none", role: .statusWarning) : Line("\(scripts)"),
          Line(intent.offers.word, role: .textDim), Line(intent.capWords, role: .tone),
          examples.isEmpty
            ? Line("none", role: .textDim)
            : Line(
              examples.map { "\($0.0) \($0.1.count)" }.joined(separator: ", "),
              role: .textDim
            ),
          facts.problemCell(reference),
        ],
        words: "\(intent.id) \(examples.flatMap(\.1).joined(separator: " "))",
        keys: [
          1: SortKey(scripts), 4: SortKey(examples.map(\.1.count).reduce(0, +)),
          5: facts.problemKey(reference),
        ]
      )
    }.sortedByName
  }

  func detail(of reference: DefinitionReference, _ facts: WorkbenchFacts, columns: Int) -> [Line] {
    let id = Intent.ID(reference.id)
    guard let intent = facts.definitions.intents.first(where: { $0.id == id }) else { return [] }
    var detail = DetailLines(columns: columns)
    detail.title(facts.text(intent.title) ?? id.rawValue, intent.mood ?? "no mood given")
    detail.blank()
    detail.add("Offers", intent.offers.word)
    detail.add("At most", intent.capWords, role: .tone)
    let scripts = facts.definitions.scripts.filter { $0.intent == id }
    let titles = scripts.map { "\(facts.text($0.title) ?? $0.id.rawValue): \($0.channelWords)" }
    detail.add("Scripts", each: titles.isEmpty ? ["none serves it"] : titles)
    for language in facts.sorted(intent.examples.keys) {
      detail.heading("Said in \(LanguageName.text(language))")
      for example in intent.examples[language] ?? [] {
        detail.add("", "“\(example)”", role: .script)
      }
    }
    detail.add(facts.problems(of: reference), of: reference, isKnown: facts.problems != nil)
    return detail.lines
  }
}

extension Intent {
  /// `very serious, matter-of-fact`: what the voice is at most.
  var capWords: String {
    let all = Voice.Dimension.allCases
    return all.compactMap { dimension in caps[dimension].map { dimension.words(atMost: $0) } }
      .joined(separator: ", ")
  }
}

extension Voice.Dimension {
  /// The end itself where the bound is there, else `humor in between`.
  fileprivate func words(atMost bound: Int) -> String {
    bound == 0 ? "\(rawValue) in between" : words(bound)
  }
}

extension Intent.Offers {
  var word: String {
    switch self {
    case .always: "at any time"
    case .afterSolution: "after the solution"
    case .never: "never"
    }
  }
}
