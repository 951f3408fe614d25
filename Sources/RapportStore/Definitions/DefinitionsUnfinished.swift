package import RapportCore

/// A change stands in the history, but not all of its files could be written.
package struct DefinitionsUnfinished: Error, Sendable, CustomStringConvertible {
  package var change: DefinitionChange.ID
  /// The first that could not, relative to the store.
  package var file: String
  package var cause: FileError

  package var description: String {
    "\(file) cannot be written: \(cause.reason). The change is kept in the history; the file follows "
      + "when the store is next read and it can be written"
  }
}
