package import JSONLogic

/// Where definitions are changed: all of a change or nothing, journaled before the files are written.
package protocol DefinitionStore: DefinitionSource {
  /// Writes what a change sets; returns when the files and their history are on disk.
  ///
  /// What others changed of an object since it was read is kept; answers the change as it was written,
  /// over the objects as they were then, each with its next revision. An object that was already what
  /// was wanted is left out of it.
  ///
  /// Throws `DefinitionConflict` where both changed the same field to different values, and
  /// `DefinitionRefusal` for what can never be written, and for pinned customers who would be taken
  /// otherwise without the change saying so; then nothing is written. Any other error is
  /// told in words, which say where the history has the change already.
  func save(_ change: DefinitionChange) async throws -> DefinitionChange

  /// What people and the outside changed, the newest first, at most `limit`; of one object where
  /// `reference` names it.
  func changes(of reference: DefinitionReference?, limit: Int) async throws -> [DefinitionChange]
}

/// Which definition: its kind and its id.
package struct DefinitionReference: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case store, agent, attribute, intent, segment, tone, service, script
  }

  package var kind: Kind
  /// `store` for the store's settings, the path for an attribute.
  package var id: String

  package init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }
}

/// Some definitions changed together by somebody, for a reason.
package struct DefinitionChange: Sendable, Identifiable {
  package typealias ID = Identifier<DefinitionChange>

  /// Who changed what was changed without the program.
  package static let outside: Agent.ID = "(outside)"

  /// One object; `before` nil makes it, `after` nil removes it.
  package struct Edit: Sendable {
    package var reference: DefinitionReference
    package var before: JSON?
    package var after: JSON?
    /// What is written, here or beside it, was made of the whole object: whatever somebody else changed of
    /// it meanwhile is a conflict.
    package var isMadeOfAll = false

    package init(_ reference: DefinitionReference, before: JSON?, after: JSON?) {
      self.reference = reference
      self.before = before
      self.after = after
    }
  }

  /// A ULID.
  package var id: ID
  package var at: Instant
  /// `outside` for what was changed without the program.
  package var by: Agent.ID
  package var reason: String
  package var edits: [Edit]
  /// The change that it takes back.
  package var undoes: ID?
  /// Said to whoever saves it; the history has the reason.
  package var breaking = PinBreaking.none

  package init(id: ID, at: Instant, by: Agent.ID, reason: String, edits: [Edit]) {
    self.id = id
    self.at = at
    self.by = by
    self.reason = reason
    self.edits = edits
  }
}

/// Somebody else changed the same fields of a definition meanwhile.
package struct DefinitionConflict: Error, Sendable {
  /// One field that both changed.
  package struct Field: Sendable {
    /// Who wrote what is there now, and when.
    package struct Author: Hashable, Sendable {
      package var by: Agent.ID
      package var at: Instant

      package init(by: Agent.ID, at: Instant) {
        self.by = by
        self.at = at
      }
    }

    package var reference: DefinitionReference
    /// A JSON pointer below the object, in which an item of a list has its name in place of its
    /// position, which may be another in each version: `/steps/open/text/de`.
    package var pointer: String
    /// It is the order of a list that both changed; the values are the names of its items then.
    package var isOrder = false
    /// Nil where the history does not know.
    package var author: Author?
    /// What it was when it was read, what it is now, and what was to be written.
    package var before: JSON?
    package var theirs: JSON?
    package var mine: JSON?

    package init(
      _ reference: DefinitionReference,
      pointer: String,
      before: JSON?,
      theirs: JSON?,
      mine: JSON?
    ) {
      self.reference = reference
      self.pointer = pointer
      self.before = before
      self.theirs = theirs
      self.mine = mine
    }
  }

  package var fields: [Field]
  /// The objects as they are now.
  package var now: [DefinitionReference: JSON]

  package init(fields: [Field], now: [DefinitionReference: JSON]) {
    self.fields = fields
    self.now = now
  }
}
