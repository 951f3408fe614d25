import RapportCore
import Terminal

/// What is known of how it goes with a segment, as the list and its profile say it.
extension WorkbenchFacts {
  func state(of segment: Segment.ID) -> SegmentState? { measure.states[segment] }

  /// Nil while it is not known, and for a retired segment.
  func step(of segment: Segment.ID) -> LoopStep? { measure.steps[segment] }

  /// `90 %, 79-96 (50)`, `80 %, 49-94 (10, few)`, `3 of 3`.
  func satisfactionCell(_ segment: Segment.ID) -> Line {
    guard let now = state(of: segment)?.satisfaction?.now else { return Line() }
    guard let share = now.share, let interval = now.interval else {
      return Line("no answer", role: .textDim)
    }
    guard now.count >= Int(settings[.countsOnlyBelow]) else {
      return Line("\(now.successes) of \(now.count)", role: .textDim)
    }
    func percent(_ share: Double) -> String { "\(ShareWords.percent(share))" }
    let few = ShareWords(settings).isComparable(now) ? "" : ", few"
    return Line("\(percent(share)) %")
      + Line(
        ", \(percent(interval.lowerBound))-\(percent(interval.upperBound))"
          + " (\(NumberWords.words(Double(now.count)))\(few))",
        role: .textDim
      )
  }

  /// What it is sorted by: of too few answers to tell a share none is known.
  func satisfiedShare(_ segment: Segment.ID) -> Double? {
    guard let now = state(of: segment)?.satisfaction?.now,
      now.count >= Int(settings[.countsOnlyBelow])
    else { return nil }
    return now.share
  }

  /// `rose`, `no difference`, `few answers`, `few before`, as This week judges it, so that both always say the same.
  ///
  /// How many answers it is of stands in the column before.
  func trendCell(_ segment: Segment.ID) -> Line {
    guard let state = state(of: segment), let figures = state.satisfaction, figures.now.count > 0
    else { return Line() }
    switch state.trend {
    case .up: return Line("rose", role: .statusOk)
    case .down: return Line("fell", role: .statusWarning)
    case .same: return Line("no difference", role: .textDim)
    case nil:
      // A draft is not compared with others, however many answers there are.
      guard state.segment.status == .active else { return Line() }
      let isFew = !ShareWords(settings).isComparable(figures.now)
      return Line(isFew ? "few answers" : "few before", role: .textDim)
    }
  }

  /// `validate: not checked with customers`, `draft: no goal`, `retired`: its column stays
  /// at every width.
  func stepCell(_ segment: Segment) -> Line {
    let status = segment.status == .active ? nil : Span(segment.status.word, role: .near)
    guard let step = step(of: segment.id) else { return Line([status].compactMap(\.self)) }
    let name = status ?? Span(step.name.rawValue, role: .textDim)
    return Line([name, Span(": ", role: .textDim), Span(step.action)])
  }
}

extension DetailLines {
  /// The next step, and whether customers and agents confirmed the segment.
  mutating func addNextStep(of segment: Segment.ID, _ facts: WorkbenchFacts) {
    guard let state = facts.state(of: segment) else { return }
    if let step = facts.step(of: segment) {
      add("Next", Line(step.words, role: .near) + Line("  t goes there", role: .hintText))
    }
    add("Checked", state.validation.words)
  }

  /// How satisfied those were who were in it then.
  mutating func addSatisfaction(of segment: Segment.ID, _ facts: WorkbenchFacts) {
    guard let figures = facts.state(of: segment)?.satisfaction else { return }
    let shares = ShareWords(facts.settings)
    let now = "\(shares.text(figures.now, of: "answer")), last \(Satisfaction.days) days"
    add("Satisfied", facts.state(of: segment)?.trend.map { "\(now); \($0.sentence)" } ?? now)
    add("Before", "\(shares.text(figures.before, of: "answer")), \(Satisfaction.days) days before")
  }

  /// What customers and agents said, part by part.
  mutating func addValidation(_ validation: SegmentValidation) {
    heading("Checked with customers and agents: \(validation.state.words)")
    add("Agents", validation.votes.sentence ?? "no vote yet: f on the Desk votes")
    if validation.votes.sentence != nil {
      add("", SegmentValidation.howCounted, role: .textDim)
    }
    add("Before", validation.earlier.sentence.map { "\($0), of another rule" })
    for answers in validation.answers {
      add(
        answers.part.list == .needs ? "Need" : "Prefers",
        "\(answers.part.text): \(answers.summary)"
      )
      add("", each: answers.words.prefix(3).map { "“\($0)”" }, role: .note)
    }
    guard validation.answers.isEmpty == false else {
      return add("Customers", "there is no need and no preference to ask them about")
    }
    guard validation.customers == 0 else { return }
    add("Customers", "none was asked: l on the members makes a call list", role: .textDim)
  }
}

extension Satisfaction.Trend {
  /// As This week says it.
  fileprivate var sentence: String {
    switch self {
    case .up: "it rose"
    case .down: "it fell"
    case .same: "no difference that the answers can tell from chance"
    }
  }
}
