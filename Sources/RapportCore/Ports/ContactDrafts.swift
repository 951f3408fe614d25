/// The open contacts, unsaved callers and unsaved changes of definitions of one agent, kept where a crash cannot take them.
package protocol ContactDrafts: Sendable {
  /// Those that no other running window holds.
  func load() async throws -> OpenDrafts

  /// Returns when the draft is on disk.
  func save(_ contact: Contact) async throws
  func save(_ caller: NewCaller) async throws
  func save(_ edit: DefinitionDraft) async throws
  func save(_ refining: RefiningDraft) async throws

  func remove(_ id: Contact.ID) async throws
  func remove(_ id: NewCaller.ID) async throws
  func remove(_ id: DefinitionDraft.ID) async throws
  func remove(_ id: RefiningDraft.ID) async throws

  /// By feedback when each answer to it was given that the agent has read.
  func readAnswers() async throws -> [Feedback.ID: Instant]

  /// Remembers that the agent has read an answer; returns when it is on disk.
  func noteRead(_ answered: Feedback) async throws
}

/// What drafts there are, oldest first, and the reason for each that cannot be read.
package struct OpenDrafts: Sendable {
  package var contacts: [Contact]
  package var callers: [NewCaller]
  package var edits: [DefinitionDraft]
  package var refinings: [RefiningDraft]
  package var problems: [Problem]

  package init(
    contacts: [Contact] = [],
    callers: [NewCaller] = [],
    edits: [DefinitionDraft] = [],
    refinings: [RefiningDraft] = [],
    problems: [Problem] = []
  ) {
    self.contacts = contacts
    self.callers = callers
    self.edits = edits
    self.refinings = refinings
    self.problems = problems
  }
}
