import Terminal

/// Merging, splitting and retiring segments, and their versions.
extension ActionTable {
  static let refining: [Action] = [
    Action(
      .mergeSegment,
      "Merge the segment with another one",
      in: [.workbench],
      keys: ["M"],
      when: { $0.canRefine }
    ),
    Action(
      .splitSegment,
      "Split the segment in two by an attribute",
      in: [.workbench],
      keys: ["S"],
      when: { $0.canRefine }
    ),
    Action(
      .retireSegment,
      "Retire the segment, or bring it back",
      in: [.workbench],
      keys: ["R"],
      when: { $0.canRefine }
    ),
    Action(
      .showVersion,
      "What a version changed, or what differs from the marked one",
      in: [.workbench],
      keys: ["Enter"],
      hint: "what changed",
      rank: 1,
      when: { $0.canShowVersion }
    ),
    Action(
      .markVersion,
      "Mark a version to compare another one with",
      in: [.workbench],
      keys: ["x"],
      hint: "mark",
      rank: 2,
      when: { $0.canShowVersion }
    ),
    Action(
      .revertVersion,
      "Back to the version that the cursor is on, as a new one",
      in: [.workbench],
      keys: ["b"],
      hint: "go back to it",
      rank: 2,
      when: { $0.canRevertVersion }
    ),
    Action(
      .firstSide,
      "What the first one says counts",
      in: [.refining],
      keys: ["1"],
      hint: "the first's",
      rank: 2,
      when: { $0.canChooseSide }
    ),
    Action(
      .secondSide,
      "What the second one says counts",
      in: [.refining],
      keys: ["2"],
      hint: "the second's",
      rank: 2,
      when: { $0.canChooseSide }
    ),
    Action(
      .joinOther,
      "Who is in either, or only who is in both",
      in: [.refining],
      keys: ["a"],
      hint: "either or both",
      rank: 3,
      when: { $0.canJoinOther }
    ),
    Action(
      .choosePlace,
      "Divide there",
      in: [.refining],
      keys: ["Enter"],
      hint: "divide there",
      rank: 1,
      when: { $0.canChoosePlace }
    ),
    Action(
      .typePlace,
      "Type where to divide",
      in: [.refining],
      keys: ["t"],
      hint: "type a value",
      rank: 3,
      when: { $0.canTypePlace }
    ),
    Action(
      .keepOld,
      "Keep the old segment besides the two, or retire it",
      in: [.refining],
      keys: ["k"],
      hint: "keep the old",
      rank: 3,
      when: { $0.canKeepOld }
    ),
    Action(
      .nameFirst,
      "Name the first part of a split",
      in: [.refining],
      keys: ["1"],
      hint: "first's name",
      rank: 8,
      when: { $0.canNamePart }
    ),
    Action(
      .nameSecond,
      "Name the second part of a split",
      in: [.refining],
      keys: ["2"],
      hint: "second's name",
      rank: 8,
      when: { $0.canNamePart }
    ),
    Action(
      .saveRefining,
      "Save it, with a reason",
      in: [.refining],
      keys: ["Ctrl-S", "Enter"],
      hint: "save",
      rank: 1,
      when: { $0.canSaveRefining }
    ),
  ]
}
