import RapportCore
import Synchronization

/// Definitions in memory, changed by the rules of the store.
final class MemoryDefinitions: DefinitionStore {
  struct State {
    var documents = DefinitionDocuments()
    /// The oldest first.
    var changes: [DefinitionChange] = []
    /// Thrown at every save, where there is one.
    var failure: (any Error)?
  }

  let state: Mutex<State>

  init(_ documents: DefinitionDocuments = DefinitionDocuments()) {
    state = Mutex(State(documents: documents))
  }

  func load() async throws -> Definitions {
    Definitions(decoding: state.withLock(\.documents))
  }

  func save(_ change: DefinitionChange) async throws -> DefinitionChange {
    try state.withLock { state in try state.save(change) }
  }

  func changes(
    of reference: DefinitionReference?,
    limit: Int
  ) async throws -> [DefinitionChange] {
    let changes = state.withLock(\.changes).reversed().filter { change in
      reference.map { change.edits.map(\.reference).contains($0) } ?? true
    }
    return Array(changes.prefix(limit))
  }
}

extension MemoryDefinitions.State {
  /// As `save` of a store, without files.
  mutating func save(
    _ change: DefinitionChange,
    knowing known: [Customer.ID: KnownCustomer] = [:]
  ) throws -> DefinitionChange {
    if let failure { throw failure }
    let refusals = change.refusals(in: documents)
    guard refusals.isEmpty else { throw DefinitionRefusal(refusals) }
    let saved: DefinitionChange
    do {
      saved = try change.rebased(on: documents) { reference in
        changes.last { $0.edits.map(\.reference).contains(reference) }?
          .edits.last { $0.reference == reference }?.revision
      }
    } catch {
      throw error.attributed { _ in changes.reversed() }
    }
    guard !saved.edits.isEmpty else { return saved }
    if saved.isMerged(from: change) {
      let trial = DefinitionTrial(Definitions(decoding: documents), at: change.at)
      let errors = trial.outcome(of: saved).newProblems.filter { $0.severity == .error }
      guard errors.isEmpty else { throw DefinitionRefusal(errors, merged: saved) }
    }
    let before = Definitions(decoding: documents)
    let broken = BrokenPin.made(from: before, to: before.applying(saved), known, at: change.at)
      .filter { !saved.breaking.permits($0) }
    guard broken.isEmpty else { throw DefinitionRefusal([], pins: broken, merged: saved) }
    documents = documents.applying(saved)
    changes.append(saved)
    return saved
  }
}
