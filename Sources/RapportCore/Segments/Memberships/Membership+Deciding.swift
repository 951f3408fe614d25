extension Membership {
  /// What decided, in words: `11 orders (12 or more)`, at most two facts; all there is to say where
  /// nothing decided alone.
  package var deciding: String {
    let own = because.filter { $0.answer == answer }
    return (own.isEmpty ? because : own).prefix(2).map(\.text).joined(separator: ", ")
  }
}
