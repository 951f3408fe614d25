import RapportCore
import Terminal

/// What can be done in the editor of a rule.
extension ActionTable {
  static let rule: [Action] = [
    Action(
      .openRule,
      "The rule: who belongs, with joiners and leavers before it is saved",
      in: [.workbench],
      keys: ["r"],
      hint: "rule",
      rank: 3,
      when: { $0.canOpenRule }
    ),
    Action(
      .editRule,
      "The rule in its editor",
      in: [.definitionLine],
      keys: ["Enter", "r"],
      hint: "change it",
      rank: 2,
      when: { $0.isOnRule }
    ),
    Action(.ruleDown, "Next row", in: [.rule], keys: ["Down", "j"]),
    Action(.ruleUp, "Row before", in: [.rule], keys: ["Up", "k"]),
    Action(.ruleRight, "To the comparison, to the value", in: [.rule], keys: ["Right", "l"]),
    Action(.ruleLeft, "Back to what is looked at", in: [.rule], keys: ["Left", "h"]),
    Action(
      .editCondition,
      "Change the part that the cursor is on; on a heading all or any of them",
      in: [.rule],
      keys: ["Enter", "e"],
      hint: "edit",
      rank: 2
    ),
    Action(
      .addCondition,
      "Add a condition behind this one, or into this group",
      in: [.rule],
      keys: ["+", "a"],
      hint: "add",
      rank: 2
    ),
    Action(
      .negateCondition,
      "The opposite",
      in: [.rule],
      keys: ["!"],
      hint: "not",
      rank: 3,
      when: { $0.isOnCondition }
    ),
    Action(
      .groupConditions,
      "A group of its own, any of which holds; on a heading the group dissolves",
      in: [.rule],
      keys: ["(", "g"],
      hint: "group",
      rank: 4,
      when: { $0.isOnCondition }
    ),
    Action(
      .removeCondition,
      "Take it out",
      in: [.rule],
      keys: ["Del", "x"],
      hint: "remove",
      rank: 4
    ),
    Action(.conditionUp, "Move it up, into a group or out", in: [.rule], keys: ["<"]),
    Action(.conditionDown, "Move it down, into a group or out", in: [.rule], keys: [">"]),
    Action(
      .undoRule,
      "Undo",
      in: [.rule],
      keys: ["u", "Ctrl-_"],
      hint: "undo",
      rank: 3,
      when: { $0.canUndoRule }
    ),
    Action(
      .redoRule,
      "Redo what was undone",
      in: [.rule],
      keys: ["U", "Ctrl-R"],
      when: { $0.canRedoRule }
    ),
    Action(
      .undoRuleText,
      "Undo, word by word and back through the rows",
      in: [.ruleText],
      keys: ["Ctrl-_"],
      hint: "undo",
      rank: 3,
      when: { $0.canUndoRule }
    ),
    Action(
      .redoRuleText,
      "Redo what was undone",
      in: [.ruleText],
      keys: ["Ctrl-R"],
      hint: "redo",
      rank: 4,
      when: { $0.canRedoRule }
    ),
    Action(
      .rulePeople,
      "Who joins and leaves, on the whole screen or below",
      in: [.rule],
      keys: ["Tab"],
      hint: "people",
      rank: 5,
      when: { .when(!$0.workbenchIsWide, else: "they stand beside the rule") }
    ),
    Action(.ruleText, "The rule as JSON", in: [.rule], keys: ["J"], hint: "JSON", rank: 6),
    Action(
      .ruleRows,
      "The rule as rows again",
      in: [.ruleText],
      keys: ["Esc"],
      hint: "rows",
      rank: 2
    ),
    Action(
      .takeValue,
      "Take the value",
      in: [.ruleValue],
      keys: ["Enter"],
      hint: "take it",
      rank: 1
    ),
    Action(
      .dropValue,
      "Leave it as it was",
      in: [.ruleValue],
      keys: ["Esc"],
      hint: "as it was",
      rank: 2
    ),
    Action(
      .closeRule,
      "Close the rule; what is changed stays in the draft",
      in: [.rule],
      keys: ["Esc"],
      hint: "close",
      rank: 7
    ),
  ]
}

extension App {
  var canOpenRule: Availability {
    guard canChangeDefinitions == .yes else { return canChangeDefinitions }
    return .when(workbench.page == .segments, else: "segments have a rule, on their page")
  }

  var canUndoRule: Availability {
    guard let editor = ruleEditor, !editor.history.past.isEmpty else {
      // Of a new definition nothing is saved that one could go back to.
      let isChanged = ruleEditor?.isChanged ?? false
      return .no(isChanged ? "nothing is changed since you opened it" : "nothing is changed yet")
    }
    return .when(editor.canUndo, else: "what was before has no rows: J, then Ctrl-_ goes on")
  }

  var canRedoRule: Availability {
    guard let editor = ruleEditor, !editor.history.future.isEmpty else {
      return .no("nothing was undone")
    }
    return .when(editor.canRedo, else: "what was undone has no rows: J, then Ctrl-R goes on")
  }

  /// Whether the cursor of the form is on a rule.
  var isOnRule: Availability {
    guard case .rule? = definitionForm?.field?.kind else { return .no("this line is no rule") }
    return .yes
  }

  /// The first heading is the whole rule: it is neither denied nor put into a group.
  var isOnCondition: Availability {
    .when(ruleEditor?.line?.path.isEmpty == false, else: "move to a condition first")
  }
}
