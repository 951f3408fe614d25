import RapportCore

/// The reason of the contact, from what the caller says.
extension App {
  mutating func openReasons(typed: String) {
    layers.append(.picker(.reasons(for: self, typed: typed)))
  }

  /// By blank: the values that stood in the caller's words, whichever script is chosen now.
  var offeredValues: [String: String] {
    guard let tab = desk.front, let script = tab.guidance.script?.script else { return [:] }
    return knowledge.recognise(tab.said, script)
  }

  /// Ranks the reasons anew for what was typed or pasted.
  mutating func reasonsChanged() {
    guard case .picker(var picker) = layers.last, picker.kind == .reason else { return }
    picker.rankReasons(with: knowledge)
    layers[layers.count - 1] = .picker(picker)
  }

  /// Sets the reason, and keeps the values in what was typed or pasted to offer them for the blanks.
  mutating func take(_ reason: Intent.ID, typed: String, now: Instant) -> [Effect] {
    let title = knowledge.title(of: reason) ?? reason.rawValue
    let kept = desk.front?.verifiedTicks ?? [:]
    let effects = change("the reason \(title)", now: now) { contact in
      if contact.intent != reason {
        contact.ticks = kept
        contact.branches = [:]
      }
      contact.intent = reason
      contact.script = nil
      contact.said = String((contact.said + "\n" + typed).suffix(Tab.mostSaid))
    }
    desk.editFront { tab in
      tab.cursor = nil
      tab.pane = nil
      if tab.contact.mood == .calm { tab.moodCues = Mood.cues(in: typed) }
    }
    let values = offeredValues.values.sorted().joined(separator: ", ")
    say(.ok, values.isEmpty ? title : "\(title); \(values) is offered for the blank", at: now)
    return effects
  }
}
