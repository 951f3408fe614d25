/// Puts the facts of a week into sentences, topic by topic.
struct WeekTelling {
  struct Told {
    var words: String
    var place: WeekReview.Place?
    var isDue: Bool

    init(_ words: String, _ place: WeekReview.Place? = nil, isDue: Bool = false) {
      self.words = words
      self.place = place
      self.isDue = isDue
    }
  }

  let facts: WeekFacts
  let states: [Segment.ID: SegmentState]
  let shares: ShareWords
  let wording: Wording

  init(_ facts: WeekFacts) {
    self.facts = facts
    states = facts.states
    shares = ShareWords(facts.settings)
    wording = Wording(
      languages: ["en", facts.settings.language],
      zone: facts.zone,
      today: facts.today
    )
  }

  /// What matters most first.
  func lines(of topic: WeekReview.Topic) -> [Told] {
    switch topic {
    case .goal: goals
    case .judgement: judgements
    case .changed: changes
    case .sizes: sizes
    case .feedback: feedback
    case .followUps: followUps
    case .scripts: scripts
    case .data: data
    case .reviews: reviews
    case .profiles: profiles
    case .unread: facts.unread.map { Told($0, isDue: true) }
    }
  }

  func place(_ segment: Segment.ID) -> WeekReview.Place {
    .definition(DefinitionReference(.segment, segment.rawValue))
  }

  func days(_ count: Int) -> String { Wording.days(count) }

  static func count(_ number: Int, _ noun: String) -> String { CoverageGap.count(number, noun) }
}
