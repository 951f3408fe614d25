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

  /// On to the step after one that is dealt with.
  mutating func advance(past id: String) {
    guard let steps = guidance.script?.steps, let index = steps.firstIndex(where: { $0.id == id }),
      index + 1 < steps.count
    else { return }
    cursor = .step(steps[index + 1].id)
  }
}

extension [TemplateSpan] {
  var firstHole: (path: String, label: String)? {
    for case .hole(let path, let label) in self { return (path, label) }
    return nil
  }
}
