import JSONLogic
import RapportCore
import Terminal

/// The note that stays with the customer, one line on every card of theirs.
extension App {
  var canPin: Availability {
    guard let tab = desk.front else { return .no("nobody is open: find the caller first") }
    return .when(tab.customer != nil, else: "nobody is known to pin a note to")
  }

  /// Offers what is pinned with the note of this contact, or with the one under the cursor in the
  /// history.
  mutating func openPin() {
    guard let tab = desk.front, let customer = tab.customer else { return }
    var new = tab.contact.note.nonBlank
    switch tab.focus(layout) {
    case .past(let index) where tab.history.indices.contains(index):
      new = tab.history[index].note?.nonBlank ?? new
    case .last: new = tab.history.first?.note?.nonBlank ?? new
    default: break
    }
    var parts = [customer.note?.nonBlank].compactMap(\.self)
    let line = new.map { Terminal.Text.sanitised($0).trimmed }
    if let line, !parts.contains(where: { $0.contains(line) }) { parts.append(line) }
    let name = CustomerPresentation(customer).title
    layers.append(
      .input(
        InputLine("Pinned note of \(name)", for: .pin, text: parts.joined(separator: " · "))
      )
    )
  }

  /// Changes the customer's record; nil takes the note out.
  mutating func pin(_ note: String?, now: Instant) -> [Effect] {
    guard let customer = desk.front?.customer else { return [] }
    let before = customer.value(at: "note")
    let words = note?.split(whereSeparator: \.isWhitespace)
    let wordsBefore = before?.stringValue?.nonBlank?.split(whereSeparator: \.isWhitespace)
    // The field shows a note of several lines as one.
    guard words != wordsBefore else { return [] }
    let change = CustomerPatch.Change(
      path: "note",
      expected: before,
      value: note.map { .string($0) }
    )
    let patch = CustomerPatch(customer: customer.id, changes: [change], by: agent.id, at: now)
    say(
      .ok,
      note == nil ? "The pinned note is taken out" : "Pinned to every card of theirs",
      at: now
    )
    return keep(patch, title: "the pinned note", now: now)
  }
}
