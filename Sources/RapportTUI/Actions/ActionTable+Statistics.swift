import Terminal

/// What can be done with what is counted: sorting, comparing, overlaps, members.
extension ActionTable {
  static let statistics: [Action] = [
    Action(
      .openMember,
      "Why the member is in; again: on the Desk",
      in: [.workbench, .memberList, .memberWhy],
      keys: ["Enter"],
      hint: "why",
      rank: 1,
      when: { $0.canUseMembers }
    ),
    Action(
      .memberOnDesk,
      "Open the member on the Desk",
      in: [.workbench, .memberList, .memberWhy],
      keys: ["o"],
      hint: "on the Desk",
      rank: 2,
      when: { $0.canUseMembers }
    ),
    Action(
      .memberColumns,
      "Columns of members: any attribute",
      in: [.workbench, .memberList],
      keys: ["c"],
      hint: "columns",
      rank: 4,
      when: { .when($0.listsMembers, else: "only members have columns to choose: 3 lists them") }
    ),
    Action(
      .writeMembers,
      "Write the list to a file: CSV, or JSON by the end of its name",
      in: [.workbench, .memberList],
      keys: ["w"],
      hint: "write to a file",
      rank: 3,
      when: { $0.canWriteMembers }
    ),
    Action(
      .stopWriting,
      "Stop writing the list to a file",
      in: [.workbench, .memberList],
      when: { $0.canStopWriting }
    ),
    Action(
      .callList,
      "Whom of the members to call, and what to ask them",
      in: [.workbench],
      keys: ["l"],
      hint: "call list",
      rank: 4,
      when: { $0.canListCalls }
    ),
    Action(
      .openCall,
      "Open the customer on the Desk, to call them",
      in: [.callList],
      keys: ["Enter"],
      hint: "on the Desk",
      rank: 1,
      when: { $0.canOpenCall }
    ),
    Action(
      .otherCalls,
      "Draw other members",
      in: [.callList],
      keys: ["x"],
      hint: "draw others",
      rank: 2
    ),
    Action(
      .compare,
      "Compare the segment with another one, side by side",
      in: [.workbench],
      keys: ["="],
      hint: "compare",
      rank: 5,
      when: { $0.canCompare }
    ),
    Action(
      .overlaps,
      "Overlaps: the matrix of all pairs of segments",
      in: [.workbench],
      keys: ["m"],
      hint: "overlaps",
      rank: 5,
      when: { $0.canShowOverlaps }
    ),
    Action(
      .uncovered,
      "List the customers in no active segment",
      in: [.workbench],
      keys: ["0"],
      hint: "in none",
      rank: 6,
      when: { $0.canShowOverlaps }
    ),
    Action(
      .coveredTwice,
      "List the customers in two active segments or more",
      in: [.workbench],
      keys: ["&"],
      hint: "in two or more",
      rank: 6,
      when: { $0.canShowOverlaps }
    ),
    Action(
      .sortColumn,
      "Sort by the next column that is shown",
      in: [.workbench],
      keys: ["s"],
      hint: "sort",
      rank: 7,
      when: { $0.canSort }
    ),
    Action(
      .reverseSorting,
      "Sort the other way round",
      in: [.workbench],
      keys: ["-"],
      when: { $0.canSort }
    ),
    Action(
      .openOverlap,
      "List the customers who are in both",
      in: [.overlaps, .comparison],
      keys: ["Enter"],
      hint: "who is in both",
      rank: 1
    ),
    Action(
      .previousColumn,
      "Column before",
      in: [.overlaps],
      keys: ["Left"]
    ),
    Action(
      .nextColumn,
      "Next column; the matrix moves on with it",
      in: [.overlaps],
      keys: ["Right"],
      hint: "next column",
      rank: 3
    ),
    Action(
      .nextMeasure,
      "How many are in both; of all in either; of the row's",
      in: [.overlaps],
      keys: ["Space", "Tab"],
      hint: "measure",
      rank: 2
    ),
    Action(
      .onlyDifferences,
      "Only what differs, or all",
      in: [.comparison],
      keys: ["d"],
      hint: "only what differs",
      rank: 2
    ),
  ]
}
