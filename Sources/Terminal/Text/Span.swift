/// A piece of text in one role.
///
/// Its text is always sanitised.
package struct Span: Hashable, Sendable {
  package let text: String
  package let role: Role

  package init(_ text: String, role: Role = .text) {
    self.text = Text.sanitised(text)
    self.role = role
  }

  init(sanitised text: String, role: Role) {
    self.text = text
    self.role = role
  }
}
