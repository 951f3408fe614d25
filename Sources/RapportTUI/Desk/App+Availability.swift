import RapportCore

/// What can be done on the Desk now, and why the rest cannot.
extension App {
  var layout: DeskLayout { DeskLayout(size) }

  private var tab: Tab? { desk.front }
  private var focus: Stop? { tab?.focus(layout) }
  private static let nobody = "nobody is open: find the caller first"

  var hasTab: Availability {
    guard let tab else { return .no(Self.nobody) }
    return .when(!tab.isEnding, else: "this contact is being logged")
  }

  var hasContacts: Availability {
    .when(!desk.tabs.isEmpty, else: "nobody is open yet: find the caller first")
  }

  var canConfirm: Availability {
    .when(
      focus == .found,
      else: tab?.contact.foundBy == nil
        ? "it is certain who this is" : "move to the line that says how they were found first"
    )
  }

  var canMark: Availability {
    guard let tab else { return .no(Self.nobody) }
    switch focus {
    case .step(let id):
      let isFork = tab.step(at: focus).map { $0.kind == .choose && $0.next.count > 1 } ?? false
      guard isFork, tab.contact.ticks[id] == nil else { return hasTab }
      return .no("its number takes a branch, x leaves it out")
    case .offer, .mood: return hasTab
    default:
      return .no(
        tab.guidance.script == nil
          ? "no script yet: i chooses the reason" : "move to a step or an offer first"
      )
    }
  }

  var canSkip: Availability {
    guard let tab else { return .no(Self.nobody) }
    if question(at: focus) != nil {
      return tab.customer == nil ? .no("nobody is known to remember that of") : hasTab
    }
    switch focus {
    case .step, .offer, .mood: return hasTab
    default: return .no("move to a step, an offer or a question first")
    }
  }

  var canFill: Availability {
    guard let tab else { return .no(Self.nobody) }
    if tab.pane == .who, let reason = canOpenInWhy.reason { return .no(reason) }
    guard let text = tab.text(at: focus) else { return .no("move to a step first") }
    guard let hole = text.spans.firstHole else {
      return .when(
        tab.filledBlank(at: focus) != nil,
        else: "nothing is blank in \(text.name)"
      )
    }
    return .when(
      hole.path.hasPrefix("ask.") || attribute(ofHole: hole.path) != nil,
      else: "\(hole.label) is not in the store: say it in your own words"
    )
  }

  var canOpenLine: Availability {
    guard let tab else { return .no(Self.nobody) }
    guard focus != nil else { return .no("there is nothing to open") }
    if tab.pane == .who { return canOpenInWhy }
    return .when(tab.pane == nil, else: "it is open in full; Esc closes it")
  }

  var canBranch: Availability {
    guard let step = tab?.step(at: focus), step.kind == .choose, !step.next.isEmpty else {
      return .no("the cursor is not on a step with branches")
    }
    return hasTab
  }

  var canCopy: Availability {
    guard let tab else { return .no(Self.nobody) }
    guard let text = tab.text(at: focus) else {
      return .no("there is nothing to say on this line: move to a step or an offer")
    }
    if let step = tab.step(at: focus), step.kind == .do {
      return .no("this step is a note to you, not for the customer")
    }
    if let hole = text.spans.firstHole {
      return .no("\(hole.label) is blank in \(text.name): Enter fills it")
    }
    return .when(!text.spans.isEmpty, else: "there is nothing to copy in \(text.name)")
  }

  var canCopyScript: Availability {
    guard let tab, let script = tab.guidance.script else {
      return .no("no script yet: i chooses the reason")
    }
    if tab.contact.channel == .social {
      return .no("public and private messages are copied one by one: c")
    }
    if let open = tab.way?.open, let step = tab.step(at: .step(open)) {
      return .no("\(step.label) is open: its number takes a branch")
    }
    for step in tab.saidSteps {
      guard let hole = step.spans.firstHole else { continue }
      return .no("\(hole.label) is blank in \(step.label): Enter on that step fills it")
    }
    if let hole = script.subject.firstHole { return .no("\(hole.label) is blank in the subject") }
    return .yes
  }

  var canSwitchScript: Availability {
    guard let tab else { return .no(Self.nobody) }
    guard let script = tab.guidance.script else {
      return .no("no script yet: i chooses the reason")
    }
    return .when(!script.alternatives.isEmpty, else: "no other script would do here")
  }

  var canAnswer: Availability {
    guard let tab else { return .no(Self.nobody) }
    guard tab.customer != nil else { return .no("nobody is known to keep the answer for") }
    return .when(
      question(at: focus) != nil || !tab.guidance.questions.isEmpty || memberQuestion != nil,
      else: "nothing to ask: all that matters is known"
    )
  }

  /// A digit is an answer where the cursor is on the question whose answers are numbered.
  var canChooseAnswer: Availability {
    switch focus {
    case .ask, .question:
      guard question(at: focus)?.choices.isEmpty == false else {
        return .no("the answer is typed: a answers")
      }
      return canAnswer
    default: return .no("the cursor is not on a question")
    }
  }

  var canEnd: Availability {
    guard let tab else { return .no(Self.nobody) }
    return tab.isEnding ? .no("this contact is being logged") : .yes
  }

  var canContinue: Availability {
    guard let tab else { return .no(Self.nobody) }
    guard tab.openCase(at: layout) != nil else { return .no("no contact left anything open") }
    return .when(tab.contact.continues == nil, else: "this contact continues that case already")
  }

  var canSeeHistory: Availability {
    guard let tab else { return .no(Self.nobody) }
    return .when(!tab.history.isEmpty, else: "no contact with them yet")
  }

  var canUndo: Availability {
    .when(
      contactToReopen != nil || tab?.undo.isEmpty == false,
      else: "nothing to undo here"
    )
  }

  var canSwap: Availability { .when(desk.previous != nil, else: "no other contact was in front") }

  var canChooseTheme: Availability { .when(!themes.isEmpty, else: "there is one theme only") }

  var canChooseLanguage: Availability {
    guard tab != nil else { return .no(Self.nobody) }
    return .when(languages.count > 1, else: "the scripts speak one language only")
  }

  /// Those that the scripts are written in, and the customer's own.
  var languages: [String] {
    var tags = Set(
      knowledge.definitions.scripts.flatMap { script in
        script.steps.flatMap { $0.text.texts.keys }
      }
    )
    tags.insert(knowledge.language)
    return tags.sorted()
  }
}
