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
    /// The lines that are only counted.
    case rest(Topic)
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
  /// How many somebody has to do something about, those that are only counted among them.
  package private(set) var due = 0

  /// `nothing waits`, `1 thing waits for somebody`.
  package var dueWords: String {
    switch due {
    case 0: "nothing waits"
    case 1: "1 thing waits for somebody"
    default: "\(NumberWords.words(Double(due))) things wait for somebody"
    }
  }

  /// The lines of one topic before the rest of them is counted in one.
  private static let most = 3

  /// - Parameters:
  ///   - facts: what is known of the week.
  ///   - whole: the topics of which every line is told.
  package init(_ facts: WeekFacts, whole: Set<Topic> = []) {
    let telling = WeekTelling(facts)
    for topic in Topic.allCases {
      let told = telling.lines(of: topic)
      due += told.count(where: \.isDue)
      let isWhole = whole.contains(topic) || told.count <= Self.most + 1
      for line in told.prefix(isWhole ? told.count : Self.most) { add(topic, line) }
      guard !isWhole else { continue }
      let rest = told.dropFirst(Self.most)
      let isDue = rest.contains(where: \.isDue)
      add(topic, WeekTelling.Told("and \(rest.count) more", .rest(topic), isDue: isDue))
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
}
