import JSONLogic
import RapportCore
import Terminal

/// What the line under the cursor is about, in full, to be shown beside the lines.
struct ReviewPlaceLines {
  let lines: [Line]

  init(_ app: App, now: Instant, columns: Int) {
    let facts = WorkbenchFacts(app, now: now)
    switch app.measure.selected?.place {
    case .definition(let reference) where reference.kind == .segment:
      lines = Self.segment(Segment.ID(reference.id), facts, columns)
    case .definition(let reference):
      let page = WorkbenchPage.page(of: reference)
      lines = page?.content.detail(of: reference, facts, columns: columns) ?? []
    case .step(let segment, _): lines = Self.segment(segment, facts, columns)
    case .feedback(let reference):
      let key = app.feedbackKey(of: reference)
      lines = key.map { FeedbackPage().detail(of: $0, facts, columns: columns) } ?? []
    case .customer(let id):
      lines = [Line("Enter opens \(id) on the Desk.", role: .textDim)]
    case .gap: lines = [Line("Enter shows what is missing, and writes it.", role: .textDim)]
    case .rest: lines = [Line("Enter tells each of them.", role: .textDim)]
    case nil: lines = []
    }
  }

  private static func segment(
    _ id: Segment.ID,
    _ facts: WorkbenchFacts,
    _ columns: Int
  ) -> [Line] {
    guard let segment = facts.definitions.segments.first(where: { $0.id == id }) else { return [] }
    var detail = DetailLines(columns: columns)
    detail.title(
      segment.name,
      "\(segment.status.word), priority \(segment.priority), version \(segment.revision)"
    )
    detail.blank()
    if let step = facts.step(of: id) { detail.add("Next", step.words, role: .near) }
    detail.add("About", segment.summary)
    detail.add("Goal", segment.goal?.words(facts.wording) ?? "no goal yet")
    detail.add("Rule", segment.rule.map(facts.sentence), role: .why)
    detail.add("Owner", segment.owner ?? "no owner yet")
    if let size = facts.state(of: id)?.size {
      let share = WorkbenchFacts.share(size.isIn, of: size.all).map { " (\($0))" } ?? ""
      detail.add("Members", "\(Count.text(size.isIn)) belong\(share)")
    }
    detail.addSatisfaction(of: id, facts)
    if let state = facts.state(of: id) { detail.addValidation(state.validation) }
    return detail.lines
  }
}
