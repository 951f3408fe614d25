import JSONLogic
import RapportCore
import Terminal

extension App {
  var canEditDefinitions: Availability {
    reasonAgainstEditing.map { .no($0) } ?? .yes
  }

  private static let settings = DefinitionReference(.store, "store")

  /// Opens the store's settings in the agent's editor, as they left them where they could not be saved.
  ///
  /// What was left of a conflict is in the form.
  mutating func editSettings(now: Instant) -> [Effect] {
    if edits.contains(where: { $0.reference == Self.settings }) {
      return openForm(of: Self.settings, now: now)
    }
    let settings = knowledge.definitions.documents[Self.settings] ?? [:]
    if unsavedSettings == nil { settingsBase = settings }
    return [.edit(document: unsavedSettings ?? settings.canonical(), name: Self.settings.file)]
  }

  /// Saves what the agent left in their editor, where it is right.
  mutating func take(edited text: String?, name: String, why: String?, now: Instant) -> [Effect] {
    guard let text else {
      say(.error, why ?? "\(name) is not changed", at: now)
      return []
    }
    guard name == Self.settings.file else { return [] }
    unsavedSettings = text
    do {
      return saveSettings(try JSON(parsing: text), now: now)
    } catch {
      return refuseSettings("\(error)", now: now)
    }
  }

  private mutating func saveSettings(_ settings: JSON, now: Instant) -> [Effect] {
    guard settings != settingsBase else {
      unsavedSettings = nil
      say(.info, "\(Self.settings.file) is as it was", at: now)
      return []
    }
    let change = DefinitionChange(
      id: .init(ULID(at: now, using: &random).description),
      at: now,
      by: agent.id,
      reason: "edited in the editor",
      edits: [.init(Self.settings, before: settingsBase, after: settings)]
    )
    let problems = DefinitionTrial(knowledge.definitions, at: now).outcome(of: change).newProblems
    guard let error = problems.first(where: { $0.severity == .error }) else {
      return [.saveDefinitions(change)]
    }
    return refuseSettings("\(error)", now: now)
  }

  private mutating func refuseSettings(_ why: String, now: Instant) -> [Effect] {
    say(
      .error,
      "\(Self.settings.file) is not saved: \(why). Edit it again to go on where you were",
      at: now
    )
    return []
  }

  /// What was saved is no longer to be gone on with.
  mutating func forgetUnsaved(_ change: DefinitionChange) {
    if change.edits.contains(where: { $0.reference == Self.settings }) { unsavedSettings = nil }
  }
}
