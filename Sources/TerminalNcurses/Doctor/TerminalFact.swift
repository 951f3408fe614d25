/// One line of what `doctor` says of a terminal.
package struct TerminalFact: Hashable, Sendable {
  package let name: String
  package let value: String
  /// What would make it better; nil where all is well.
  package let advice: String?

  package init(_ name: String, _ value: String, advice: String? = nil) {
    self.name = name
    self.value = value
    self.advice = advice
  }
}
