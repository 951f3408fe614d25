import RapportCore

/// What supervisors answered to the agent's own feedback.
extension App {
  /// Those that the agent has not read, the newest first.
  var unreadAnswers: [Feedback] {
    guard find.moving == nil else { return [] }
    return feedback.answers.filter { line in
      line.answer?.by != agent.id && feedback.read[line.id] != line.answer?.at
    }
  }

  /// `Lena answered`.
  func title(ofAnswer line: Feedback) -> String {
    let name = line.answer.map { feedbackWords.agent($0.by) } ?? ""
    return "\(name.split(separator: " ").first.map(String.init) ?? name) answered"
  }

  /// `on Mobile-first: “We changed the rule.”`.
  func words(ofAnswer line: Feedback) -> String {
    "on \(feedbackWords.subject(line.on)): “\(line.answer?.text ?? "")”"
  }

  /// Shows it in full; from then on it is read, also after a restart.
  mutating func openAnswer(_ id: Feedback.ID, now: Instant) -> [Effect] {
    guard let line = unreadAnswers.first(where: { $0.id == id }) else { return [] }
    layers.append(.feedback(FeedbackCard(line)))
    feedback.noteRead(line)
    return [.noteRead(line)]
  }

  mutating func takeNotRead(_ why: String, now: Instant) {
    // It is asked for again and again.
    guard feedback.problem != why else { return }
    feedback.problem = why
    say(.error, "What agents said cannot be read: \(why)", at: now)
  }
}
