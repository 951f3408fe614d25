import RapportCore

/// What the cursor of a tab is on.
extension Tab {
  func step(at stop: Stop?) -> RenderedScript.RenderedStep? {
    guard case .step(let id) = stop else { return nil }
    return guidance.script?.steps.first { $0.id == id }
  }

  func offer(at stop: Stop?) -> ServiceOffer? {
    guard case .offer(let id) = stop else { return nil }
    return guidance.services.first { $0.id == id }
  }

  func question(at stop: Stop?) -> NextQuestion? {
    switch stop {
    case .question(let path): guidance.questions.first { $0.path == path }
    case .ask: guidance.questions.first
    default: nil
    }
  }

  /// The text the cursor is on, with what to call it.
  func text(at stop: Stop?) -> (name: String, spans: [TemplateSpan])? {
    switch stop {
    case .subject: guidance.script.map { ("the subject", $0.subject) }
    case .step(let id): step(at: .step(id)).map { ("step \(number(of: $0))", $0.spans) }
    case .offer(let id):
      offer(at: .offer(id)).map { offer in
        let link = offer.service.link.map { [TemplateSpan.text(" \($0)", from: .value)] } ?? []
        return ("the offer \(name(of: offer.service))", offer.say + link)
      }
    default: nil
    }
  }

  /// What the customer hears or reads, on the way of the branches taken.
  var saidSteps: [RenderedScript.RenderedStep] {
    guard let script = guidance.script, let way else { return [] }
    return way.steps.compactMap { id in script.steps.first { $0.id == id } }
      .filter { $0.kind == .say || $0.kind == .verify }
  }

  /// The first blank that the agent filled in the text under the cursor.
  func filledBlank(at stop: Stop?) -> Script.Ask? {
    guard let script = guidance.script?.script else { return nil }
    let text: LocalizedText?
    switch stop {
    case .subject: text = script.subject
    case .step(let id): text = script.steps.first { $0.id == id }?.text
    default: text = nil
    }
    guard let text else { return nil }
    return script.asks.first { ask in
      contact.asks[ask.id] != nil && text.texts.values.contains { $0.contains("ask.\(ask.id)") }
    }
  }

  /// From 1.
  func number(of step: RenderedScript.RenderedStep) -> Int {
    (guidance.script?.steps.firstIndex { $0.id == step.id } ?? 0) + 1
  }

  func name(of service: Service) -> String {
    service.name.text(preferring: ["en"]) ?? service.id.rawValue
  }

  mutating func move(_ action: Action.ID, layout: DeskLayout, page: Int) {
    let stops = stops(layout)
    guard !stops.isEmpty else { return }
    let index = focus(layout).flatMap(stops.firstIndex) ?? 0
    let target =
      switch action {
      case .lineUp: index - 1
      case .lineDown: index + 1
      case .pageUp: index - page
      case .pageDown: index + page
      case .first: 0
      default: stops.count - 1
      }
    cursor = stops[min(stops.count - 1, max(0, target))]
  }

  /// Moves to the first stop of the next pane, round and round.
  mutating func movePane(forward: Bool, layout: DeskLayout) {
    let stops = stops(layout)
    guard let focus = focus(layout) else { return }
    var panes: [Pane] = []
    for stop in stops where !panes.contains(stop.pane) { panes.append(stop.pane) }
    let index = panes.firstIndex(of: focus.pane) ?? 0
    let next = panes[(index + (forward ? 1 : panes.count - 1)) % panes.count]
    if next == .say, let open = firstOpenStep {
      cursor = open
    } else {
      cursor = stops.first { $0.pane == next }
    }
  }

  /// On to the step that comes after one that is dealt with, on the way of the branches taken.
  mutating func advance(past id: String, skipped: Bool = false) {
    guard let script = guidance.script else { return }
    let next = script.step(after: id, contact.branches)
    guard let next = next ?? (skipped ? script.step(skipping: id) : nil) else { return }
    cursor = .step(next)
  }

  /// The way through the script with the branches taken; nil without a script.
  var way: RenderedScript.Way? { guidance.script?.way(contact.branches) }
}

extension [TemplateSpan] {
  var firstHole: (path: String, label: String)? {
    for case .hole(let path, let label) in self { return (path, label) }
    return nil
  }
}
