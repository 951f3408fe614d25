import JSONLogic
import RapportCore
import Terminal

/// Changing a rule in its editor.
extension App {
  var ruleEditor: RuleEditor? {
    for case .rule(let editor) in layers.reversed() { return editor }
    return nil
  }

  mutating func editRule(_ body: (inout RuleEditor) -> Void) {
    for index in layers.indices.reversed() {
      guard case .rule(var editor) = layers[index] else { continue }
      body(&editor)
      layers[index] = .rule(editor)
      return
    }
  }

  /// Opens the rule of the field that the cursor is on, or of the segment that it is on in the list.
  mutating func openRule(now: Instant) -> [Effect] {
    if let form = definitionForm {
      guard case .rule? = form.field?.kind,
        let key = form.field?.path.pointer(form.language).tokens.first
      else { return [] }
      return showRule(key, isAlone: false, now: now)
    }
    guard let reference = selectedDefinition(now: now) else { return [] }
    let effects = openForm(of: reference, now: now)
    guard definitionForm != nil else { return effects }
    return effects + showRule("rule", isAlone: true, now: now)
  }

  private mutating func showRule(_ key: String, isAlone: Bool, now: Instant) -> [Effect] {
    guard let draft = definitionForm?.draft else { return [] }
    layers.append(
      .rule(
        RuleEditor(
          key: key,
          json: draft.object[key],
          base: draft.base?[key],
          isNew: draft.base == nil,
          unfinished: draft.unfinished[key],
          isAlone: isAlone
        )
      )
    )
    return previewRule(now: now) + spreadHere(now: now)
  }

  // MARK: - Keys

  mutating func performInRule(_ action: Action.ID, now: Instant) -> [Effect] {
    switch action {
    case .ruleUp: return moveInRule(by: -1, now: now)
    case .ruleDown: return moveInRule(by: 1, now: now)
    case .ruleLeft: editRule { $0.turn(by: -1) }
    case .ruleRight: editRule { $0.turn(by: 1) }
    case .editCondition: return editCondition(now: now)
    case .addCondition: return addCondition(now: now)
    case .negateCondition:
      return changeRule(now: now) { rows, path in
        if let row = rows[path] { rows.replace(path, with: row.negated) }
      }
    case .groupConditions: return group(now: now)
    case .removeCondition: return changeRule(now: now) { rows, path in rows.remove(path) }
    case .conditionUp:
      return changeRule(now: now) { rows, path in path = rows.move(path, by: -1) }
    case .conditionDown:
      return changeRule(now: now) { rows, path in path = rows.move(path, by: 1) }
    case .undoRule, .undoRuleText:
      editRule { $0.undo() }
      return ruleChanged(now: now)
    case .redoRule, .redoRuleText:
      editRule { $0.redo() }
      return ruleChanged(now: now)
    case .ruleText:
      editRule { $0.showText() }
    case .ruleRows: return leaveText(now: now)
    case .rulePeople: editRule { $0.showsPeople.toggle() }
    case .takeValue: return takeTyped(now: now)
    case .dropValue:
      editRule { $0.dropPending() }
      return ruleChanged(now: now)
    case .closeRule: return closeRule(now: now)
    default: break
    }
    return []
  }

  private mutating func moveInRule(by distance: Int, now: Instant) -> [Effect] {
    editRule { $0.move(by: distance) }
    return spreadHere(now: now)
  }

  private mutating func changeRule(
    now: Instant,
    _ body: (inout RuleRows, inout RuleRows.Path) -> Void
  ) -> [Effect] {
    editRule { $0.change(body) }
    return ruleChanged(now: now)
  }

  /// A heading changes between all and any; a condition gets a group of its own.
  private mutating func group(now: Instant) -> [Effect] {
    changeRule(now: now) { rows, path in
      guard !path.isEmpty, let row = rows[path] else { return }
      if case .group = row {
        rows.unwrap(path)
      } else {
        rows.wrap(path)
        path.append(0)
      }
    }
  }

  /// On a heading between all and any; on a condition the part that the cursor is on.
  private mutating func editCondition(now: Instant) -> [Effect] {
    guard let editor = ruleEditor, let line = editor.line else { return [] }
    switch line.row {
    case .group:
      return changeRule(now: now) { rows, path in
        guard case .group(var group)? = rows[path] else { return }
        group.needsAll.toggle()
        rows.replace(path, with: .group(group))
      }
    case .condition(let row):
      editRule { $0.begin(row, at: line.path, isNew: false) }
      switch editor.part {
      case .subject: layers.append(.picker(.ruleSubjects(for: self)))
      case .comparison: layers.append(.picker(.ruleComparisons(of: row, for: self)))
      case .value: return askValue(now: now)
      }
      return []
    }
  }

