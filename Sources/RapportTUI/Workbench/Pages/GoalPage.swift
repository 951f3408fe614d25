import JSONLogic
import RapportCore
import Terminal

/// What the store and each of its segments are to achieve.
struct GoalPage: WorkbenchContent {
  let title = "Goal"
  let nothing = "No goal yet."
  let order = WorkbenchOrder(
    words: "priority, the store first",
    reversed: "priority, the store last"
  )
  let columns = [
    WorkbenchColumn("Whose", limit: 20, rank: 0), WorkbenchColumn("Goal", limit: 28, rank: 1),
    WorkbenchColumn("Measured by", limit: 16, rank: 2), WorkbenchColumn("Target", rank: 3, .number),
    WorkbenchColumn("By", rank: 4, .date),
  ]

  func rows(_ facts: WorkbenchFacts) -> [WorkbenchRow] {
    let store = row(
      DefinitionReference(.store, "store"),
      facts.settings.name,
      facts.settings.goal,
      facts
    )
    return [store]
      + facts.definitions.segments.map { segment in
        row(DefinitionReference(.segment, segment.id.rawValue), segment.name, segment.goal, facts)
      }
  }

  private func row(
    _ reference: DefinitionReference,
    _ name: String,
    _ goal: StoreSettings.Goal?,
    _ facts: WorkbenchFacts
  ) -> WorkbenchRow {
    WorkbenchRow(
      reference: reference,
      cells: [
        Line(name, role: reference.kind == .store ? .textStrong : .text),
        goal.map { Line($0.text) } ?? Line("no goal", role: .statusWarning),
        Line(goal?.metric.map(MetricWords.text) ?? "", role: .textDim),
        Line(goal?.target.map { NumberWords.words($0) } ?? ""),
        Line(facts.date(goal?.by), role: .textDim),
      ],
      words: reference.id,
      keys: [
        1: goal.map { .text($0.text.lowercased()) } ?? .unknown, 3: SortKey(goal?.target),
        4: SortKey(goal?.by),
      ]
    )
  }

  func detail(of reference: DefinitionReference, _ facts: WorkbenchFacts, columns: Int) -> [Line] {
    let segment = facts.definitions.segments.first { $0.id.rawValue == reference.id }
    let isStore = reference.kind == .store
    guard isStore || segment != nil else { return [] }
    let goal = isStore ? facts.settings.goal : segment?.goal
    var detail = DetailLines(columns: columns)
    detail.title(isStore ? facts.settings.name : segment?.name ?? "", isStore ? "store" : "segment")
    detail.blank()
    detail.add("Goal", goal?.text ?? "none yet: e writes one")
    detail.add("Metric", goal?.metric.map(MetricWords.text))
    detail.add("Target", goal?.target.map { NumberWords.words($0) })
    detail.add("By", facts.date(goal?.by))
    let problems = facts.problems(of: reference).filter { problem in
      isStore || problem.pointer(below: reference).tokens.first == "goal"
    }
    detail.add(problems, of: reference, isKnown: facts.problems != nil)
    return detail.lines
  }
}
