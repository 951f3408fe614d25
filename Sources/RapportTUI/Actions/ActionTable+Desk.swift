import Terminal

/// Working through a contact on the Desk.
extension ActionTable {
  static let contact: [Action] = [
    Action(
      .nextCaller,
      "Next caller: find with an empty field",
      in: [.desk],
      keys: ["/"],
      hint: "next caller",
      rank: 12
    ),
    Action(
      .confirmCaller,
      "Confirm that this is the caller",
      in: [.desk],
      keys: ["Space"],
      hint: "confirm",
      rank: 1,
      when: { $0.canConfirm }
    ),
    Action(
      .done,
      "Step done, offer accepted; again: open",
      in: [.desk],
      keys: ["Space"],
      hint: "done",
      rank: 1,
      when: { $0.canMark }
    ),
    Action(
      .skip,
      "Step skipped, offer declined, question not answered",
      in: [.desk],
      keys: ["x"],
      hint: "skip",
      rank: 8,
      when: { $0.canSkip }
    ),
    Action(
      .fill,
      "Fill the blank",
      in: [.desk],
      keys: ["Enter"],
      hint: "fill",
      rank: 2,
      when: { $0.canFill }
    ),
    Action(
      .openLine,
      "Open the line in full",
      in: [.desk],
      keys: ["Enter"],
      hint: "open",
      rank: 9,
      when: { $0.canOpenLine }
    ),
    Action(
      .branch,
      "Take the branch with that number",
      in: [.desk],
      keys: digits,
      hint: "branch",
      rank: 1,
      when: { $0.canBranch }
    ),
    Action(
      .chooseAnswer,
      "Answer with that number, on the question",
      in: [.desk],
      keys: digits,
      hint: "choose",
      rank: 1,
      when: { $0.canChooseAnswer }
    ),
    Action(
      .copyStep,
      "Copy what the cursor is on",
      in: [.desk],
      keys: ["c", "y"],
      hint: "copy",
      rank: 3,
      when: { $0.canCopy }
    ),
    Action(
      .copyScript,
      "Copy the whole script",
      in: [.desk],
      keys: ["C"],
      when: { $0.canCopyScript }
    ),
    Action(
      .otherScript,
      "The next script that would do; the last leads back to the first",
      in: [.desk],
      keys: ["s"],
      hint: "other script",
      rank: 16,
      when: { $0.canSwitchScript }
    ),
    Action(
      .chooseScript,
      "Every script that would do, and why",
      in: [.desk],
      keys: ["S"],
      when: { $0.canSwitchScript }
    ),
    Action(
      .reason,
      "Reason of the contact",
      in: [.desk],
      keys: ["i"],
      hint: "reason",
      rank: 4,
      when: { $0.hasTab }
    ),
    Action(
      .answer,
      "Answer what to ask next",
      in: [.desk],
      keys: ["a"],
      hint: "answer",
      rank: 6,
      when: { $0.canAnswer }
    ),
    Action(
      .note,
      "Note of this contact",
      in: [.desk],
      keys: ["n"],
      hint: "note",
      rank: 7,
      when: { $0.hasTab }
    ),
    Action(
      .outcome,
      "Outcome: ends the contact",
      in: [.desk],
      keys: ["o"],
      hint: "outcome",
      rank: 5,
      when: { $0.canEnd }
    ),
    Action(
      .continueCase,
      "Continue the last open case",
      in: [.desk],
      keys: ["k"],
      when: { $0.canContinue }
    ),
    Action(
      .channel,
      "Channel of this contact",
      in: [.desk],
      keys: ["v"],
      hint: "via",
      rank: 13,
      when: { $0.hasTab }
    ),
    Action(
      .language,
      "Language of this contact",
      in: [.desk],
      keys: ["l"],
      hint: "language",
      rank: 14,
      when: { $0.canChooseLanguage }
    ),
    Action(
      .upset,
      "The caller is upset, or calm again",
      in: [.desk],
      keys: ["!"],
      hint: "upset",
      rank: 15,
      when: { $0.hasTab }
    ),
    Action(
      .why,
      "Why: every segment; again: its reasons line by line",
      in: [.desk],
      keys: ["w"],
      hint: "why",
      rank: 10,
      when: { $0.hasTab }
    ),
    Action(
      .history,
      "History across channels",
      in: [.desk],
      keys: ["h"],
      hint: "history",
      rank: 11,
      when: { $0.canSeeHistory }
    ),
    Action(
      .undo,
      "Undo; after an outcome, or on your last contact in the history: takes it back",
      in: [.desk],
      keys: ["u"],
      when: { $0.canUndo }
    ),
    Action(
      .goToContact,
      "Go to the contact with that number",
      in: [.desk],
      keys: digits,
      when: { $0.hasContacts }
    ),
    Action(
      .previousContact,
      "Back to the contact before",
      in: [.desk],
      keys: ["-"],
      when: { $0.canSwap }
    ),
  ]
}
