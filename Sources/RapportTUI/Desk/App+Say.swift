import RapportCore
import Terminal

/// Working through the script and the offers.
extension App {
  mutating func mark(_ mark: Contact.Mark, now: Instant) -> [Effect] {
    guard let tab = desk.front, let stop = tab.focus(layout) else { return [] }
    switch stop {
    case .mood: return decideMood(upset: mark == .done, now: now)
    case .step: return tab.step(at: stop).map { self.mark($0, mark, now: now) } ?? []
    case .offer: return tab.offer(at: stop).map { self.mark($0, mark, now: now) } ?? []
    default: return question(at: stop).map { declineAnswer($0.path, now: now) } ?? []
    }
  }

  private mutating func mark(
    _ step: RenderedScript.RenderedStep,
    _ mark: Contact.Mark,
    now: Instant
  ) -> [Effect] {
    let opens = desk.front?.contact.ticks[step.id] == mark
    let needs = desk.front?.guidance.script?.script.steps.first { $0.id == step.id }?.needs ?? []
    let effects = change("\(step.label): \(opens ? "open" : mark.word)", now: now) { contact in
      contact.ticks[step.id] = opens ? nil : mark
      if opens || mark == .skipped { contact.branches[step.id] = nil }
      guard step.kind == .verify else { return }
      contact.verified.removeAll { needs.contains($0) }
      if !opens, mark == .done { contact.verified += needs }
    }
    if !opens { desk.editFront { $0.advance(past: step.id, skipped: mark == .skipped) } }
    return effects
  }

  private mutating func mark(
    _ offer: ServiceOffer,
    _ mark: Contact.Mark,
    now: Instant
  ) -> [Effect] {
    let opens = desk.front?.contact.offers[offer.id] == mark
    let name = desk.front?.name(of: offer.service) ?? ""
    let word = opens ? "open again" : mark == .done ? "accepted" : "declined"
    let effects = change("\(name) \(word)", now: now) {
      $0.offers[offer.id] = opens ? nil : mark
    }
    say(.ok, "\(name): \(word)", at: now)
    return effects
  }

  mutating func takeBranch(_ number: Int, now: Instant) -> [Effect] {
    guard let tab = desk.front, let step = tab.step(at: tab.focus(layout)) else { return [] }
    guard number <= step.next.count else {
      say(.info, "There is no branch \(number) here", at: now)
      return []
    }
    let branch = step.next[number - 1]
    let effects = change("\(step.label): \(branch.label)", now: now) { contact in
      contact.ticks[step.id] = .done
      contact.branches[step.id] = branch.to
    }
    desk.editFront { tab in
      tab.cursor = .step(branch.to)
    }
    say(.ok, "\(step.label): \(branch.label)", at: now)
    return effects
  }

  mutating func copyAtCursor(now: Instant) -> [Effect] {
    guard let tab = desk.front, let stop = tab.focus(layout), let text = tab.text(at: stop),
      let complete = text.spans.complete
    else { return [] }
    let effects = startForCopy(now: now)
    if case .step(let id) = stop, [.chat, .social].contains(tab.contact.channel) {
      desk.editFront { $0.advance(past: id) }
    }
    return effects + [.copy(Terminal.Text.clipboardSafe(complete), what: text.name)]
  }

  mutating func copyScript(now: Instant) -> [Effect] {
    guard let tab = desk.front, let script = tab.guidance.script else { return [] }
    let said = tab.saidSteps
    let parts = [script.subject] + said.map(\.spans)
    let text = parts.compactMap(\.complete).filter { !$0.isEmpty }.joined(separator: "\n\n")
    let steps = TimeWords.plural(said.count, "step")
    return startForCopy(now: now)
      + [.copy(Terminal.Text.clipboardSafe(text), what: "the whole script, \(steps)")]
  }

  /// A copied text makes a card a contact; there is nothing to undo in it.
  private mutating func startForCopy(now: Instant) -> [Effect] {
    guard desk.front?.isStarted == false else { return [] }
    desk.start(now: now)
    return desk.front.map { [.saveDraft($0.contact)] } ?? []
  }

  /// Asks for the first blank of the text under the cursor, or again for one that was filled.
  mutating func openBlank() -> [Effect] {
    guard let tab = desk.front, let text = tab.text(at: tab.focus(layout)) else { return [] }
    guard let hole = text.spans.firstHole else {
      guard let ask = tab.filledBlank(at: tab.focus(layout)) else { return [] }
      let label = ask.label.text(preferring: [knowledge.language, "en"]) ?? ask.id
      let value = tab.contact.asks[ask.id] ?? ""
      layers.append(.input(InputLine(label, for: .ask(ask), text: value)))
      return []
    }
    if hole.path.hasPrefix("ask.") {
      let id = String(hole.path.dropFirst(4))
      let asks = tab.guidance.script?.script.asks ?? []
      let ask =
        asks.first { $0.id == id }
        ?? Script.Ask(id: id, label: LocalizedText([knowledge.language: hole.label]))
      let offered = offeredValues[id] ?? ""
      layers.append(.input(InputLine(hole.label, for: .ask(ask), text: offered)))
    } else if let attribute = attribute(ofHole: hole.path) {
      openAnswer(path: attribute.path, question: hole.label, choices: attribute.answers)
    }
    return []
  }

  /// The attribute of the customer that a blank stands for.
  func attribute(ofHole path: String) -> Attribute? {
    guard path.hasPrefix("customer."), desk.front?.customer != nil else { return nil }
    return knowledge.definitions.catalog[String(path.dropFirst("customer.".count))]
  }

  mutating func fill(_ id: String, with value: String, label: String, now: Instant) -> [Effect] {
    let effects = change("\(label) \(value)", now: now) { $0.asks[id] = value }
    say(.ok, "\(label): \(value)", at: now)
    return effects
  }
}

extension Contact.Mark {
  /// On screen.
  var word: String {
    switch self {
    case .done: "done"
    case .skipped: "skipped"
    }
  }
}
