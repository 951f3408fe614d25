/// Where keys go: the topmost thing on the screen.
enum Context: String, Sendable, CaseIterable {
  case find, desk, workbench, measure
  /// The filter of a list in the workbench.
  case filter
  /// A list that is filtered by typing.
  case list
  /// A list whose rows are chosen by number.
  case choices
  case input, note, log
  /// The form of a new caller: in a field, and on a line that takes no text.
  case form, formLine
  /// The form of a definition, likewise.
  case definition, definitionLine
  /// The editor of a rule: on its rows, in a value that is typed, and in its JSON.
  case rule, ruleValue, ruleText
  /// What somebody else changed too; and what is typed in place of both.
  case conflict, conflictText
  /// What a change of segments would do.
  case refining
  /// The matrix of segments, two of them side by side, a list of customers, why one is in, and whom to call.
  case overlaps, comparison, memberList, memberWhy, callList

  /// Characters are text here, so only other keys are bound.
  var takesText: Bool {
    switch self {
    case .find, .filter, .list, .input, .note, .form, .definition, .ruleValue, .ruleText,
      .conflictText:
      true
    case .desk, .workbench, .measure, .choices, .log, .formLine, .definitionLine, .rule, .conflict,
      .refining,
      .overlaps, .comparison, .memberList, .memberWhy, .callList:
      false
    }
  }

  static let views: Set<Context> = [.find, .desk, .workbench, .measure]
  /// What stands in the place of a page of the workbench.
  static let screens: Set<Context> = [.overlaps, .comparison, .memberList, .memberWhy, .callList]
  /// The views and what stands in their place.
  static let places = views.union(screens)
  /// Where lines are gone through.
  static let lists: Set<Context> = screens.union([.find, .desk, .workbench, .measure, .filter])
  static let popups: Set<Context> = [.list, .choices, .input, .note, .log, .form, .formLine]
  /// Where rows are gone through.
  static let rows: Set<Context> = popups.subtracting([.input]).union([.conflict, .refining])
  static let forms: Set<Context> = [.form, .formLine]
  static let definitions: Set<Context> = [.definition, .definitionLine]
  static let rules: Set<Context> = [.rule, .ruleValue, .ruleText]
}
