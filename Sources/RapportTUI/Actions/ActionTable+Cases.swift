import Terminal

/// What is done with the contact as a whole, besides working through it.
extension ActionTable {
  static let cases: [Action] = [
    Action(
      .pin,
      "Pin the note to the customer, one line on their card",
      in: [.desk],
      keys: ["p"],
      when: { $0.canPin }
    ),
    Action(
      .callBack,
      "Note a callback for when the closed offer opens; again: none",
      in: [.desk],
      keys: ["b"],
      hint: "call back",
      rank: 12,
      when: { $0.canCallBack }
    ),
    Action(
      .rate,
      "Rating as the customer told you, noted by you",
      in: [.desk],
      keys: ["r"],
      when: { $0.canRate }
    ),
    Action(
      .feedback,
      "Feedback on what the cursor is on: fits, does not, not sure, something we lack",
      in: [.desk],
      keys: ["f"],
      hint: "feedback",
      rank: 17,
      when: { $0.canGiveFeedback }
    ),
    Action(
      .askMember,
      "Ask about a need or preference of their segments, for whoever looks after those",
      in: [.desk],
      when: { $0.canAskMember }
    ),
    Action(
      .pinMember,
      "Pin the customer to the segment: must belong, must not belong",
      in: [.desk, .workbench, .memberList, .memberWhy],
      keys: ["P"],
      when: { $0.canPinMember }
    ),
    Action(
      .move,
      "Move the contact to another customer, found on Find",
      in: [.desk],
      keys: ["m"],
      when: { $0.canMove }
    ),
    Action(
      .moveHere,
      "Move the contact to the customer",
      in: [.find],
      keys: ["Enter"],
      hint: "move here",
      rank: 1,
      when: { $0.canMoveHere }
    ),
    Action(
      .reopen,
      "Take back the last outcome: the contact is open again",
      in: Context.views,
      keys: ["Ctrl-R"],
      when: { $0.canReopen }
    ),
  ]
}
