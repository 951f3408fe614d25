/// Finds the action of a key.
package struct KeyMap: Sendable {
  /// In the order of the table.
  package let actions: [Action]
  package let conflicts: [KeyConflict]
  private let byKey: [Action.Context: [Key: Int]]
  private let byID: [String: Int]

  package init(_ actions: [Action]) {
    self.actions = actions
    var byKey: [Action.Context: [Key: Int]] = [:]
    var byID: [String: Int] = [:]
    var conflicts: [KeyConflict] = []
    for (index, action) in actions.enumerated() {
      if byID[action.id] == nil { byID[action.id] = index }
      for context in action.contexts {
        for chord in action.keys {
          if let first = byKey[context]?[chord.key] {
            guard first != index else { continue }
            let ids = [actions[first].id, action.id]
            conflicts.append(KeyConflict(key: chord, context: context, ids: ids))
          } else {
            byKey[context, default: [:]][chord.key] = index
          }
        }
      }
    }
    self.byKey = byKey
    self.byID = byID
    self.conflicts = conflicts
  }

  package subscript(id: String) -> Action? { byID[id].map { actions[$0] } }

  /// The action of a key where the contexts overlap, the innermost first.
  ///
  /// While text is typed, the keys that edit it are no actions: characters, and what moves or
  /// deletes within a line.
  package func action(
    for key: Key,
    in contexts: [Action.Context],
    whileTyping: Bool = false
  ) -> Action? {
    if whileTyping, key.editsText { return nil }
    for context in contexts {
      if let index = byKey[context]?[key] { return actions[index] }
    }
    return nil
  }

  /// The actions of some contexts, each once, those of the innermost context first.
  package func actions(in contexts: [Action.Context]) -> [Action] {
    var seen: Set<String> = []
    return contexts.flatMap { context in
      actions.filter { $0.contexts.contains(context) && seen.insert($0.id).inserted }
    }
  }

  /// What the hint line offers in some contexts, first what is used most; actions whose keys an
  /// inner context has taken are left out.
  package func hints(in contexts: [Action.Context], whileTyping: Bool = false) -> [Hint] {
    actions(in: contexts).enumerated()
      .compactMap { offset, action -> (rank: Int, offset: Int, hint: Hint)? in
        let works = action.keys.first {
          self.action(for: $0.key, in: contexts, whileTyping: whileTyping)?.id == action.id
        }
        guard let text = action.hint, let key = works else { return nil }
        return (action.hintRank, offset, Hint(key: key.description, text: text))
      }
      .sorted { ($0.rank, $0.offset) < ($1.rank, $1.offset) }
      .map(\.hint)
  }

  /// The map with other keys for some actions, and the ids that no action has.
  package func rebound(_ keys: [String: [KeyChord]]) -> (map: KeyMap, unknown: [String]) {
    let changed = actions.map { action in keys[action.id].map { action.rebound(to: $0) } ?? action }
    return (KeyMap(changed), keys.keys.filter { byID[$0] == nil }.sorted())
  }
}

extension Key {
  fileprivate var editsText: Bool {
    switch self {
    case .character, .backspace, .delete, .left, .right, .home, .end: true
    case .control(let letter): "aekuw".contains(letter)
    default: false
    }
  }
}
