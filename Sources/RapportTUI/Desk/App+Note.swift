import RapportCore

/// The note of the contact.
extension App {
  mutating func openNote(now: Instant) -> [Effect] {
    guard let front = desk.front else { return [] }
    layers.append(.note(NoteEditor(front.contact.note)))
    return []
  }

  /// Keeps what is being written after every key, so that nothing is lost.
  mutating func noteChanged(now: Instant) -> [Effect] {
    guard case .note(let editor) = layers.last, let front = desk.front else { return [] }
    if !front.isStarted { desk.start(now: now) }
    desk.settle(now: now)
    desk.editFront { $0.contact.note = editor.text }
    return desk.front.map { [.saveDraft($0.contact)] } ?? []
  }

  mutating func closeNote(_ editor: NoteEditor, now: Instant) -> [Effect] {
    layers.removeLast()
    guard editor.text != editor.before else { return [] }
    desk.editFront { tab in
      var before = tab.contact
      before.note = editor.before
      tab.undo.append(Tab.Undo(title: "the note", change: .contact(before, wasStarted: true)))
    }
    say(.ok, "Note kept with this contact", at: now)
    return []
  }
}
