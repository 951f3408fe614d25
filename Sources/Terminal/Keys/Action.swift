/// Something that can be done, by a key or from the palette.
///
/// One table of these feeds dispatch, the hint line, the list of help, the palette and the
/// documentation, so that none of them can say anything else than the others.
package struct Action: Hashable, Sendable, Identifiable {
  /// Where an action applies: a view, a pane, a popup.
  package struct Context: Hashable, Sendable, ExpressibleByStringLiteral {
    package let name: String

    package init(_ name: String) { self.name = name }
    package init(stringLiteral name: String) { self.name = name }
  }

  /// Stable, dotted, for key settings: `desk.copy`.
  package let id: String
  /// A sentence for the palette and the help: `Copy the step under the cursor`.
  package let title: String
  /// A word or two for the hint line; nil keeps it out of there.
  package let hint: String?
  package let keys: [KeyChord]
  package let contexts: [Context]
  /// The place in the hint line; lower comes first, equal ones in the order of the table.
  package let hintRank: Int

  package init(
    id: String,
    title: String,
    hint: String? = nil,
    keys: [KeyChord],
    contexts: [Context],
    hintRank: Int = 100
  ) {
    self.id = id
    self.title = title
    self.hint = hint
    self.keys = keys
    self.contexts = contexts
    self.hintRank = hintRank
  }

  func rebound(to keys: [KeyChord]) -> Action {
    Action(
      id: id,
      title: title,
      hint: hint,
      keys: keys,
      contexts: contexts,
      hintRank: hintRank
    )
  }
}
