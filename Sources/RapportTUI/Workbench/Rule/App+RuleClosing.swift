import RapportCore

/// Leaving a rule's editor.
extension App {
  /// From the JSON to the rows, or out of it where it has none.
  ///
  /// What cannot be read is left only by a second key, and stays in the draft as it was typed.
  mutating func leaveText(now: Instant) -> [Effect] {
    guard let editor = ruleEditor, let text = editor.text else { return [] }
    guard let problem = text.problem else {
      var isShown = false
      editRule { isShown = $0.showRows() }
      return isShown ? ruleChanged(now: now) : closeRule(now: now)
    }
    guard text.isWarned else {
      editRule { $0.warnOfLeaving() }
      say(.warning, "Not a rule yet: \(problem)", at: now)
      return []
    }
    let isKept = definitionForm?.draft.isChanged ?? false
    if editor.isAlone { layers = [] } else { removeRuleLayer() }
    if isKept {
      let way = editor.isAlone ? "r goes on with it" : "Enter on the rule goes on with it"
      say(.info, "The JSON is kept in the draft as you typed it: \(way)", at: now)
    }
    return []
  }

  mutating func closeRule(now: Instant) -> [Effect] {
    guard let editor = ruleEditor else { return [] }
    if editor.showsPeople, !workbenchIsWide {
      editRule { $0.showsPeople = false }
      return []
    }
    // Whoever goes on is in the rule, not in the form below that they never opened.
    if editor.isAlone { return performInForm(.closeForm, now: now) }
    removeRuleLayer()
    return []
  }

  private mutating func removeRuleLayer() {
    layers.removeAll { layer in
      guard case .rule = layer else { return false }
      return true
    }
  }
}
