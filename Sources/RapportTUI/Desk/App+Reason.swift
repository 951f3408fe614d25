import RapportCore

/// The reason of the contact, from what the caller says.
extension App {
  mutating func openReasons(typed: String) {
    layers.append(.picker(.reasons(for: self, typed: typed)))
  }

  /// Sets the reason, and keeps the values in what was typed or pasted to offer them for the blanks.
  mutating func take(_ reason: Intent.ID, typed: String, now: Instant) -> [Effect] {
    let title = knowledge.title(of: reason) ?? reason.rawValue
    let effects = change("the reason \(title)", now: now) { contact in
      contact.intent = reason
      contact.script = nil
    }
    let script = desk.front?.guidance.script?.script
    let found = script.map { knowledge.recognise(typed, $0) } ?? [:]
    desk.editFront { tab in
      tab.cursor = nil
      tab.pane = nil
      tab.recognised.merge(found) { $1 }
    }
    let values = found.values.sorted().joined(separator: ", ")
    say(.ok, values.isEmpty ? title : "\(title); \(values) is offered for the blank", at: now)
    return effects
  }
}
