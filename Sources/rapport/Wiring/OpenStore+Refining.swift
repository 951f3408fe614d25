import JSONLogic
import RapportCore
import RapportStore

/// Looking at changes of definitions before they are made, and making them.
extension OpenStore {
  var wording: Wording {
    Wording(
      languages: [definitions.settings.language, "en"],
      zone: zone,
      today: zone.date(now)
    )
  }

  var segmentNames: SegmentNames { SegmentNames(definitions, wording: wording) }

  func counts(_ progress: ProgressLine) -> SegmentCounts {
    SegmentCounts(location, definitions, observer: progress.observer)
  }

  func history(of segment: Segment.ID) throws -> SegmentHistory {
    let reference = DefinitionReference(.segment, segment.rawValue)
    let store = definitionStore
    let changes = try blocking { try await store.changes(of: reference, limit: .max) }
    return SegmentHistory(of: reference, changes: changes, now: definitions.documents[reference])
  }

  /// The segment of that id or name, also one that was taken out but has a history.
  func segmentWithHistory(_ text: String) throws -> (Segment.ID, SegmentHistory) {
    do throws(CommandFailure) {
      let id = try segment(text)
      return (id, try reading { try history(of: id) })
    } catch {
      let id = Segment.ID(text)
      guard Slug.isWellFormed(text), let history = try? history(of: id), !history.versions.isEmpty
      else { throw error }
      return (id, history)
    }
  }

  private func reading<Value>(_ body: () throws -> Value) throws(CommandFailure) -> Value {
    do {
      return try body()
    } catch {
      throw CommandFailure(error)
    }
  }

  /// A stamp for a change that is made now.
  func stamp() -> (id: DefinitionChange.ID, at: Instant) {
    let at = Instant.now
    var random = SystemRandomNumberGenerator()
    return (DefinitionChange.ID(ULID(at: at, using: &random).description), at)
  }

  /// A change of one definition that is made now.
  func change(
    of reference: DefinitionReference,
    from before: JSON?,
    to after: JSON,
    _ options: ChangeOptions
  ) -> DefinitionChange {
    let stamp = stamp()
    return DefinitionChange(
      id: stamp.id,
      at: stamp.at,
      by: agent.id,
      reason: options.reason ?? "",
      edits: [.init(reference, before: before, after: after)]
    )
  }

  /// What a change would make wrong, and which pinned customers it would take otherwise.
  func outcome(of change: DefinitionChange) throws -> DefinitionTrial.Outcome {
    let outcome = DefinitionTrial(definitions, at: now).outcome(of: change)
    return outcome.knowing(try known(outcome.reading))
  }

  /// Writes a change whole or not at all, unless it makes something wrong or takes pinned customers
  /// otherwise; says in words why not.
  func save(
    _ change: DefinitionChange,
    _ problems: [Problem],
    breaking pins: [BrokenPin]
  ) throws -> DefinitionChange {
    let errors = problems.filter { $0.severity == .error }
    guard errors.isEmpty else {
      throw CommandFailure(
        code: "refused",
        message: "not saved: " + errors.map(\.description).joined(separator: "\n"),
        details: ["problems": .array(errors.map(\.json))]
      )
    }
    guard pins.isEmpty else { throw CommandFailure(pins: pins) }
    let store = definitionStore
    do {
      return try blocking { try await store.save(change) }
    } catch let conflict as DefinitionConflict {
      let fields = conflict.fields.map { "\($0.reference)\($0.pointer)" }
      throw CommandFailure(
        code: "conflict",
        message: "not saved: somebody changed \(fields.joined(separator: ", ")) since",
        details: ["fields": .array(fields.map { .string($0) })]
      )
    } catch let refusal as DefinitionRefusal where refusal.problems.isEmpty {
      throw CommandFailure(pins: refusal.pins)
    } catch let refusal as DefinitionRefusal {
      throw CommandFailure(code: "refused", message: "not saved: \(refusal)")
    } catch let error as DefinitionsUnfinished {
      throw CommandFailure(code: "unfinished", message: error.description)
    } catch let error as FileError {
      throw CommandFailure(code: "file", message: "not saved: \(error)")
    }
  }
}

extension CommandFailure {
  init(_ refusal: SegmentRefusal) {
    self.init(code: refusal.code, message: refusal.description)
  }
}

/// Says what a refusal of the domain says, as a failure of the command.
func refusing<Value>(_ body: () throws(SegmentRefusal) -> Value) throws(CommandFailure) -> Value {
  do throws(SegmentRefusal) {
    return try body()
  } catch {
    throw CommandFailure(error)
  }
}
