import RapportCore

/// Supervisors answer what agents said.
extension App {
  var canAnswerFeedback: Availability {
    guard workbench.page == .feedback else { return .no("feedback has a page of its own: [ and ]") }
    guard agent.role != .agent else { return .no("supervisors answer feedback") }
    return .when(!feedback.groups.isEmpty, else: "there is no feedback yet")
  }

  var canOpenSubject: Availability {
    .when(
      workbench.page == .feedback && workbench.isOpen
        && workbench.place.selected?.definition.flatMap(WorkbenchPage.page) != nil,
      else: "it is open: Esc goes back to the list"
    )
  }

  mutating func openSubject(now: Instant) -> [Effect] {
    workbench.place.selected?.definition.map { show($0, now: now) } ?? []
  }

  private func selectedGroup(now: Instant) -> FeedbackGroup? {
    let key = selectedRow(now: now)
    return feedback.groups.first { $0.key == key }
  }

  /// Asks which of them, where several wait; where none does, the newest may be answered anew.
  mutating func openAnswers(now: Instant) {
    guard let group = selectedGroup(now: now) else { return }
    let waiting = group.waiting
    guard waiting.count > 1 else {
      guard let line = waiting.first ?? group.lines.first else { return }
      return askAnswer(to: [line.id])
    }
    var items = [
      Picker.Item(
        title: "all \(waiting.count) that wait",
        detail: "the same answer to each",
        choice: .answerFeedback(waiting.map(\.id))
      )
    ]
    items += waiting.map { line in
      Picker.Item(
        title: "\(feedbackWords.agent(line.by)): \(line.verdict.words)",
        detail: line.reason ?? "",
        choice: .answerFeedback([line.id])
      )
    }
    let title = "Answer on \(feedbackWords.subject(group.subject))"
    layers.append(.picker(Picker(.answers, title, isNumbered: true, items: items)))
  }

  mutating func askAnswer(to ids: [Feedback.ID]) {
    let lines = ids.compactMap { feedback.line($0) }
    guard let first = lines.first else { return }
    let names = lines.reduce(into: [String]()) { names, line in
      let name = feedbackWords.agent(line.by)
      if !names.contains(name) { names.append(name) }
    }
    let people = names.count > 2 ? "\(names.count) agents" : names.joined(separator: " and ")
    let what = lines.count == 1 ? first.on.map(feedbackWords.subject) ?? first.reason ?? "" : ""
    let on = lines.count == 1 ? what : feedbackWords.name(of: first.on ?? Feedback.Subject("", ""))
    var input = InputLine("Answer to \(people) on \(on)", for: .feedbackAnswer(ids))
    if lines.count == 1, let answer = first.answer, answer.by == agent.id {
      input = InputLine(input.label, for: input.purpose, text: answer.text)
    }
    layers.append(.input(input))
  }

  mutating func answer(_ ids: [Feedback.ID], _ text: String, now: Instant) -> [Effect] {
    let answer = Feedback.Answer(by: agent.id, at: now, text: text)
    return ids.map { .answerFeedback($0, answer) }
  }

  mutating func takeAnswered(_ line: Feedback, now: Instant) -> [Effect] {
    say(.ok, "Answered: \(feedbackWords.agent(line.by)) reads it on Find", at: now)
    return [.readFeedback(agent.id)]
  }
}

extension FeedbackGroup {
  /// Of its row: the definition, so that it can be opened and edited.
  var key: RowKey { subject?.definition.map(RowKey.definition) ?? .other(id) }
}
