/// A key that two actions of one context claim; the first of the table has it.
package struct KeyConflict: Hashable, Sendable {
  package let key: KeyChord
  package let context: Action.Context
  package let ids: [String]
}

extension KeyConflict: CustomStringConvertible {
  package var description: String {
    "\(key) means \(ids.joined(separator: " and ")) in \(context.name)"
  }
}
