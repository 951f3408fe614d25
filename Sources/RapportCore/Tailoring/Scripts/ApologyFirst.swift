/// Puts the apology before everything else that an upset caller hears, and says it once.
enum ApologyFirst {
  /// A step of the script, as it is said, and as it is said without its apology where it has one.
  typealias Said = (
    step: PreparedStep, whole: RenderedScript.RenderedStep, quiet: RenderedScript.RenderedStep?
  )

  /// What stands in for an apology that was made before.
  static let silence = Template(empty: .tone)

  /// Whether the script says sorry where it belongs: while greeting, or right after it.
  static func isFirst(in steps: [PreparedStep]) -> Bool {
    first(of: steps).contains { $0.says("apology") }
  }

  /// Where an apology belongs: the greeting, and what is said right after it.
  static func first(of steps: [PreparedStep]) -> [PreparedStep] {
    let opening = AlwaysSteps.opening(of: steps)
    let next = steps.dropFirst(opening).first { $0.step.kind != .do }
    return steps.prefix(opening) + [next].compactMap(\.self)
  }

  /// The steps with the apology after the greeting and without those that come later.
  ///
  /// Without an `apology` the script says sorry in words of its own, and none is put in. A step that says nothing else goes, unless a branch leads to it or it has one.
  static func steps(_ said: [Said], apology: [TemplateSpan]?) -> [RenderedScript.RenderedStep] {
    let targets = Set(said.flatMap(\.step.step.next).map(\.to))
    var steps = said.compactMap { step, whole, quiet -> RenderedScript.RenderedStep? in
      guard var quiet else { return whole }
      quiet.spans = SpanSplitter.tidied(quiet.spans)
      guard quiet.spans.isEmpty else { return quiet }
      return targets.contains(whole.id) || !whole.next.isEmpty ? whole : nil
    }
    guard let apology else { return steps }
    let isTaken = steps.contains { $0.id == "apology" }
    let step = RenderedScript.RenderedStep(
      id: isTaken ? "apology-first" : "apology",
      kind: .say,
      label: "Apology",
      spans: apology,
      always: true
    )
    steps.insert(step, at: min(AlwaysSteps.opening(of: said.map(\.step)), steps.count))
    return steps
  }
}
