import RapportCore

/// The state of Measure: what is known of this week, and where the reader is.
struct Measure: Sendable {
  /// Nil until something is known.
  private(set) var facts: WeekFacts?
  private(set) var review: WeekReview?
  /// What the facts say of each segment, and the step it waits at.
  private(set) var states: [Segment.ID: SegmentState] = [:]
  private(set) var steps: [Segment.ID: LoopStep] = [:]
  /// Whether more is on its way.
  private(set) var isReading = false
  /// When it was asked for last; counting again at every contact would cost too much.
  private(set) var askedAt: Instant?
  /// Of the newest question; answers to older ones are dropped.
  private(set) var generation = 0
  /// The topics of which every line is told.
  private var whole: Set<WeekReview.Topic> = []
  /// The line that the cursor is on.
  var index = 0
  /// The first row on the screen.
  var top = 0
  /// Where the workbench was before a line led there; while it is known, Esc comes back here.
  var origin: Workbench.Position?

  mutating func begin(now: Instant) -> Int {
    generation += 1
    isReading = true
    askedAt = now
    return generation
  }

  /// What is known so far stays until all of the newer is known.
  mutating func take(_ facts: WeekFacts, isComplete: Bool, generation: Int) {
    guard generation == self.generation else { return }
    isReading = !isComplete
    guard isComplete || self.facts == nil else { return }
    use(facts)
  }

  /// What was read says something else of changed definitions; a retired segment waits for nothing.
  ///
  /// Where other customers belong by them, what was counted of members is not known any more. What is
  /// still being read is of the old ones: it is dropped, and asked for anew where it is looked at.
  mutating func use(_ definitions: Definitions) {
    generation += 1
    (isReading, askedAt) = (false, nil)
    guard var facts else { return }
    if !facts.definitions.keepsMembers(in: definitions) {
      (facts.sizes, facts.gaps, facts.recordMoves, facts.longMoves) = (nil, nil, nil, nil)
      facts.moves = [:]
      facts.isBeingCounted = true
    }
    facts.definitions = definitions
    use(facts)
  }

  /// Tells every line of a topic, also those that were only counted.
  mutating func tellAll(of topic: WeekReview.Topic) {
    guard let facts else { return }
    whole.insert(topic)
    use(facts)
  }

  private mutating func use(_ facts: WeekFacts) {
    self.facts = facts
    states = facts.states
    steps = facts.steps(states)
    review = WeekReview(facts, whole: whole)
    index = min(index, max(0, lines.count - 1))
  }

  var lines: [WeekReview.Line] { review?.lines ?? [] }
  var selected: WeekReview.Line? { lines.indices.contains(index) ? lines[index] : nil }
}
