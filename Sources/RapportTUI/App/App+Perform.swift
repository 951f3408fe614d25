import RapportCore
import Terminal

extension App {
  /// Does an action that is available; `key` is the one that asked for it, nil from the palette.
  mutating func perform(_ action: Action.ID, key: Key? = nil, now: Instant) -> [Effect] {
    if ![.undo, .reopen].contains(action) { ended?.isLatest = false }
    switch action {
    case .find, .nextCaller: return showFind(now: now)
    case .desk: return showDesk(now: now)
    case .nextField, .previousField, .newLine, .turnLeft, .turnRight, .toggle, .addItem,
      .removeItem,
      .itemUp, .itemDown, .nextLanguage, .nextSample, .saveDefinition, .closeForm:
      return performInForm(action, now: now)
    case .formUp: moveInForm(by: -1)
    case .formDown: moveInForm(by: 1)
    case .formPageUp: moveInForm(by: -8)
    case .formPageDown: moveInForm(by: 8)
    case .openRule, .editRule: return openRule(now: now)
    case .ruleUp, .ruleDown, .ruleLeft, .ruleRight, .editCondition, .addCondition,
      .negateCondition, .groupConditions, .removeCondition, .conditionUp, .conditionDown, .undoRule,
      .redoRule, .undoRuleText, .redoRuleText, .ruleText, .ruleRows, .rulePeople, .takeValue,
      .dropValue, .closeRule:
      return performInRule(action, now: now)
    case .takeTheirs, .takeMine, .typeOther, .settleConflict:
      return performInConflict(action, now: now)
    case .mergeSegment, .splitSegment, .retireSegment, .firstSide, .secondSide, .joinOther,
      .keepOld, .nameFirst, .nameSecond, .choosePlace, .typePlace, .saveRefining:
      return performInRefining(action, now: now)
    case .showVersion, .markVersion, .revertVersion: return performOnVersion(action, now: now)
    case .editDefinition: return openForm(now: now)
    case .editJSON: return editJSON(now: now)
    case .newDefinition: newDefinition(now: now)
    case .takeBack: return takeBack(now: now)
    case .workbench:
      measure.origin = nil
      return showWorkbench(now: now)
    case .previousPage, .nextPage, .filter, .leaveFilter, .clearFilter, .openDefinition, .otherPane,
      .previousSegment, .nextSegment, .closeGap:
      return performInWorkbench(action, now: now)
    case .chooseTab, .previousTab, .nextTab: performInProfile(action, key: key)
    case .overlaps, .compare, .onlyDifferences, .nextMeasure, .previousColumn, .nextColumn,
      .openOverlap, .uncovered, .coveredTwice, .openMember, .memberOnDesk, .memberColumns:
      return performOnScreen(action, now: now)
    case .sortColumn, .reverseSorting: sort(action, now: now)
    case .measure: return showMeasure(now: now)
    case .backToWeek: return goBackToWeek(now: now)
    case .openReviewLine: return openReviewLine(now: now)
    case .readWeek: return readWeek(now: now)
    case .pinMember: openPin(now: now)
    case .nextStep: return takeNextStep(now: now)
    case .reviewSegment: askReview(now: now)
    case .writeMembers: askMembersPath(now: now)
    case .stopWriting: return stopWriting(now: now)
    case .callList, .otherCalls, .openCall: return performOnCalls(action, now: now)
    case .answerFeedback: openAnswers(now: now)
    case .openSubject: return openSubject(now: now)
    case .newCaller: return newCaller(now: now)
    case .unknownCaller: return stayUnknown(now: now)
    case .fieldDone: return finishField(now: now)
    case .answerCaller: return chooseForCaller(key?.digit ?? 1, now: now)
    case .skipQuestion: return skipQuestion(now: now)
    case .openKnown: return openKnown(nil, now: now)
    case .saveCaller: return saveCaller(now: now)
    case .help: layers.append(.picker(.help(for: self)))
    case .palette:
      layers.removeAll { $0.isPalette }
      layers.append(.picker(.palette(for: self)))
    case .messages: layers.append(.log(MessageLog(count: log.count)))
    case .theme: layers.append(.picker(.themes(for: self)))
    case .reload: return [.reload]
    case .editSettings: return editSettings(now: now)
    case .redraw: return [.redraw]
    case .suspend: return saveAll(now: now) + [.suspend]
    case .quit: return quit(now: now)
    case .open, .moveHere: return openSelected(now: now)
    case .reopen: return ended.map { takeBack($0.tab.contact, now: now) } ?? []
    case .lineUp, .lineDown, .pageUp, .pageDown, .first, .last: return move(action, now: now)
    case .back: return goBack(now: now)
    case .up: move(layerBy: -1)
    case .down: move(layerBy: 1)
    case .jumpUp: move(layerBy: -10)
    case .jumpDown: move(layerBy: 10)
    case .cancel, .dismiss: return cancelLayer(now: now)
    case .accept: return acceptLayer(now: now)
    case .chooseNumber: return choose(number: key?.digit, now: now)
    default: return performOnDesk(action, key: key, now: now)
    }
    return []
  }

  private mutating func move(_ action: Action.ID, now: Instant) -> [Effect] {
    switch view {
    case .find: break
    case .desk:
      moveOnDesk(action, now: now)
      return []
    case .workbench:
      moveInWorkbench(action, now: now)
      return []
    case .measure:
      moveInMeasure(action, now: now)
      return []
    }
    let page = max(1, findPage - 1)
    switch action {
    case .lineUp: find.move(by: -1, rows: findRows, page: findPage)
    case .lineDown: find.move(by: 1, rows: findRows, page: findPage)
    case .pageUp: find.move(by: -page, rows: findRows, page: findPage)
    default: find.move(by: page, rows: findRows, page: findPage)
    }
    return summariesForPage(now: now)
  }

  private mutating func goBack(now: Instant) -> [Effect] {
    if view == .workbench, listsMembers, canStopWriting == .yes { return stopWriting(now: now) }
    if view == .workbench, goBackInWorkbench() { return [] }
    if view == .workbench, measure.origin != nil { return goBackToWeek(now: now) }
    if [.workbench, .measure].contains(view) {
      // On Find the next keys would be typed into the search.
      let desk = desk.front == nil ? "" : ", F3 back to the Desk"
      say(.info, "Nothing to go back to: F2 goes to Find\(desk)", at: now)
      return []
    }
    if view == .desk {
      if desk.front?.pane != nil {
        desk.editFront { $0.close() }
        return []
      }
      return showList(of: desk.front, now: now)
    }
    if find.moving != nil { return showDesk(now: now) }
    if !find.field.isEmpty {
      find.field.clear()
      return search(now: now)
    }
    return desk.front == nil ? [] : showDesk(now: now)
  }

  /// The list that a card was opened from, as it was left.
  private mutating func showList(of tab: Tab?, now: Instant) -> [Effect] {
    switch tab?.listedIn {
    case .workbench: showWorkbench(now: now)
    case .measure: showMeasure(now: now)
    case .find, .desk, nil: showFind(now: now)
    }
  }

  /// Leaves at once without open contacts, else asks; asking twice is a yes.
  private mutating func quit(now: Instant) -> [Effect] {
    let asked = layers.last?.asksToLeave ?? false
    let open = desk.started.count
    guard open > 0, !asked else { return saveAll(now: now) + [.quit] }
    layers.append(.picker(.leaving(open: open)))
    return []
  }
}

extension Key {
  /// 1 to 9.
  var digit: Int? {
    guard case .character(let character) = self, let value = character.wholeNumberValue,
      character.isASCII, value > 0
    else { return nil }
    return value
  }
}
