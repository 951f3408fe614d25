/// This week, for whoever is responsible for segments: what changed, what is due, what waits.
///
/// What matters most comes first, so that the beginning tells enough.
package struct WeekReview: Sendable {
  package enum Topic: String, Sendable, CaseIterable {
    case goal, judgement, changed, sizes, feedback
    case followUps = "follow-ups"
    case scripts, data, reviews, profiles, unread

    /// On screen.
    package var title: String {
      switch self {
      case .goal: "Goal"
      case .judgement: "To judge"
      case .changed: "Changed"
      case .sizes: "Sizes"
      case .feedback: "Feedback"
      case .followUps: "Overdue"
      case .scripts: "Scripts"
      case .data: "Old data"
      case .reviews: "Reviews"
      case .profiles: "Profiles"
      case .unread: "Not read"
      }
    }
  }

  /// Where a line leads.
  package enum Place: Sendable, Hashable {
    case definition(DefinitionReference)
    /// A segment, where its next step is done.
    case step(Segment.ID, LoopStep.Place)
    /// What was said of something; nil for what the team lacks.
    case feedback(DefinitionReference?)
    case customer(Customer.ID)
    case gap(GapReport.Item.ID)
  }

  package struct Line: Sendable, Identifiable {
    /// Its number in the review.
    package var id: Int
    package var topic: Topic
    package var words: String
    /// Nil where there is nothing to open.
    package var place: Place?
    /// Whether somebody has to do something.
    package var isDue: Bool
  }

  package private(set) var lines: [Line] = []

  /// The lines of one topic before the rest of them is counted in one.
  private static let most = 3

  package init(_ facts: WeekFacts) {
    let telling = WeekTelling(facts)
    for topic in Topic.allCases {
      let told = telling.lines(of: topic)
      for line in told.prefix(told.count == Self.most + 1 ? told.count : Self.most) {
        add(topic, line)
      }
      guard told.count > Self.most + 1 else { continue }
      let rest = told.dropFirst(Self.most)
      let isDue = rest.contains(where: \.isDue)
      add(topic, WeekTelling.Told("and \(rest.count) more", rest.first?.place, isDue: isDue))
    }
  }

  private mutating func add(_ topic: Topic, _ told: WeekTelling.Told) {
    lines.append(
      Line(
        id: lines.count,
        topic: topic,
        words: told.words,
        place: told.place,
        isDue: told.isDue
      )
    )
  }

  /// How many lines somebody has to do something about.
  package var due: Int { lines.count(where: \.isDue) }
}
