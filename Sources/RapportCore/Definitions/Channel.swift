/// How a contact reaches us.
package enum Channel: String, Sendable, CaseIterable, Hashable {
  case phone, email, chat, social
}
