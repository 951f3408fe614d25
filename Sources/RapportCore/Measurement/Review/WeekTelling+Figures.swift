import JSONLogic

/// Goals, judgements, and what really changed.
extension WeekTelling {
  // MARK: - Goals

  var goals: [Told] {
    let reference = DefinitionReference(.store, "store")
    let own =
      facts.settings.goal.map { goal in
        Told(
          sentence(goal, facts.satisfaction?.all.now),
          .definition(reference),
          isDue: isMissed(goal, facts.satisfaction?.all.now)
        )
      }
      ?? Told(
        "the store has no goal yet: say what it is to achieve",
        .definition(reference),
        isDue: true
      )
    // Of the segments only those that are known to miss theirs.
    let missed = facts.active.compactMap { segment -> Told? in
      guard let goal = segment.goal, let state = states[segment.id],
        isMissed(goal, state.satisfaction?.now)
      else { return nil }
      return Told(
        "\(segment.name): \(measure(goal, state.satisfaction?.now))",
        .step(segment.id, .figures),
        isDue: true
      )
    }
    return [own] + missed
  }

  /// `satisfaction 81 %, 78-84, of 512 answers; target 90 %: below it. “Answer within a day”`.
  private func sentence(_ goal: StoreSettings.Goal, _ share: Proportion?) -> String {
    "\(measure(goal, share)). “\(goal.text)”"
  }

  private func measure(_ goal: StoreSettings.Goal, _ share: Proportion?) -> String {
    guard let metric = goal.metric else { return "it names no figure to measure it by" }
    let by = goal.by.map { " by \(wording.date($0))" } ?? ""
    let target = goal.target.map { "; target \(Self.target($0, metric))\(by)" } ?? "; no target"
    guard metric == "csat" else {
      return "\(MetricWords.text(metric)) is not measured yet\(target)"
    }
    guard let share else { return "satisfaction is not known\(target)" }
    let words = "satisfaction \(shares.text(share, of: "answer"))"
    guard let wanted = goal.target, let interval = share.interval else { return words + target }
    let verdict =
      interval.lowerBound >= wanted
      ? "reached" : interval.upperBound < wanted ? "below it" : "not certain yet"
    return "\(words)\(target): \(verdict)"
  }

  private func isMissed(_ goal: StoreSettings.Goal, _ share: Proportion?) -> Bool {
    guard goal.metric == "csat", let target = goal.target, let interval = share?.interval else {
      return false
    }
    return interval.upperBound < target
  }

  private static func target(_ value: Double, _ metric: String) -> String {
    metric == "csat" && value <= 1
      ? "\(NumberWords.words(value * 100)) %" : NumberWords.words(value)
  }

  // MARK: - Judgements

  var judgements: [Told] {
    let due = facts.adjustments.filter { $0.evaluateAt <= facts.today }
      .sorted { ($0.evaluateAt, $0.id) < ($1.evaluateAt, $1.id) }
    return due.map { adjustment in
      let days = facts.today.days(since: adjustment.evaluateAt)
      let name = FeedbackWords(facts.definitions).name(of: Feedback.Subject(adjustment.on))
      let since = days == 0 ? "today" : "since \(self.days(days))"
      return Told(
        "the change of \(name) is due for judgement \(since), by \(MetricWords.text(adjustment.metric))",
        .definition(adjustment.on),
        isDue: true
      )
    }
  }

  // MARK: - What changed

  var changes: [Told] {
    guard let trends = facts.trends else { return [] }
    let period = "\(Satisfaction.days) days"
    guard !trends.figures.isEmpty else {
      return [
        Told(
          "too few answers to compare the last \(period) with the \(period) before:"
            + " \(Int(facts.settings[.fewAnswersBelow])) in each are needed"
        )
      ]
    }
    let changed = trends.changed
    guard !changed.isEmpty else {
      return [
        Told(
          "satisfaction: no difference that the answers can tell from chance, "
            + "\(Self.count(trends.figures.count, "figure")) compared over \(period)"
        )
      ]
    }
    return changed.map { change(of: $0.segment, $0.satisfaction) }
  }

  private func change(of segment: Segment?, _ figures: Satisfaction) -> Told {
    let isDown = (figures.now.share ?? 0) < (figures.before.share ?? 0)
    let name = segment?.name ?? "all customers"
    let before = figures.before.share.map { "\(ShareWords.percent($0)) %" } ?? ""
    return Told(
      "\(name): satisfaction \(isDown ? "fell" : "rose") from \(before) to "
        + shares.text(figures.now, of: "answer"),
      segment.map { .step($0.id, .figures) },
      isDue: isDown
    )
  }

  // MARK: - Sizes

  var sizes: [Told] { sizesOfNobody + sizesByRules + sizesByRecords }

  /// Segments that nobody belongs to, or everybody.
  private var sizesOfNobody: [Told] {
    facts.active.compactMap { segment in
      facts.sizeDoubt(of: segment).map { doubt in
        Told("\(segment.name): \(doubt.words)", .step(segment.id, .rule), isDue: true)
      }
    }
  }

  /// The most moved first.
  private var sizesByRecords: [Told] {
    switch facts.recordMoves {
    case nil: return []
    case .tooMany(let count):
      return [
        Told(
          "\(Self.count(count, "customer")) changed: too many to tell whom that moved between segments"
        )
      ]
    case .counted(let moves):
      let moved = facts.active.compactMap { segment in
        moves[segment.id].flatMap { $0.joined + $0.left > 0 ? (segment, $0) : nil }
      }
      return moved.sorted { $0.1.joined + $0.1.left > $1.1.joined + $1.1.left }
        .map { segment, move in
          let now = facts.sizes?[segment.id].map { "; \(Self.count($0.counts.isIn, "member")) now" }
          return Told(
            "\(segment.name): \(NumberWords.words(Double(move.joined))) joined, "
              + "\(NumberWords.words(Double(move.left))) left by what became known of them"
              + (now ?? ""),
            place(segment.id)
          )
        }
    }
  }

  private var sizesByRules: [Told] {
    let moved = facts.active.compactMap { segment -> (Int, Told)? in
      guard let move = facts.moves[segment.id], move.joining + move.leaving > 0 else { return nil }
      let members = Self.count(move.after.isIn, "member")
      let words =
        segment.revision == 1 && move.before.isIn == 0
        ? "\(segment.name) is new: \(members)"
        : "\(segment.name), version \(segment.revision): "
          + "\(NumberWords.words(Double(move.joining))) joined, "
          + "\(NumberWords.words(Double(move.leaving))) left by its changed rule; \(members) now"
      return (move.joining + move.leaving, Told(words, place(segment.id)))
    }
    return moved.sorted { $0.0 > $1.0 }.map(\.1)
  }
}
