import JSONLogic
import RapportCore
import Terminal

/// The actions of the Desk.
extension App {
  mutating func performOnDesk(_ action: Action.ID, key: Key?, now: Instant) -> [Effect] {
    let layout = layout
    switch action {
    case .reason: openReasons(typed: "")
    case .channel: layers.append(.picker(.channels(for: self)))
    case .language: layers.append(.picker(.languages(for: self)))
    case .note: return openNote(now: now)
    case .outcome: layers.append(.picker(.outcomes(for: self, now: now)))
    case .answer: askNext()
    case .askMember:
      if let question = desk.front.flatMap({ memberQuestions(of: $0).first }) {
        openMemberQuestion(question)
      }
    case .chooseAnswer: return chooseAnswer(key?.digit ?? 1, now: now)
    case .why: openWhy(now: now)
    case .history: desk.editFront { $0.pane = .history }
    case .zoom: zoom()
    case .openLine: openLine(now: now)
    case .nextPane, .previousPane:
      if desk.front?.pane == .who {
        switchInWhy(now: now)
      } else {
        desk.editFront { $0.movePane(forward: action == .nextPane, layout: layout) }
      }
    case .confirmCaller:
      return change("the confirmation", starts: false, now: now) { $0.foundBy = nil }
    case .done: return mark(.done, now: now)
    case .skip: return mark(.skipped, now: now)
    case .fill: return openBlank()
    case .branch: return takeBranch(key?.digit ?? 1, now: now)
    case .copyStep: return copyAtCursor(now: now)
    case .copyScript: return copyScript(now: now)
    case .otherScript: return takeNextScript(now: now)
    case .chooseScript: layers.append(.picker(.scripts(for: self)))
    case .upset: return decideMood(upset: desk.front?.contact.mood != .upset, now: now)
    case .continueCase: return continueCase(now: now)
    case .undo: return contactToReopen.map { takeBack($0, now: now) } ?? undo(now: now)
    case .move: return startMove(now: now)
    case .callBack: return noteCallback(now: now)
    case .feedback: openFeedback()
    case .pin: openPin()
    case .rate: layers.append(.picker(.ratings(for: self, thenEnds: false)))
    case .previousContact: return desk.previousID.map { bringToFront($0, now: now) } ?? []
    case .goToContact: return goToContact(key?.digit, now: now)
    default: break
    }
    return []
  }

  mutating func moveOnDesk(_ action: Action.ID, now: Instant) {
    let (page, layout) = (max(1, size.rows / 3), layout)
    if scrollInside(action, now: now) { return }
    desk.editFront { tab in
      tab.move(action, layout: layout, page: page)
      tab.scroll = nil
    }
  }

  /// Scrolls in what the cursor is on, where it is longer than its column; false at its end.
  private mutating func scrollInside(_ action: Action.ID, now: Instant) -> Bool {
    guard let focus = desk.front?.focus(layout), let area = bodyArea else { return false }
    let (beyond, height) = DeskView(app: self, now: now).overflow(in: area)
    let lines = min(desk.front?.scrolled(in: focus) ?? 0, beyond)
    let wanted: Int
    switch action {
    case .lineDown: wanted = lines + 1
    case .lineUp: wanted = lines - 1
    case .pageDown: wanted = lines + height - 1
    case .pageUp: wanted = lines - height + 1
    default: return false
    }
    let next = min(max(0, wanted), beyond)
    guard next != lines else { return false }
    desk.editFront { tab in
      tab.cursor = focus
      tab.scroll = (focus, next)
    }
    return true
  }

  private mutating func zoom() {
    guard let front = desk.front else { return }
    if front.pane != nil {
      desk.editFront { tab in
        tab.why = nil
        tab.close()
      }
    } else if let pane = front.focus(layout)?.pane {
      desk.editFront { $0.pane = pane }
    }
  }

  private mutating func openLine(now: Instant) {
    guard desk.front?.pane != .who else { return openInWhy(now: now) }
    let pane = desk.front?.focus(layout)?.pane
    desk.editFront { $0.pane = pane }
  }

  private mutating func goToContact(_ number: Int?, now: Instant) -> [Effect] {
    guard let number else {
      layers.append(.picker(.contacts(for: self)))
      return []
    }
    guard let tab = desk.tabs.first(where: { $0.contact.number == number }) else {
      say(.info, "There is no contact \(number)", at: now)
      return []
    }
    return bringToFront(tab.id, now: now)
  }

  /// Sets the mood, and what was proposed is decided.
  mutating func decideMood(upset: Bool, now: Instant) -> [Effect] {
    desk.editFront { $0.moodCues = [] }
    guard upset || desk.front?.contact.mood == .upset else {
      say(.info, "Not upset", at: now)
      return []
    }
    let effects = change(upset ? "upset" : "calm", now: now) { $0.mood = upset ? .upset : .calm }
    say(
      .info,
      upset ? "Upset: apology first, more empathy, offers wait" : "Calm again",
      at: now
    )
    return effects
  }

  private mutating func continueCase(now: Instant) -> [Effect] {
    guard let past = desk.front?.openCase(at: layout) else { return [] }
    let asks = past.record["asks"]?.objectValue ?? [:]
    let effects = change("continuing the open case", now: now) { contact in
      contact.continues = past.id.rawValue
      contact.intent = past.intent ?? contact.intent
      contact.script = nil
      for (id, value) in asks where contact.asks[id] == nil { contact.asks[id] = value.stringValue }
    }
    desk.editFront { $0.cursor = nil }
    let title = knowledge.title(of: past.intent) ?? "the last contact"
    let ago = TimeWords.ago(past.at, now: now, zone: zone)
    say(.ok, "Continuing: \(title), \(ago)", at: now)
    return effects
  }
}
