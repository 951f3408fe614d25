import RapportCore

/// What the agent says of what the Desk shows.
extension App {
  var feedbackWords: FeedbackWords { FeedbackWords(knowledge.definitions) }

  /// What the cursor is on; where a line names several segments, the strongest first.
  var feedbackTargets: [FeedbackTarget] {
    guard let tab = desk.front, let stop = tab.focus(layout) else { return [] }
    let catalog = knowledge.definitions.catalog
    let guidance = tab.guidance
    switch stop {
    case .segment(let id): return [guidance.target(segment: id, catalog)].compactMap(\.self)
    case .node:
      return [tab.why.flatMap { guidance.target(segment: $0.segment, catalog) }].compactMap(\.self)
    case .who:
      return tab.memberships(full: false).prefix(5).compactMap {
        guidance.target(segment: $0.segment, catalog)
      }
    case .how: return [guidance.target(phrase: nil, knowledge.definitions)]
    case .phrase(let phrase): return [guidance.target(phrase: phrase, knowledge.definitions)]
    case .offer(let id):
      guard let offer = tab.offer(at: stop) else { return [] }
      return [guidance.target(offer: id, name: tab.name(of: offer.service))].compactMap(\.self)
    case .step(let id): return [guidance.target(step: id)].compactMap(\.self)
    case .subject: return [guidance.subjectTarget].compactMap(\.self)
    default: return []
    }
  }

  var canGiveFeedback: Availability {
    guard desk.front != nil else { return .no("nobody is open: find the caller first") }
    return .when(
      !feedbackTargets.isEmpty,
      else: "feedback is on a segment, the tone, an offer or a step: move to one first"
    )
  }

  mutating func openFeedback() {
    guard let target = feedbackTargets.first else { return }
    openFeedback(on: target)
  }

  mutating func openFeedback(on target: FeedbackTarget) {
    let verdicts: [Feedback.Verdict] = [.fits, .not, .unsure]
    var items = verdicts.map {
      Picker.Item(title: $0.words, choice: .feedback(target, $0))
    }
    items.append(Picker.Item(title: Feedback.Verdict.lacks.words, choice: .wish))
    if let tab = desk.front,
      let own = memberQuestions(of: tab).first(where: {
        target.subject.definition == $0.target.subject.definition
      })
    {
      items.append(
        Picker.Item(title: "ask them: “\(own.question)”", choice: .askMember(own))
      )
    }
    items += feedbackTargets.filter { $0 != target }.map {
      Picker.Item(title: "on \($0.name) instead", choice: .feedbackOn($0))
    }
    layers.append(
      .picker(Picker(.feedback, "Feedback: \(target.name)", isNumbered: true, items: items))
    )
  }

  mutating func askWhy(_ target: FeedbackTarget, _ verdict: Feedback.Verdict) {
    let said = FeedbackWords.sentence(verdict, target.name)
    let label = verdict.isAnswer ? "\(said); in their words?" : "\(said): why?"
    layers.append(.input(InputLine(label, for: .feedback(target, verdict))))
  }

  mutating func give(
    _ verdict: Feedback.Verdict,
    on target: FeedbackTarget,
    reason: String?,
    now: Instant
  ) -> [Effect] {
    guard let contact = desk.front?.contact else { return [] }
    return keep(
      Feedback(
        id: newFeedback(now: now),
        on: target,
        verdict: verdict,
        reason: reason,
        in: contact,
        at: now
      ),
      on: target.name
    )
  }

  mutating func wish(_ text: String, now: Instant) -> [Effect] {
    guard let tab = desk.front else { return [] }
    return keep(
      Feedback(
        id: newFeedback(now: now),
        lacking: text,
        evidence: tab.guidance.evidenceOfWish(reason: knowledge.title(of: tab.contact.intent)),
        in: tab.contact,
        at: now
      ),
      on: feedbackWords.subject(nil)
    )
  }

  private mutating func newFeedback(now: Instant) -> Feedback.ID {
    Feedback.ID(ULID(at: now, using: &random).description)
  }

  /// Asks for it to be kept, so that `u` can take it back; what was said is told when it is on disk.
  private mutating func keep(_ line: Feedback, on name: String) -> [Effect] {
    desk.editFront {
      $0.undo.append(Tab.Undo(title: "feedback on \(name)", change: .feedback(line)))
    }
    return [.saveFeedback(line)]
  }

  mutating func takeSaved(_ line: Feedback, now: Instant) -> [Effect] {
    if line.verdict == .reviewed { return takeReviewed(line, now: now) }
    let said = FeedbackWords.sentence(line.verdict, feedbackWords.subject(line.on))
    let reason = line.on == nil ? line.reason.map { ": \($0)" } ?? "" : ""
    say(.ok, "Noted: \(said)\(reason)", at: now)
    return [.readFeedback(agent.id)]
  }

  /// What was not kept cannot be taken back.
  mutating func takeNotSaved(_ line: Feedback, why: String, now: Instant) {
    for tab in desk.tabs {
      desk.edit(tab.id) { tab in
        tab.undo.removeAll { undo in
          guard case .feedback(let other) = undo.change else { return false }
          return other.id == line.id
        }
      }
    }
    let what = line.verdict == .reviewed ? "review" : "feedback"
    say(.error, "The \(what) is not in the journal: \(why)", at: now)
  }
}