  /// Behind the condition that the cursor is on; at the end of the group whose heading it is on.
  private mutating func addCondition(now: Instant) -> [Effect] {
    guard let line = ruleEditor?.line else { return [] }
    var path = line.path
    if case .group(let group) = line.row {
      path.append(group.rows.count)
    } else if let last = path.popLast() {
      path.append(last + 1)
    }
    editRule { $0.begin(nil, at: path, isNew: true) }
    layers.append(.picker(.ruleSubjects(for: self)))
    return []
  }

  // MARK: - Choosing

  mutating func take(_ subject: RuleRow.Subject, now: Instant) -> [Effect] {
    guard let pending = ruleEditor?.pending else { return [] }
    let possible = comparisons(of: subject)
    var row = pending.row ?? RuleRow(subject, possible.first ?? .known)
    row.subject = subject
    if pending.row == nil || !possible.contains(row.comparison) || pending.row?.path != row.path {
      row = RuleRow(subject, possible.first ?? .known)
    }
    editRule { $0.setPending(row) }
    guard possible.count > 1 else { return putPending(now: now) }
    layers.append(.picker(.ruleComparisons(of: row, for: self)))
    return spread(of: row.path, now: now)
  }

  mutating func take(_ comparison: RuleRow.Comparison, now: Instant) -> [Effect] {
    guard var row = ruleEditor?.pending?.row else { return [] }
    let before = row
    row.comparison = comparison
    let count = RuleRow.operandCount(of: comparison)
    // What was compared with stays where it still makes sense.
    let keeps =
      RuleRow.operandCount(of: before.comparison) == count && !before.operands.isEmpty
      && (comparison == .withinDays) == (before.comparison == .withinDays)
      && comparison != .version
    if !keeps {
      let isPlain = before.operands.count == 1 && count == nil && before.comparison == .equals
      row.operands = isPlain ? before.operands : []
    }
    editRule { $0.setPending(row) }
    if row.isComplete, !(ruleEditor?.pending?.isNew ?? false) { return putPending(now: now) }
    return askValue(now: now)
  }

  /// Of several values it takes the one that was chosen, or leaves it out again.
  mutating func take(_ value: JSON, index: Int, now: Instant) -> [Effect] {
    guard var row = ruleEditor?.pending?.row else { return [] }
    guard row.takesMany else {
      row.operands = [value]
      editRule { $0.setPending(row) }
      return putPending(now: now)
    }
    if let position = row.operands.firstIndex(of: value) {
      row.operands.remove(at: position)
    } else {
      row.operands.append(value)
    }
    editRule {
      $0.setPending(row)
      $0.put()
    }
    layers.append(.picker(.ruleValues(of: row, for: self, index: index)))
    return ruleChanged(now: now)
  }

  /// The list was left: what was chosen so far stays.
  mutating func leaveRulePicker(now: Instant) -> [Effect] {
    guard let pending = ruleEditor?.pending else { return [] }
    // Without any value left there is no condition: it is as it was before.
    let isWhole = pending.isIn && pending.row?.isComplete == true
    editRule { isWhole ? $0.finishPending() : $0.dropPending() }
    return ruleChanged(now: now)
  }

  private mutating func putPending(now: Instant) -> [Effect] {
    editRule {
      $0.put()
      $0.finishPending()
    }
    return ruleChanged(now: now) + spreadHere(now: now)
  }

  /// A list of values where there are few, else the value is typed into the row.
  private mutating func askValue(now: Instant) -> [Effect] {
    guard let row = ruleEditor?.pending?.row else { return [] }
    guard RuleRow.operandCount(of: row.comparison) != 0 else { return putPending(now: now) }
    let picker = Picker.ruleValues(of: row, for: self, index: 0)
    if row.comparison.takesValues, picker.items.count > 1 {
      layers.append(.picker(picker))
      return []
    }
    return typeValue(now: now)
  }

  mutating func typeValue(now: Instant) -> [Effect] {
    guard let row = ruleEditor?.pending?.row else { return [] }
    editRule { $0.type(row.typed(shown: RuleEditor.shown)) }
    return spread(of: row.path, now: now)
  }

  // MARK: - Typing

