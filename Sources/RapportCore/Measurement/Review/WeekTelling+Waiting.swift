import JSONLogic

/// What waits for somebody: feedback, promises, scripts, data, and segments nobody looks at.
extension WeekTelling {
  var feedback: [Told] {
    let words = FeedbackWords(facts.definitions)
    let groups = FeedbackGroup.groups(facts.feedback).filter { !$0.waiting.isEmpty }
    let wishes = groups.filter { $0.subject == nil }
    var told = groups.filter { $0.subject != nil }
      .sorted { $0.waiting.count > $1.waiting.count }
      .map { group in
        let name = group.subject.map(words.name) ?? ""
        return Told(
          "\(name): \(waiting(group))",
          group.subject?.definition.map { .feedback($0) },
          isDue: true
        )
      }
    if !wishes.isEmpty {
      let noun = wishes.count == 1 ? "caller" : "callers"
      told.append(
        Told("\(wishes.count) \(noun) asked for what we lack", .feedback(nil), isDue: true)
      )
    }
    return told
  }

  /// `4 lines wait for an answer, 3 say it does not fit; the oldest is 5 days old`.
  private func waiting(_ group: FeedbackGroup) -> String {
    let waiting = group.waiting
    let isOne = waiting.count == 1
    var words = isOne ? "1 line waits for an answer" : "\(waiting.count) lines wait for an answer"
    let against = waiting.count { $0.verdict == .not }
    if isOne, against == 1 {
      words += " and says it does not fit"
    } else if against > 0 {
      words += ", \(against) \(against == 1 ? "says" : "say") it does not fit"
    }
    guard let oldest = waiting.map(\.at).min() else { return words }
    let age = facts.today.days(since: facts.zone.date(oldest))
    guard age > 0 else { return words }
    return "\(words); \(isOne ? "it" : "the oldest") is \(days(age)) old"
  }

  var followUps: [Told] {
    let words = FeedbackWords(facts.definitions)
    return (facts.overdue ?? []).map { promise in
      let late = facts.today.days(since: promise.due)
      let what = promise.what?.nonBlank.map { ": \($0)" } ?? ""
      let by = promise.by.map { ", promised by \(words.agent($0))" } ?? ""
      return Told(
        "\(promise.customer) \(days(late)) late\(what)\(by)",
        .customer(promise.customer),
        isDue: true
      )
    }
  }

  /// Only what somebody asked for.
  var scripts: [Told] {
    (facts.gaps?.all ?? []).compactMap { item in
      guard let contacts = item.contacts, contacts > 0 else { return nil }
      let reason =
        item.id.intent.map { id in
          FeedbackWords(facts.definitions).name(of: Feedback.Subject("intent", id.rawValue))
        } ?? "any of \(item.reasons.count) reasons"
      let who = item.id.segment.map { id in
        facts.definitions.segments.first { $0.id == id }.map { " for \($0.name)" } ?? ""
      }
      let language = LocalFormat.languageName(item.id.language)
      return Told(
        "\(language): no script\(who ?? "") about \(reason); \(Self.count(contacts, "contact"))",
        .gap(item.id),
        isDue: true
      )
    }
  }

  var data: [Told] {
    (facts.stale ?? []).map { share in
      let label = facts.definitions.catalog[share.path].map { wording.label($0) } ?? share.path
      let using = facts.active.first { segment in
        segment.rule?.variables.contains { $0.path.description == share.path } ?? false
      }
      let percent = ShareWords.percent(share.stale.share ?? 0)
      return Told(
        "\(label): \(percent) % of what is known is older than \(days(share.freshForDays))",
        using.map { .step($0.id, .rule) },
        isDue: true
      )
    }
  }

  /// Segments that somebody doubts, and those that nobody looked at for too long.
  var reviews: [Told] {
    let doubted = facts.active.compactMap { segment -> Told? in
      guard let validation = states[segment.id]?.validation, validation.state == .toReview else {
        return nil
      }
      let votes = SegmentValidation.words(validation.votes) ?? ""
      let parts = validation.doubted.map { "“\($0.part.text)”: \($0.summary)" }
      let words = ([votes] + parts).filter { !$0.isEmpty }.joined(separator: "; ")
      return Told(
        "\(segment.name) is to be reviewed: \(words)",
        .step(segment.id, .feedback),
        isDue: true
      )
    }
    let late = facts.active.compactMap { segment -> (days: Int, told: Told)? in
      guard let days = states[segment.id]?.overdueDays(facts.settings, today: facts.today) else {
        return nil
      }
      let words = "\(segment.name): nobody looked at it for \(self.days(days))"
      return (days, Told(words, place(segment.id), isDue: true))
    }
    let unknown = facts.active.filter { states[$0.id]?.looked == nil }
    var told = doubted + late.sorted { $0.days > $1.days }.map(\.told)
    if let first = unknown.first {
      told.append(
        Told(
          "not known when anybody looked at \(names(unknown))",
          place(first.id)
        )
      )
    }
    return told
  }

  var profiles: [Told] {
    let noGoal = facts.active.filter { $0.goal == nil }
    let noOwner = facts.active.filter { $0.owner == nil }
    return [("without a goal", noGoal), ("without an owner", noOwner)].compactMap { what, found in
      found.first.map { Told("\(what): \(names(found))", .step($0.id, .profile), isDue: true) }
    }
  }

  /// `Loyal advocates, Mobile-first and 3 more`.
  private func names(_ segments: [Segment]) -> String {
    let shown = segments.prefix(3).map(\.name).joined(separator: ", ")
    return segments.count > 3 ? "\(shown) and \(segments.count - 3) more" : shown
  }
}
