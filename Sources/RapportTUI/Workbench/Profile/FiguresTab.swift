import JSONLogic
import RapportCore
import Terminal

/// What is known of how it goes with a segment's customers; each figure with how many it is of.
struct FiguresTab: SegmentTabContent {
  let title = "Figures"

  func body(of segment: Segment, _ facts: WorkbenchFacts, columns: Int) -> ProfileBody {
    var detail = DetailLines(columns: columns)
    detail.add("Members", facts.sizeWords(of: segment.id))
    if let size = facts.size(of: segment.id), size.manual > 0 {
      detail.add("By hand", "\(Count.text(size.manual)) of them a person decided")
    }
    detail.addSatisfaction(of: segment.id, facts)
    if let state = facts.state(of: segment.id) {
      detail.addValidation(state.validation)
      detail.addSuspicious(of: segment, facts)
    }
    detail.heading("From contacts, ratings and orders, on average")
    guard facts.statistics.contrastKey?.first == .members([segment.id]),
      let contrast = facts.statistics.contrast.value
    else {
      detail.line(Line(facts.statistics.contrast.absence ?? "counting", role: .progress))
      return .text(detail.lines)
    }
    let derived = contrast.attributes.filter { contrast in
      facts.definitions.catalog.derivations[contrast.id] != nil && contrast.numbers != nil
    }.sorted { $0.id < $1.id }
    if derived.isEmpty {
      detail.line(
        Line(
          "Nothing is worked out from contacts, ratings or orders yet: attributes.json says what is.",
          role: .textDim
        )
      )
    }
    for figure in derived { add(figure, facts, &detail) }
    return .text(detail.lines)
  }

  private func add(
    _ figure: AttributeContrast,
    _ facts: WorkbenchFacts,
    _ detail: inout DetailLines
  ) {
    guard let numbers = figure.numbers, let attribute = facts.definitions.catalog[figure.id] else {
      return
    }
    func words(_ moments: Moments) -> String {
      guard moments.count > 0 else { return "nothing known" }
      let mean = (moments.mean * 100).rounded() / 100
      return "\(AttributeValue(JSON(mean), of: attribute).words(facts.wording)) "
        + "(\(Count.text(moments.count)))"
    }
    let few = numbers.first.count < 30 ? ", few" : ""
    detail.line(Line(facts.wording.label(attribute), role: .textStrong))
    detail.line(Line("  members \(words(numbers.first))\(few)"))
    detail.line(Line("  the others \(words(numbers.second))", role: .textDim))
  }
}
