package import RapportCore

/// Where the interface's effects reach the world.
package struct Ports: Sendable {
  package var directory: any CustomerDirectory
  package var journal: any Journal
  package var drafts: any ContactDrafts
  /// Where definitions are changed.
  package var definitions: DefinitionAccess
  /// Reads the definitions again.
  package var knowledge: @Sendable () async throws -> Knowledge
  /// Tells when somebody changed a definition; nil where nobody watches.
  package var definitionChanges: AsyncStream<Void>?

  package init(
    directory: any CustomerDirectory,
    journal: any Journal,
    drafts: any ContactDrafts,
    definitions: DefinitionAccess,
    knowledge: @escaping @Sendable () async throws -> Knowledge,
    definitionChanges: AsyncStream<Void>? = nil
  ) {
    self.directory = directory
    self.journal = journal
    self.drafts = drafts
    self.definitions = definitions
    self.knowledge = knowledge
    self.definitionChanges = definitionChanges
  }
}
