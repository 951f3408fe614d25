/// A key and what it does, for the last line.
package struct Hint: Hashable, Sendable {
  package let key: String
  package let text: String

  package init(key: String, text: String) {
    self.key = key
    self.text = text
  }
}
