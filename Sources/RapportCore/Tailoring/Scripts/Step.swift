/// One step of a script.
package struct Step: Sendable, Hashable, Identifiable {
  package enum Kind: String, Sendable { case say, verify, `do`, choose }

  /// Where a step that the store puts into every script stands.
  package enum Position: String, Sendable, CaseIterable { case start, end }

  package struct Branch: Sendable, Hashable {
    package var label: LocalizedText
    /// The id of the step it leads to.
    package var to: String

    package init(label: LocalizedText, to: String) {
      self.label = label
      self.to = to
    }
  }

  package var id: String
  package var kind: Kind
  package var label: LocalizedText
  /// Mustache templates; for `do` a note to the agent.
  package var text: LocalizedText
  /// For `verify`: the attributes compared.
  package var needs: [String] = []
  /// For `choose`.
  package var next: [Branch] = []
  /// For the store's own steps.
  package var at: Position = .start

  package init(id: String, kind: Kind, label: LocalizedText, text: LocalizedText) {
    self.id = id
    self.kind = kind
    self.label = label
    self.text = text
  }
}
