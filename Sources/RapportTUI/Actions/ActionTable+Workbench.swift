import Terminal

/// What can be done in the workbench.
extension ActionTable {
  static let workbench: [Action] = [
    Action(
      .openDefinition,
      "Open it in full, with its problems",
      in: [.workbench],
      keys: ["Enter"],
      hint: "open",
      rank: 1,
      when: { $0.canOpenDefinition }
    ),
    Action(
      .nextStep,
      "On to where the segment's next step is done",
      in: [.workbench],
      keys: ["t"],
      hint: "next step",
      rank: 4,
      when: { $0.canTakeNextStep }
    ),
    Action(
      .reviewSegment,
      "Mark the segment as reviewed: you looked it over as it is",
      in: [.workbench],
      keys: ["v"],
      hint: "reviewed",
      rank: 6,
      when: { $0.canReviewSegment }
    ),
    Action(
      .openSubject,
      "On to what the feedback is on",
      in: [.workbench],
      keys: ["Enter"],
      hint: "open it",
      rank: 1,
      when: { $0.canOpenSubject }
    ),
    Action(
      .answerFeedback,
      "Answer the feedback; whoever gave it reads that on Find",
      in: [.workbench],
      keys: ["a"],
      hint: "answer",
      rank: 2,
      when: { $0.canAnswerFeedback }
    ),
    Action(
      .closeGap,
      "Write what is missing: a translation, or a script",
      in: [.workbench],
      keys: ["Enter"],
      hint: "write it",
      rank: 1,
      when: { $0.canCloseGap }
    ),
    Action(
      .previousPage,
      "Page before: segments, tones, services, scripts, reasons, gaps, goal, feedback",
      in: [.workbench],
      keys: ["["],
      hint: "page before",
      rank: 8
    ),
    Action(
      .nextPage,
      "Next page",
      in: [.workbench],
      keys: ["]"],
      hint: "next page",
      rank: 2
    ),
    Action(
      .previousSegment,
      "Segment before, on the page of gaps",
      in: [.workbench],
      keys: [",", "Left"],
      when: { $0.canTurnSegment }
    ),
    Action(
      .nextSegment,
      "Next segment, on the page of gaps",
      in: [.workbench],
      keys: [".", "Right"],
      hint: "next segment",
      rank: 3,
      when: { $0.canTurnSegment }
    ),
    Action(
      .chooseTab,
      "Tab of a segment: who, rule, members, how, figures, changes",
      in: [.workbench],
      keys: Array(ActionTable.digits.prefix(SegmentTab.allCases.count)),
      hint: "tabs",
      rank: 3,
      when: { $0.canChooseTab }
    ),
    Action(
      .previousTab,
      "Tab before",
      in: [.workbench],
      keys: ["Left"],
      when: { $0.canChooseTab }
    ),
    Action(
      .nextTab,
      "Next tab",
      in: [.workbench],
      keys: ["Right"],
      when: { $0.canChooseTab }
    ),
    Action(
      .filter,
      "Filter the list",
      in: [.workbench, .memberList],
      keys: ["/"],
      hint: "filter",
      rank: 3
    ),
    Action(
      .editDefinition,
      "Edit it in a form",
      in: [.workbench],
      keys: ["e"],
      hint: "edit",
      rank: 4,
      when: { $0.canEditDefinition }
    ),
    Action(
      .editJSON,
      "Edit its JSON in your own editor",
      in: [.workbench, .definition, .definitionLine],
      keys: ["E", "Ctrl-O"],
      when: { $0.canEditDefinition }
    ),
    Action(
      .newDefinition,
      "New one: a copy, or empty",
      in: [.workbench],
      keys: ["n"],
      hint: "new",
      rank: 6,
      when: { $0.canMakeDefinition }
    ),
    Action(
      .takeBack,
      "Take the last change back: yours, or that of what the cursor is on",
      in: [.workbench],
      keys: ["u"],
      hint: "take back",
      rank: 5,
      when: { $0.canTakeBack }
    ),
    Action(
      .otherPane,
      "To the list or to what is open beside it",
      in: [.workbench],
      keys: ["Tab"],
      when: { $0.canChangePane }
    ),
    Action(
      .leaveFilter,
      "Back to the list, filtered",
      in: [.filter],
      keys: ["Enter"],
      hint: "to the list",
      rank: 1
    ),
    Action(
      .clearFilter,
      "Show all again",
      in: [.filter],
      keys: ["Esc"],
      hint: "show all",
      rank: 2
    ),
  ]
}
