import RapportCore
import Terminal

extension App {
  /// Takes one event and says what work it asks for.
  mutating func update(_ event: AppEvent, now: Instant) -> [Effect] {
    var effects: [Effect] = []
    switch event {
    case .start: effects = start(now: now)
    case .input(let input): effects = take(input, now: now)
    case .message(let message): effects = take(message, now: now)
    case .tick: break
    case .resumed: desk.resume(now: now)
    }
    if let until = toast?.until, until <= now { toast = nil }
    return effects + refreshIfStale(now: now) + readHistoryIfShown(now: now)
      + countWhatIsShown(now: now)
  }

  /// A query that is there already came from the command line.
  private mutating func start(now: Instant) -> [Effect] {
    var effects: [Effect] = [
      .loadDrafts, .census, .agenda(agent.id, at: now), .readFeedback(agent.id),
    ]
    let errors = knowledge.definitions.problems.count { $0.severity == .error }
    if errors > 0 {
      let words = TimeWords.plural(errors, "error")
      say(
        .error,
        "\(words) in the store, so guidance may be wrong: rapport check lists them",
        at: now
      )
    }
    let agents = knowledge.definitions.agents
    if !agents.isEmpty, !agents.contains(where: { $0.id == agent.id }) {
      say(
        .warning,
        "nobody in agents.json is called \(agent.id); contacts are logged by them",
        at: now
      )
    }
    guard !find.field.isEmpty else { return effects }
    effects += search(now: now)
    find.opensOnlyHit = true
    find.opensExactHitOnly = true
    return effects
  }

  mutating func take(_ input: Event, now: Instant) -> [Effect] {
    if holds(input) { return [] }
    switch input {
    case .key(let key):
      if toast?.kind == .error { toast = nil }
      return press(key, now: now)
    case .paste(let text): return paste(text, now: now)
    case .resize(let size):
      self.size = size
      find.keepSelectionVisible(rows: findRows, page: findPage)
      return summariesForPage(now: now)
    case .closed: return saveAll(now: now) + [.quit]
    case .mouse, .focus: return []
    }
  }

  private mutating func press(_ key: Key, now: Instant) -> [Effect] {
    let context = context
    // Nobody should end a contact that they cannot see.
    if isTooSmall, ![.control("c"), .control("z"), .control("l")].contains(key) { return [] }
    // Clears the line everywhere else, so in a field it is no page key.
    if context.takesText, key == .control("u") { return type(key, now: now) }
    if let (action, availability) = ActionTable.resolve(key, in: context, for: self) {
      if let reason = availability.reason {
        say(.warning, reason, at: now)
        return []
      }
      return perform(action.id, key: key, now: now)
    }
    if context.takesText { return type(key, now: now) }
    let name = KeyChord(key).description
    let help =
      [.desk, .workbench, .measure].contains(context) ? "? lists the keys" : "F1 lists the keys"
    say(.info, "\(name) does nothing here; \(help)", at: now)
    return []
  }

  /// A key that is text or edits it.
  private mutating func type(_ key: Key, now: Instant) -> [Effect] {
    guard !layers.isEmpty else {
      if context == .filter {
        editFilter { $0.edit(key) }
        return []
      }
      guard find.field.edit(key) else { return [] }
      return search(now: now)
    }
    guard layers[layers.count - 1].edit(key) else { return [] }
    return layerChanged(now: now)
  }

  /// The text of what lies over the view changed: it is kept, and reasons are ranked anew.
  private mutating func layerChanged(now: Instant) -> [Effect] {
    if let refusal = layers.last?.refusal { say(.warning, refusal, at: now) }
    switch layers.last {
    case .picker: reasonsChanged()
    case .note: return noteChanged(now: now)
    case .input(let input): return inputChanged(input, now: now)
    case .caller: return callerChanged(now: now)
    case .definition: return formChanged(now: now)
    case .rule: return ruleTyped(now: now)
    default: break
    }
    return []
  }

  /// What is typed into an input line is understood or kept at once, where its purpose wants that.
  private mutating func inputChanged(_ input: InputLine, now: Instant) -> [Effect] {
    switch input.purpose {
    case .followUpDate: readFollowUp(input, now: now)
    case .membersPath(let query): readMembersPath(input, query)
    case .definitionName(let new): readName(input, new)
    case .refiningReason: return takeRefiningReason(input.field.text, now: now)
    case .changeReason: return takeReason(input.field.text, now: now)
    default: break
    }
    return []
  }

  private mutating func paste(_ text: String, now: Instant) -> [Effect] {
    switch context {
    case .find:
      find.field.insert(text)
      return search(now: now)
    case .list, .input, .note, .form, .definition, .ruleValue, .ruleText, .conflictText:
      layers[layers.count - 1].insert(text)
      return layerChanged(now: now)
    case .desk:
      guard desk.front != nil else { return [] }
      openReasons(typed: text)
      return []
    case .filter:
      editFilter { field in
        field.insert(text)
        return true
      }
      return []
    case .choices, .log, .formLine, .workbench, .measure, .definitionLine, .rule, .conflict,
      .refining,
      .overlaps,
      .comparison,
      .memberList, .memberWhy, .callList:
      return []
    }
  }
}
