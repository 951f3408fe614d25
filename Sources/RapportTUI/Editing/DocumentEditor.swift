package import Terminal

/// Edits a document with the agent's own editor.
///
/// Called on the thread that owns the terminal, and with what runs a program on it.
package protocol DocumentEditor: Sendable {
  /// - Parameters:
  ///   - document: what the editor opens with.
  ///   - name: a file's name, whose ending tells editors what it is: `loyal.json`.
  ///   - run: runs a program on the terminal to its end.
  /// - Returns: what the agent left there, or why nothing is to be changed.
  func edit(
    _ document: String,
    named name: String,
    run: ([String]) -> ProgramOutcome
  ) -> EditedDocument
}

/// What became of a document in an editor.
package enum EditedDocument: Sendable, Hashable {
  case text(String)
  /// As a sentence.
  case nothing(why: String)
}
