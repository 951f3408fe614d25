package import RapportCore

/// Where the interface's effects reach the world.
package struct Ports: Sendable {
  package var directory: any CustomerDirectory
  package var journal: any Journal
  package var drafts: any ContactDrafts
  /// Where definitions are changed.
  package var definitions: DefinitionAccess
  /// The agent's own editor; nil where there is no terminal to lend.
  package var editor: (any DocumentEditor)?
  /// Reads the definitions again.
  package var knowledge: @Sendable () async throws -> Knowledge
  /// Counts customers by segment; nil where nobody counts.
  package var statistics: (any SegmentStatistics)?
  /// Tells what came of segments and of parts of them; nil where nobody counts.
  package var insight: (any SegmentInsight)?
  /// The changes of a definition, the newest first; nil where nobody keeps them.
  package var changes: (@Sendable (DefinitionReference) async throws -> [DefinitionChange])?
  /// Reads whole journals; nil where nobody does.
  package var review: (any ReviewSource)?
  /// Writes lists of customers to files; nil where nobody does.
  package var export: (any MemberExport)?
  /// Draws members to call; nil where nobody does.
  package var calls: (any CallLists)?
  /// Tells when somebody changed a definition; nil where nobody watches.
  package var definitionChanges: AsyncStream<Void>?
  /// Tells when somebody wrote to a journal; nil where nobody watches.
  package var journalChanges: AsyncStream<Void>?
  /// Tells when somebody changed a customer; nil where nobody watches.
  package var customerChanges: AsyncStream<Void>?
  /// Tells of themes whose files changed; nil where nobody watches.
  package var themes: ThemeSource?

  package init(
    directory: any CustomerDirectory,
    journal: any Journal,
    drafts: any ContactDrafts,
    definitions: DefinitionAccess,
    editor: (any DocumentEditor)? = nil,
    knowledge: @escaping @Sendable () async throws -> Knowledge,
    statistics: (any SegmentStatistics)? = nil,
    insight: (any SegmentInsight)? = nil,
    changes: (@Sendable (DefinitionReference) async throws -> [DefinitionChange])? = nil,
    review: (any ReviewSource)? = nil,
    export: (any MemberExport)? = nil,
    calls: (any CallLists)? = nil,
    definitionChanges: AsyncStream<Void>? = nil,
    journalChanges: AsyncStream<Void>? = nil,
    customerChanges: AsyncStream<Void>? = nil,
    themes: ThemeSource? = nil
  ) {
    self.directory = directory
    self.journal = journal
    self.drafts = drafts
    self.definitions = definitions
    self.editor = editor
    self.knowledge = knowledge
    self.statistics = statistics
    self.insight = insight
    self.changes = changes
    self.review = review
    self.export = export
    self.calls = calls
    self.definitionChanges = definitionChanges
    self.journalChanges = journalChanges
    self.customerChanges = customerChanges
    self.themes = themes
  }
}
