import Terminal

/// All actions; the order is the one of help.
///
/// Where two have a key in common, the first one that can be done now is.
enum ActionTable {
  static let all: [Action] =
    contact + cases + statistics + refining + workbench + moving + views + form + rule
    + definitionForm + popups

  static subscript(id: Action.ID) -> Action? { byID[id] }

  /// Those bound in a context, in the table's order.
  static func actions(in context: Context) -> [Action] {
    all.filter { $0.contexts.contains(context) }
  }

  /// What a key does in a context: the first action that can be done, else why the last
  /// cannot, which asks for the least.
  static func resolve(_ key: Key, in context: Context, for app: App) -> (Action, Availability)? {
    var refused: (Action, Availability)?
    for action in all where action.contexts.contains(context) {
      guard action.keys(in: context).contains(where: { $0.key == key }) else { continue }
      let availability = action.availability(app)
      if availability == .yes { return (action, availability) }
      refused = (action, availability)
    }
    return refused
  }

  private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
  private static let everywhere = Set(Context.allCases)
  static let digits: [KeyChord] = (1...9).map { KeyChord(.character(Character("\($0)"))) }

  private static let moving: [Action] = [
    Action(
      .open,
      "Open the customer",
      in: [.find],
      keys: ["Enter"],
      hint: "open",
      rank: 1,
      when: { $0.canOpen }
    ),
    Action(
      .openReviewLine,
      "On to what the line is about; Esc comes back",
      in: [.measure],
      keys: ["Enter"],
      hint: "open it",
      rank: 1,
      when: { $0.canOpenReviewLine }
    ),
    Action(.readWeek, "Read it again", in: [.measure], keys: ["r"], hint: "read again", rank: 2),
    Action(.lineDown, "Next line", in: Context.lists, keys: ["Down", "j"]),
    Action(.lineUp, "Line before", in: Context.lists, keys: ["Up"]),
    Action(.pageDown, "A page on", in: Context.lists, keys: ["PgDn", "Ctrl-D"]),
    Action(.pageUp, "A page back", in: Context.lists, keys: ["PgUp", "Ctrl-U"]),
    Action(
      .first,
      "First line",
      in: Context.lists.subtracting([.find, .filter]),
      keys: ["Home", "g"]
    ),
    Action(
      .last,
      "Last line",
      in: Context.lists.subtracting([.find, .filter]),
      keys: ["End", "G"]
    ),
    Action(.nextPane, "Next pane", in: [.desk], keys: ["Tab"], when: { $0.hasTab }),
    Action(.previousPane, "Pane before", in: [.desk], keys: ["Shift-Tab"], when: { $0.hasTab }),
    Action(
      .zoom,
      "The pane alone, or all panes again",
      in: [.desk],
      keys: ["z"],
      when: { $0.hasTab }
    ),
    Action(
      .backToWeek,
      "Back to the line of this week that led here",
      in: [.workbench],
      keys: ["Esc"],
      hint: "back to this week",
      rank: 0,
      when: { $0.canGoBackToWeek }
    ),
    Action(
      .back,
      "Back: clears the field or the filter, then closes what is open",
      in: Context.places,
      keys: ["Esc"]
    ),
  ]

  private static let views: [Action] = [
    Action(
      .find,
      "Find: who is calling",
      in: everywhere,
      keys: ["F2"]
    ),
    Action(
      .desk,
      "Desk: the answer for the customer",
      in: everywhere,
      keys: ["F3"],
      when: { $0.hasContacts }
    ),
    Action(
      .workbench,
      "Segments: what is said and offered, and to whom",
      in: everywhere,
      keys: ["F4"]
    ),
    Action(
      .measure,
      "Measure: this week, what changed, what is due, what waits",
      in: everywhere,
      keys: ["F5"]
    ),
    Action(
      .newCaller,
      "New caller: makes their record, or goes on without one",
      in: Context.places,
      keys: ["Ctrl-N"],
      hint: "new caller",
      rank: 5
    ),
    Action(
      .palette,
      "Every action, contact, reason, segment, tone, offer, script and theme",
      in: everywhere,
      keys: ["Ctrl-P"],
      hint: "commands",
      rank: 30
    ),
    Action(
      .help,
      "What can be done here",
      in: everywhere,
      keys: ["?", "F1"],
      hint: "all keys",
      rank: 0
    ),
    Action(.messages, "What was said in the status line", in: Context.places, keys: [":"]),
    Action(.theme, "Theme", in: Context.places, when: { $0.canChooseTheme }),
    Action(.reload, "Read the definitions again", in: Context.views),
    Action(
      .editSettings,
      "Goal, company and defaults (store.json) in your own editor",
      in: Context.places,
      when: { $0.canEditDefinitions }
    ),
    Action(.redraw, "Draw the screen again", in: everywhere, keys: ["Ctrl-L"]),
    Action(.suspend, "Suspend; fg in the shell continues", in: everywhere, keys: ["Ctrl-Z"]),
    Action(.quit, "Leave; open contacts stay as drafts", in: everywhere, keys: ["Ctrl-C", "q"]),
  ]

  private static let form: [Action] = [
    Action(
      .answerCaller,
      "Answer with that number",
      in: [.formLine],
      keys: digits,
      hint: "answer",
      rank: 1,
      when: { $0.canChooseForCaller }
    ),
    Action(
      .fieldDone,
      "On to the next field or question; takes what the cursor is on",
      in: Context.forms,
      keys: ["Enter"],
      hint: "next",
      rank: 2
    ),
    Action(
      .skipQuestion,
      "Pass the question over",
      in: [.formLine],
      keys: ["x"],
      hint: "skip",
      rank: 3,
      when: { $0.canSkipQuestion }
    ),
    Action(
      .openKnown,
      "Open who is known already instead",
      in: Context.forms,
      keys: ["Ctrl-O"],
      hint: "open known",
      rank: 4,
      when: { $0.canOpenKnown }
    ),
    Action(
      .saveCaller,
      "Save the new caller and open them on the Desk",
      in: Context.forms,
      keys: ["Ctrl-S"],
      hint: "save",
      rank: 5,
      when: { $0.canSaveCaller }
    ),
    Action(
      .unknownCaller,
      "Go on without a record: nobody known",
      in: Context.forms,
      keys: ["Ctrl-N"],
      hint: "nobody known",
      rank: 6
    ),
  ]

  private static let popups: [Action] = [
    Action(
      .chooseNumber,
      "The row with that number",
      in: [.choices],
      keys: digits,
      hint: "choose",
      rank: 1
    ),
    Action(
      .accept,
      "Take it",
      in: [.list, .choices, .input, .note, .conflictText],
      keys: ["Enter"],
      hint: "take it",
      rank: 2
    ),
    Action(.dismiss, "Close it", in: [.log], keys: ["Enter"]),
    Action(
      .cancel,
      "Close it",
      in: Context.popups.union([.conflict, .conflictText, .refining]),
      keys: ["Esc"],
      hint: "close",
      rank: 7
    ),
    Action(.down, "Next row", in: Context.rows, keys: ["Down", "Tab"]),
    Action(.up, "Row before", in: Context.rows, keys: ["Up", "Shift-Tab"]),
    Action(.jumpDown, "A page on", in: Context.rows, keys: ["PgDn"]),
    Action(.jumpUp, "A page back", in: Context.rows, keys: ["PgUp"]),
  ]
}
