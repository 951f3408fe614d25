import Terminal

/// Something the agent can do: one row of the table that drives dispatch, hints, help, palette and
/// README.
struct Action: Sendable, Identifiable {
  enum ID: String, Sendable, CaseIterable {
    case find, desk, measure, newCaller, help, palette, messages, theme, reload, editSettings,
      suspend,
      redraw, quit
    case open, lineUp, lineDown, pageUp, pageDown, first, last, back
    case nextCaller, reason, answer, copyStep, copyScript, otherScript, chooseScript, note, outcome
    case move, moveHere, callBack, rate, pin, reopen
    case confirmCaller, done, skip, openLine, fill, branch, chooseAnswer, goToContact,
      previousContact
    case feedback, answerFeedback, openSubject, dismiss
    case openReviewLine, readWeek, nextStep, backToWeek
    case askMember, pinMember
    case channel, language, upset, history, why, continueCase, undo, zoom, nextPane, previousPane
    case fieldDone, saveCaller, openKnown, unknownCaller, answerCaller, skipQuestion
    case workbench, previousPage, nextPage, filter, leaveFilter, clearFilter, openDefinition,
      otherPane, previousSegment, nextSegment, closeGap
    case chooseTab, previousTab, nextTab, sortColumn, reverseSorting
    case overlaps, compare, onlyDifferences, nextMeasure, previousColumn, nextColumn, openOverlap,
      uncovered, coveredTwice, openMember, memberOnDesk, memberColumns
    case writeMembers, stopWriting, callList, otherCalls, openCall, reviewSegment
    case editDefinition, editJSON, newDefinition, takeBack
    case nextField, previousField, newLine, formUp, formDown, formPageUp, formPageDown, turnLeft,
      turnRight, toggle, addItem, removeItem, itemUp, itemDown, nextLanguage, nextSample,
      saveDefinition, closeForm
    case openRule, editRule, ruleUp, ruleDown, ruleLeft, ruleRight, editCondition, addCondition,
      negateCondition, groupConditions, removeCondition, conditionUp, conditionDown, undoRule,
      redoRule, undoRuleText, redoRuleText, ruleText, ruleRows, rulePeople, takeValue, dropValue,
      closeRule
    case mergeSegment, splitSegment, retireSegment, firstSide, secondSide, joinOther, keepOld,
      nameFirst, nameSecond,
      choosePlace, typePlace, saveRefining, showVersion, markVersion, revertVersion
    case takeTheirs, takeMine, typeOther, settleConflict
    case accept, cancel, up, down, jumpUp, jumpDown, chooseNumber
  }

  let id: ID
  let title: String
  let contexts: Set<Context>
  let keys: [KeyChord]
  /// What the last line says after the key; nil keeps the action out of it.
  let hint: String?
  /// The lower, the sooner in the last line.
  let rank: Int
  let availability: @Sendable (App) -> Availability

  init(
    _ id: ID,
    _ title: String,
    in contexts: Set<Context>,
    keys: [KeyChord] = [],
    hint: String? = nil,
    rank: Int = 99,
    when availability: @escaping @Sendable (App) -> Availability = { _ in .yes }
  ) {
    self.id = id
    self.title = title
    self.contexts = contexts
    self.keys = keys
    self.hint = hint
    self.rank = rank
    self.availability = availability
  }

  /// Whether it can be done in every place, whatever that is about.
  var isGeneral: Bool { contexts.count == Context.allCases.count }

  /// Every key, as help and palette show it.
  var keyNames: String { keys.map(\.description).joined(separator: " ") }

  /// The keys that work in a context; while typing a character is text.
  func keys(in context: Context) -> [KeyChord] {
    guard context.takesText else { return keys }
    return keys.filter { chord in
      if case .character = chord.key { return false }
      return true
    }
  }
}
