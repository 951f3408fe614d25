import RapportCore

/// Asking members whether they are as the profile says, one question a contact.
extension App {
  /// What to ask once nothing else has to be asked: nothing while the caller is upset, and nothing that
  /// was asked in this contact, of this customer, or often enough.
  var memberQuestion: MemberQuestion? {
    guard let tab = desk.front, tab.customer != nil, tab.guidance.questions.isEmpty,
      tab.contact.mood == .calm, !tab.soundsUpset, feedback.isKnown
    else { return nil }
    let asked = answers(in: tab)
    let isDone = asked.contains { $0.interaction?.rawValue == tab.contact.id.rawValue }
    guard !isDone else { return nil }
    return memberQuestions(of: tab).first
  }

  /// Of each segment that the customer is in what was not asked of them, the least often asked first.
  func memberQuestions(of tab: Tab) -> [MemberQuestion] {
    guard tab.customer != nil else { return [] }
    let asked = answers(in: tab)
    let enough = Int(knowledge.settings[.validationVotes])
    return tab.guidance.memberships.filter { $0.answer == .in }.flatMap { membership in
      let segment = knowledge.definitions.segments.first { $0.id == membership.segment }
      let own = feedback.groups.first { $0.id == "segment/\(membership.segment)" }?.lines ?? []
      let parts = (segment?.parts ?? []).filter { part in
        !asked.contains { $0.on?.id == membership.segment.rawValue && $0.isAbout(part) }
      }
      return parts.map { part in (part, own.count { $0.isAbout(part) }) }
        .filter { $0.1 < enough }
        .sorted { $0.1 < $1.1 }
        .map { part, _ in
          MemberQuestion(
            segment: membership.segment,
            name: membership.name,
            part: part,
            revision: membership.revision
          )
        }
    }
  }

  /// What the customer answered to questions about segments.
  private func answers(in tab: Tab) -> [Feedback] {
    guard let customer = tab.contact.customer else { return [] }
    return feedback.groups.lazy.flatMap(\.lines).filter { line in
      line.customer == customer && line.verdict.isAnswer
    }
  }

  mutating func openMemberQuestion(_ question: MemberQuestion) {
    let verdicts: [(String, Feedback.Verdict)] = [
      ("that is so", .agrees), ("that is not so", .disagrees), ("something else", .other),
    ]
    var items = verdicts.map {
      Picker.Item(title: $0.0, choice: .feedback(question.target, $0.1))
    }
    items.append(Picker.Item(title: "would rather not say", choice: .stay))
    var picker = Picker(.answer, "Ask a member of \(question.name)", isNumbered: true, items: items)
    picker.question = question.question
    picker.reason = "for whoever looks after the segment; they may pass it over"
    layers.append(.picker(picker))
  }

  var canAskMember: Availability {
    guard let tab = desk.front else { return .no("nobody is open: find the caller first") }
    return .when(
      !memberQuestions(of: tab).isEmpty,
      else: "they were asked, or are in no segment that says what its customers need"
    )
  }
}

extension Feedback {
  fileprivate func isAbout(_ part: ProfilePart) -> Bool {
    evidence.first.map { $0 == part.text } ?? (on?.part == part.id)
  }
}
