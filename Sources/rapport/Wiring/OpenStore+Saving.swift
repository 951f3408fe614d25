import JSONLogic
import RapportCore
import RapportStore

extension OpenStore {
  /// Tries a change out, and saves it where it makes nothing wrong and breaks no pin.
  ///
  /// - Parameters:
  ///   - edits: what is to be changed.
  ///   - options: why, and whether pins may break.
  /// - Returns: the change as it was written; with `dryRun`, as it would be asked for.
  /// - Throws: `CommandFailure` where it is refused, with every problem or broken pin.
  func save(
    _ edits: [DefinitionChange.Edit],
    _ options: ChangeOptions
  ) throws -> DefinitionChange {
    var random = SystemRandomNumberGenerator()
    var change = DefinitionChange(
      id: DefinitionChange.ID(ULID(at: now, using: &random).description),
      at: now,
      by: agent.id,
      reason: options.reason ?? "",
      edits: edits
    )
    if options.breakPins { change.breaking = .all }
    let outcome = try outcome(of: change)
    let errors = outcome.newProblems.filter { $0.severity == .error }
    guard errors.isEmpty else {
      throw CommandFailure(
        code: "refused",
        message: errors.map(\.description).joined(separator: "\n"),
        details: ["problems": .array(errors.map(\.json))]
      )
    }
    guard outcome.brokenPins.isEmpty || options.breakPins else {
      throw CommandFailure(pins: outcome.brokenPins)
    }
    guard !options.dryRun else { return change }
    let (store, wanted) = (definitionStore, change)
    do {
      return try blocking { try await store.save(wanted) }
    } catch let refusal as DefinitionRefusal where refusal.problems.isEmpty {
      throw CommandFailure(pins: refusal.pins)
    }
  }
}

extension CommandFailure {
  /// Of a change that takes customers otherwise whom somebody pinned.
  init(pins: [BrokenPin]) {
    self.init(
      code: "pins",
      message: pins.map { "\($0.customer) in \($0.name) \($0.words)" }.joined(separator: "\n")
        + "\nsay why in --reason and add --break-pins to save it all the same",
      details: ["pins": .array(pins.map(\.json))]
    )
  }
}

extension BrokenPin {
  var json: JSON {
    [
      "segment": .string(segment.rawValue), "customer": .string(customer.rawValue),
      "must": .bool(mustBelong), "answer": .string(answer.rawValue), "because": .string(why),
    ]
  }
}
