import RapportCore
import Terminal

/// Measure: this week, and from each line on to its place.
extension App {
  /// Seconds after which what was read is read again when somebody writes to a journal.
  private static let patience: Int64 = 60

  /// Back to the line that led away; the workbench is as it was before.
  mutating func goBackToWeek(now: Instant) -> [Effect] {
    if let origin = measure.origin { workbench.position = origin }
    return showMeasure(now: now)
  }

  mutating func showMeasure(now: Instant) -> [Effect] {
    layers = []
    measure.origin = nil
    let effects = leaveDesk(now: now)
    view = .measure
    // What a line is about is told beside it, with what is wrong with it.
    let check = workbench.problems == nil ? check(now: now) : []
    return effects + readWeek(now: now) + check
  }

  /// Asks for all that a week is told from.
  mutating func readWeek(now: Instant) -> [Effect] {
    [.readWeek(generation: measure.begin(now: now), at: now)]
  }

  /// Where it is on the screen, and was not read a moment ago.
  mutating func readWeekIfStale(now: Instant) -> [Effect] {
    guard [.measure, .workbench].contains(view) else { return [] }
    let isOld = measure.askedAt.map { now.seconds(since: $0) >= Self.patience } ?? true
    return isOld ? readWeek(now: now) : []
  }

  mutating func moveInMeasure(_ action: Action.ID, now: Instant) {
    let last = max(0, measure.lines.count - 1)
    let page = max(1, (size.rows - 5) / 2)
    let target =
      switch action {
      case .lineUp: measure.index - 1
      case .lineDown: measure.index + 1
      case .pageUp: measure.index - page
      case .pageDown: measure.index + page
      case .first: 0
      default: last
      }
    measure.index = min(max(0, target), last)
    let view = MeasureView(app: self, now: now)
    measure.top = view.top(showing: measure.index)
  }

  /// Goes to the place of the line that the cursor is on; Esc comes back.
  mutating func openReviewLine(now: Instant) -> [Effect] {
    guard let place = measure.selected?.place else { return [] }
    let position = workbench.position
    let effects = open(place, now: now)
    if view == .workbench { measure.origin = position }
    return effects
  }

  private mutating func open(_ place: WeekReview.Place, now: Instant) -> [Effect] {
    switch place {
    case .definition(let reference): return show(reference, now: now)
    case .step(let segment, let place): return show(segment, at: place, now: now)
    case .feedback(let reference): return showFeedback(on: reference, now: now)
    case .customer(let id): return openCard(of: id, found: nil, now: now)
    case .gap(let gap): return showGaps(of: nil, at: gap, now: now)
    case .rest(let topic):
      measure.tellAll(of: topic)
      return []
    }
  }

  /// Where the next step of a segment is done.
  mutating func show(
    _ segment: Segment.ID,
    at place: LoopStep.Place,
    now: Instant
  ) -> [Effect] {
    let reference = DefinitionReference(.segment, segment.rawValue)
    switch place {
    case .feedback where feedback.groups.contains { $0.key == .definition(reference) }:
      return showFeedback(on: reference, now: now)
    case .gaps: return showGaps(of: segment, at: nil, now: now)
    case .profile, .rule, .feedback, .figures:
      let effects = show(reference, now: now)
      workbench.profile.tab = place.tab
      return effects
    }
  }

  /// What was said of something, in full; nil is what the team lacks.
  private mutating func showFeedback(
    on reference: DefinitionReference?,
    now: Instant
  ) -> [Effect] {
    let effects = showWorkbench(now: now)
    workbench.page = .feedback
    let key = feedbackKey(of: reference)
    workbench.select(key)
    workbench.isOpen = key != nil
    return effects
  }

  /// The row of what was said of something; nil is what the team lacks.
  func feedbackKey(of reference: DefinitionReference?) -> RowKey? {
    reference.map(RowKey.definition)
      ?? feedback.groups.first { $0.subject == nil && !$0.waiting.isEmpty }?.key
  }

  private mutating func showGaps(
    of segment: Segment.ID?,
    at gap: GapReport.Item.ID?,
    now: Instant
  ) -> [Effect] {
    workbench.page = .gaps
    workbench.gaps.segment = segment
    workbench.isOpen = false
    workbench.isFiltering = false
    let effects = showWorkbench(now: now)
    workbench.select(gap.map { .other($0.name) })
    return effects
  }

  var canGoBackToWeek: Availability {
    .when(
      measure.origin != nil && workbench.screens.isEmpty && !isFilteringMembers
        && workbench.writing == nil,
      else: "no line of this week (F5) led here"
    )
  }

  var canOpenReviewLine: Availability {
    guard let line = measure.selected else { return .no("nothing is told yet") }
    return .when(line.place != nil, else: "there is nothing to open here")
  }
}

/// From a segment of the workbench on to where its next step is done.
extension App {
  mutating func takeNextStep(now: Instant) -> [Effect] {
    guard let (segment, step) = nextStep(now: now) else {
      say(.info, "That waits for no step of the loop", at: now)
      return []
    }
    say(.info, "\(knowledge.segmentName(segment)): \(step.words)", at: now)
    return show(segment, at: step.place, now: now)
  }

  /// Of the segment that the cursor is on.
  private func nextStep(now: Instant) -> (segment: Segment.ID, step: LoopStep)? {
    guard workbench.page == .segments,
      let reference = selectedDefinition(now: now), reference.kind == .segment
    else { return nil }
    let id = Segment.ID(reference.id)
    return measure.steps[id].map { (id, $0) }
  }

  var canTakeNextStep: Availability {
    guard workbench.page == .segments else { return .no("only segments have a next step") }
    return .when(!measure.steps.isEmpty, else: "it is not known yet what the segments wait for")
  }
}

extension LoopStep.Place {
  /// The tab of a profile where it is done.
  fileprivate var tab: SegmentTab {
    switch self {
    case .profile: .who
    case .rule: .rule
    case .gaps: .how
    case .feedback: .changes
    case .figures: .figures
    }
  }
}
