import RapportCore
import Terminal

/// The script.
extension DeskView {
  func sayTitle(_ tab: Tab) -> String {
    guard let script = tab.guidance.script else {
      let reason = app.knowledge.title(of: tab.contact.intent)
      return reason.map { "Say: \($0)" } ?? "Say: no reason yet"
    }
    let step = tab.step(at: focus) ?? tab.step(at: tab.firstOpenStep)
    let place = step.map { ", step \(tab.number(of: $0)) of \(script.steps.count)" } ?? ""
    return "Say: \(script.title)\(place)"
  }

  func sayRows(_ tab: Tab, columns: Int, full: Bool) -> [DeskRow] {
    guard let script = tab.guidance.script else { return noScriptRows(tab, columns: columns) }
    return subjectRows(tab, columns: columns)
      + stepsRows(script, tab, columns: columns, full: full)
  }

  func subjectRows(_ tab: Tab, columns: Int) -> [DeskRow] {
    guard let subject = tab.guidance.script?.subject, !subject.isEmpty else { return [] }
    let line = Line("Subject  ", role: .label) + ScriptText.line(subject)
    return DeskRow.paragraph(line, indent: 0, columns: columns, stop: .subject)
  }

  private func stepsRows(
    _ script: RenderedScript,
    _ tab: Tab,
    columns: Int,
    full: Bool
  ) -> [DeskRow] {
    var rows: [DeskRow] = []
    let said = script.way(tab.contact.branches).said
    for step in script.steps {
      let isOnWay = said?.contains(step.id) ?? true
      rows += stepRows(step, tab, isOnWay: isOnWay, columns: columns, full: full)
    }
    return rows
  }

  private func noScriptRows(_ tab: Tab, columns: Int) -> [DeskRow] {
    let words =
      tab.contact.intent == nil
      ? "i chooses the reason: type what the caller says, or paste their e-mail."
      : tab.guidance.noScript ?? "No script serves this reason on this channel."
    return DeskRow.paragraph(Line(words, role: .scriptNote), indent: 0, columns: columns, stop: nil)
  }

  private func stepRows(
    _ step: RenderedScript.RenderedStep,
    _ tab: Tab,
    isOnWay: Bool,
    columns: Int,
    full: Bool
  ) -> [DeskRow] {
    let stop = Stop.step(step.id)
    let mark = tab.contact.ticks[step.id]
    let isFocused = stop == focus
    var head = Line(mark?.box ?? "[ ] ", role: mark == nil ? .step : .stepDone)
    head += Line(step.label, role: mark == nil ? (isFocused ? .titleFocus : .step) : .stepDone)
    if let mark { head += Line("  \(mark.word)", role: .stepDone) }
    if mark == nil, !isOnWay { head += Line("  not this way", role: .stepDone) }
    if step.kind == .do { head += Line("  for you, not to say", role: .scriptNote) }
    var rows = [DeskRow(head, stop: stop)]
    // What is dealt with makes room for what comes.
    guard mark == nil && isOnWay || isFocused || full else { return rows }
    rows += app.desk.broken.rows(of: step, columns: columns)
    for (label, value) in step.compare {
      let line = Line([
        Span("compare \(label): ", role: .label),
        Span(value ?? "not known", role: value == nil ? .unknown : .scriptFilled),
      ])
      rows += DeskRow.paragraph(line, indent: 4, columns: columns, stop: stop)
    }
    // What only follows is no choice.
    for (index, branch) in step.next.enumerated() where step.kind == .choose {
      let isTaken = tab.contact.branches[step.id] == branch.to
      let line = Line([
        Span("\(index + 1) ", role: .hintKey),
        Span(branch.label + (isTaken ? "  taken" : "")),
      ])
      rows += DeskRow.paragraph(line, indent: 4, columns: columns, stop: stop)
    }
    return rows
  }
}

extension Contact.Mark {
  fileprivate var box: String {
    switch self {
    case .done: "[x] "
    case .skipped: "[-] "
    }
  }
}
