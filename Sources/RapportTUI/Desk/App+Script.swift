import RapportCore

/// Another script than the best one.
extension App {
  /// The scripts that would do, best first, with why each; empty without one.
  var scripts: [RenderedScript.Alternative] { desk.front?.guidance.script?.choices ?? [] }

  mutating func takeNextScript(now: Instant) -> [Effect] {
    let scripts = scripts
    let shown = desk.front?.guidance.script?.script.id
    guard let place = scripts.firstIndex(where: { $0.id == shown }) else { return [] }
    return take(scripts[(place + 1) % scripts.count].id, now: now)
  }

  /// Shows a script; the best one is not pinned, so that what is learnt later may choose another.
  mutating func take(_ script: Script.ID, now: Instant) -> [Effect] {
    let scripts = scripts
    guard let place = scripts.firstIndex(where: { $0.id == script }) else { return [] }
    let isBest = place == 0
    let kept = desk.front?.verifiedTicks ?? [:]
    let effects = change("the script \(scripts[place].title)", now: now) { contact in
      contact.ticks = kept
      contact.branches = [:]
      contact.script = isBest ? nil : script
    }
    desk.editFront { tab in
      tab.cursor = nil
      if tab.pane != .say { tab.pane = nil }
    }
    let which = isBest ? "the best of \(scripts.count)" : "\(place + 1) of \(scripts.count)"
    say(.ok, "Script: \(scripts[place].title), \(which)", at: now)
    return effects
  }
}
