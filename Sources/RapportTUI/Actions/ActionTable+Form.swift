import Terminal

/// What can be done in the form of a definition.
extension ActionTable {
  static let definitionForm: [Action] = [
    Action(
      .saveDefinition,
      "Save; asks for the reason, which is kept",
      in: Context.definitions.union(Context.rules),
      keys: ["Ctrl-S"],
      hint: "save",
      rank: 1,
      when: { $0.canSaveDefinition }
    ),
    Action(
      .newLine,
      "New line, in texts of several lines",
      in: [.definition],
      keys: ["Enter"],
      when: { $0.canBreakLine }
    ),
    Action(
      .addItem,
      "Add a step, a branch or a blank",
      in: [.definitionLine],
      keys: ["Enter", "+"],
      hint: "add",
      rank: 2,
      when: { $0.canAddItem }
    ),
    Action(
      .nextField,
      "Next field",
      in: Context.definitions,
      keys: ["Tab", "Enter"],
      hint: "next field",
      rank: 6
    ),
    Action(.previousField, "Field before", in: Context.definitions, keys: ["Shift-Tab"]),
    Action(.formDown, "Row down, then the next field", in: Context.definitions, keys: ["Down"]),
    Action(.formUp, "Row up, then the field before", in: Context.definitions, keys: ["Up"]),
    Action(.formPageDown, "Some fields on", in: Context.definitions, keys: ["PgDn"]),
    Action(.formPageUp, "Some fields back", in: Context.definitions, keys: ["PgUp"]),
    Action(
      .turnRight,
      "More, or the next choice",
      in: [.definitionLine],
      keys: ["Right"],
      hint: "change",
      rank: 3,
      when: { $0.canTurn }
    ),
    Action(
      .turnLeft,
      "Less, or the choice before",
      in: [.definitionLine],
      keys: ["Left"],
      when: { $0.canTurn }
    ),
    Action(
      .toggle,
      "Take the choice, or leave it out again",
      in: [.definitionLine],
      keys: ["Space"],
      hint: "take it",
      rank: 2,
      when: { $0.canToggle }
    ),
    Action(
      .removeItem,
      "Take the step, branch or blank out",
      in: [.definitionLine],
      keys: ["Del"],
      hint: "take out",
      rank: 2,
      when: { $0.canChangeItem }
    ),
    Action(
      .itemUp,
      "Move it before the one above",
      in: [.definitionLine],
      keys: ["<"],
      hint: "move up",
      rank: 3,
      when: { $0.canChangeItem }
    ),
    Action(
      .itemDown,
      "Move it behind the one below",
      in: [.definitionLine],
      keys: [">"],
      hint: "move down",
      rank: 3,
      when: { $0.canChangeItem }
    ),
    Action(
      .nextLanguage,
      "The texts in the next language",
      in: Context.definitions,
      keys: ["Ctrl-T"],
      hint: "language",
      rank: 4,
      when: { $0.canChangeFormLanguage }
    ),
    Action(
      .nextSample,
      "Show it for the next customer",
      in: Context.definitions,
      keys: ["Ctrl-F"],
      hint: "next customer",
      rank: 5,
      when: { $0.canChangeSample }
    ),
    Action(
      .closeForm,
      "Close the form; asks where something would be lost",
      in: Context.definitions,
      keys: ["Esc"],
      hint: "close",
      rank: 7
    ),
    Action(
      .takeTheirs,
      "What they wrote stays",
      in: [.conflict],
      keys: ["1"],
      hint: "theirs",
      rank: 1
    ),
    Action(.takeMine, "What I wrote stays", in: [.conflict], keys: ["2"], hint: "mine", rank: 2),
    Action(
      .typeOther,
      "Type another text in place of both",
      in: [.conflict],
      keys: ["3"],
      hint: "another",
      rank: 3,
      when: { $0.canTypeOther }
    ),
    Action(
      .settleConflict,
      "Save what was chosen",
      in: [.conflict],
      keys: ["Enter", "Ctrl-S"],
      hint: "save",
      rank: 4,
      when: { $0.canSettleConflict }
    ),
  ]
}
