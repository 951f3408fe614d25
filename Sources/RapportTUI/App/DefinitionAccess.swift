package import RapportCore

/// Whether definitions can be changed here.
package enum DefinitionAccess: Sendable {
  case editable(any DefinitionStore)
  /// Why not, as the end of a sentence: "this store is read-only here".
  case readOnly(why: String)

  package var store: (any DefinitionStore)? {
    guard case .editable(let store) = self else { return nil }
    return store
  }

  package var reasonAgainst: String? {
    guard case .readOnly(let why) = self else { return nil }
    return why
  }
}
