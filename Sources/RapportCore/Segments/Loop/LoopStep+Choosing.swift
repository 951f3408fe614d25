import JSONLogic

extension LoopStep {
  /// A gap counts from this share of the members on.
  private static let sharedLanguage = 0.05

  /// Nil for a retired segment, which waits for nothing, and as long as it cannot be told.
  package init?(_ state: SegmentState, _ settings: StoreSettings, today: CalendarDate) {
    guard state.segment.status != .retired else { return nil }
    let first =
      Self.definition(state.segment) ?? Self.judgement(state, today) ?? Self.doubt(state)
    if let first {
      self = first
      return
    }
    guard !state.isBeingCounted else { return nil }
    let next =
      Self.size(state, settings) ?? Self.validation(state) ?? Self.gap(state)
      ?? Self.adjustment(state, settings, today)
    self = next ?? Self.measurement(state, settings, today)
  }

  private static func definition(_ segment: Segment) -> LoopStep? {
    if segment.broken != nil { return LoopStep(.define, "the rule cannot be used", at: .rule) }
    if segment.rule == nil, segment.manual.isEmpty {
      return LoopStep(.define, "no rule", at: .rule)
    }
    guard let goal = segment.goal else { return LoopStep(.define, "no goal", at: .profile) }
    if segment.owner == nil { return LoopStep(.define, "no owner", at: .profile) }
    if goal.metric == nil || goal.target == nil {
      return LoopStep(.define, "goal without a target", at: .profile)
    }
    if segment.status == .draft { return LoopStep(.define, "not active yet", at: .profile) }
    return nil
  }

  private static func judgement(_ state: SegmentState, _ today: CalendarDate) -> LoopStep? {
    guard state.adjustments.contains(where: { $0.evaluateAt <= today }) else { return nil }
    return LoopStep(.adjust, "a change is due for judgement", at: .figures)
  }

  private static func doubt(_ state: SegmentState) -> LoopStep? {
    let validation = state.validation
    if validation.isDoubtedByAgents {
      let votes = validation.votes.fit
      let words = "\(votes.count - votes.successes) of \(votes.count) votes: does not fit"
      return LoopStep(.refine, words, at: .feedback)
    }
    if let doubted = validation.doubted.first {
      return LoopStep(.refine, "customers doubt: \(doubted.part.text)", at: .profile)
    }
    guard state.waiting > 0 else { return nil }
    let noun = state.waiting == 1 ? "vote" : "votes"
    return LoopStep(.refine, "answer \(state.waiting) \(noun)", at: .feedback)
  }

  private static func size(_ state: SegmentState, _ settings: StoreSettings) -> LoopStep? {
    guard let size = state.size else { return nil }
    let count = size.isIn + size.unknown + size.out + size.broken
    guard count > 0 else { return nil }
    let unknown = Double(size.unknown) / Double(count)
    if unknown > settings[.missingShare] {
      return LoopStep(.collect, "\(ShareWords.percent(unknown)) % not known", at: .rule)
    }
    guard let doubt = state.sizeDoubt else { return nil }
    let words = doubt.finding == .noMembers ? "nobody belongs" : "nearly everybody belongs"
    return LoopStep(.analyze, words, at: .rule)
  }

  private static func validation(_ state: SegmentState) -> LoopStep? {
    state.validation.missing.first.map { LoopStep(.validate, $0, at: .feedback) }
  }

  /// The first gap in a language that more than a few of the members speak.
  private static func gap(_ state: SegmentState) -> LoopStep? {
    let members = state.size?.isIn
    let gap = state.gaps?.first { item in
      guard let members, members > 0, let customers = item.customers else { return true }
      return Double(customers) >= sharedLanguage * Double(members)
    }
    guard let gap else { return nil }
    let language = LocalFormat.languageName(gap.id.language)
    let ways = gap.id.intent == nil ? "scripts" : gap.channels.map(\.words).inWords
    return LoopStep(.tailor, "\(language) \(ways) missing", at: .gaps)
  }

  private static func adjustment(
    _ state: SegmentState,
    _ settings: StoreSettings,
    _ today: CalendarDate
  ) -> LoopStep? {
    if state.trend == .down {
      return LoopStep(.adjust, "satisfaction fell", at: .figures)
    }
    if let by = state.segment.goal?.by, by < today {
      return LoopStep(.adjust, "the goal was due on \(by)", at: .figures)
    }
    return state.overdueDays(settings, today: today).map {
      LoopStep(.adjust, "not reviewed for \($0) days", at: .profile)
    }
  }

  private static func measurement(
    _ state: SegmentState,
    _ settings: StoreSettings,
    _ today: CalendarDate
  ) -> LoopStep {
    if let due = state.adjustments.map(\.evaluateAt).filter({ $0 > today }).min() {
      return LoopStep(.measure, "judge on \(due)", at: .figures)
    }
    guard let now = state.satisfaction?.now else {
      return LoopStep(.measure, "nothing waits", at: .figures)
    }
    let wanted = Int(settings[.fewAnswersBelow])
    guard now.count < wanted else { return LoopStep(.measure, "nothing waits", at: .figures) }
    return LoopStep(.measure, "\(now.count) of \(wanted) answers", at: .figures)
  }
}
