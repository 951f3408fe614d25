import RapportCore

/// What agents said, as far as this window knows.
struct FeedbackBox: Sendable {
  /// Lines that the workbench shows, the newest; nobody reads more.
  static let limit = 2_000

  /// By what it is on, what waits for an answer first.
  private(set) var groups: [FeedbackGroup] = []
  /// Answers to the agent's own, the newest first.
  private(set) var answers: [Feedback] = []
  /// When those that they have read were given.
  private(set) var read: [Feedback.ID: Instant] = [:]
  private(set) var isKnown = false
  /// Why it could not be read the last time.
  var problem: String?

  mutating func take(_ lines: [Feedback], answers: [Feedback], read: [Feedback.ID: Instant]) {
    groups = FeedbackGroup.groups(lines)
    self.answers = answers
    // What was read in this window may be on its way to the disk.
    self.read.merge(read) { max($0, $1) }
    isKnown = true
    problem = nil
  }

  mutating func noteRead(_ line: Feedback) { read[line.id] = line.answer?.at }

  func line(_ id: Feedback.ID) -> Feedback? {
    groups.lazy.flatMap(\.lines).first { $0.id == id }
  }
}