  /// Every value that can be read is tried at once.
  mutating func ruleTyped(now: Instant) -> [Effect] {
    guard let editor = ruleEditor else { return [] }
    guard let pending = editor.pending, let text = pending.typed?.text else {
      return ruleChanged(now: now)
    }
    guard var row = pending.row else { return [] }
    do throws(AttributeAnswer.Refusal) {
      if text == pending.prefilled, let original = pending.original, original.isComplete {
        row = original
      } else {
        let attribute = ruleWords(now: now).attribute(row)
        row.operands = try (pending.original ?? row).operands(
          typed: text,
          attribute,
          wording(now),
          shown: RuleEditor.shown
        )
      }
      editRule {
        $0.acceptTyped()
        $0.setPending(row)
        $0.put()
      }
    } catch {
      editRule { $0.refuseTyped(error.description) }
    }
    return ruleChanged(now: now)
  }

  private mutating func takeTyped(now: Instant) -> [Effect] {
    let effects = ruleTyped(now: now)
    guard let pending = ruleEditor?.pending, pending.problem == nil else { return effects }
    editRule { $0.finishPending() }
    return effects
  }

  private func wording(_ now: Instant) -> Wording {
    knowledge.wording(language: knowledge.language, zone: zone, now: now)
  }

  func ruleWords(now: Instant) -> RuleRowWords {
    RuleRowWords(knowledge.definitions, wording(now))
  }

  func comparisons(of subject: RuleRow.Subject) -> [RuleRow.Comparison] {
    switch subject {
    case .segment: [.member]
    case .years, .count: [.atLeast, .moreThan, .atMost, .lessThan, .between, .equals]
    case .attribute(let path):
      RuleRow.comparisons(for: knowledge.definitions.catalog[path]?.kind ?? .text)
    }
  }

  // MARK: - What follows

  /// Keeps the rule in the draft, and asks what it would do.
  mutating func ruleChanged(now: Instant) -> [Effect] {
    guard let editor = ruleEditor, let form = definitionForm else { return [] }
    let unfinished = editor.text.flatMap { $0.problem == nil ? nil : $0.editor.text }
    guard
      form.draft.object[editor.key] != editor.json
        || form.draft.unfinished[editor.key] != unfinished
    else { return [] }
    editForm { $0.setRule(editor.json, unfinished: unfinished, at: editor.key) }
    return formChanged(now: now) + previewRule(now: now)
  }

  mutating func previewRule(now: Instant) -> [Effect] {
    guard let form = definitionForm, form.reference.kind == .segment,
      ruleEditor?.key == "rule"
    else { return [] }
    var generation = 0
    editRule { generation = $0.nextGeneration() }
    guard let editor = ruleEditor else { return [] }
    func pinned(_ key: String) -> [Customer.ID] {
      form.draft.object["golden"]?[key]?.arrayValue?.compactMap(\.stringValue).map { .init($0) }
        ?? []
    }
    let trial = RuleTrial(
      segment: form.draft.base == nil ? nil : Segment.ID(form.reference.id),
      json: editor.json,
      members: pinned("members"),
      nonmembers: pinned("nonmembers"),
      samples: 12,
      generation: generation,
      now: now
    )
    return [.tryRule(trial)]
  }

  mutating func take(_ outcome: RuleOutcome) {
    guard ruleEditor?.generation == outcome.generation else { return }
    editRule { $0.outcome = outcome }
  }

  private mutating func spreadHere(now: Instant) -> [Effect] {
    spread(of: ruleEditor?.row?.path, now: now)
  }

  private func spread(of path: String?, now: Instant) -> [Effect] {
    guard let path, ruleEditor?.spreads[path] == nil else { return [] }
    return [.spread(of: path, at: now)]
  }

  /// The list of values that is open shows their counts as soon as they are known.
  mutating func take(_ spread: AttributeDistribution?, of path: String) {
    editRule { $0.spreads[path] = .some(spread) }
    guard case .picker(let picker) = layers.last, picker.kind == .ruleValue,
      let row = ruleEditor?.pending?.row, row.path == path, picker.field.isEmpty
    else { return }
    layers[layers.count - 1] = .picker(.ruleValues(of: row, for: self, index: picker.index))
  }
}

extension RuleRow.Comparison {
  /// Whether what is compared with is one of the attribute's values, not a part or a number of days.
  var takesValues: Bool {
    switch self {
    case .equals, .oneOf, .hasAny, .hasOnly, .hasNone, .includes: true
    default: false
    }
  }
}
