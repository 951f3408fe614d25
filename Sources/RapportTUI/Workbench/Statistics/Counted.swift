/// Something that is counted in the background.
///
/// What was known stays while it is counted anew: a figure of a moment ago says more than none.
struct Counted<Value: Sendable>: Sendable {
  enum State: Sendable, Hashable {
    /// Nobody asked.
    case idle
    case running, done
    case failed(String)
  }

  private(set) var value: Value?
  private(set) var state = State.idle
  /// Of the newest question; answers to older ones are dropped.
  private(set) var generation = 0

  /// Starts a question; `forgetting` where it is about something else than the last one.
  mutating func begin(forgetting: Bool = false) -> Int {
    if forgetting { value = nil }
    state = .running
    generation += 1
    return generation
  }

  /// What was known, and what is being counted, is of something that is not so any more.
  mutating func forget() {
    (value, state) = (nil, .idle)
    generation += 1
  }

  mutating func take(_ result: Result<Value, CountingFailure>, generation: Int) {
    guard generation == self.generation else { return }
    switch result {
    case .success(let value):
      self.value = value
      state = .done
    case .failure(let failure):
      value = nil
      state = .failed(failure.why)
    }
  }

  /// Why there is no value, in words; nil where there is one.
  var absence: String? {
    guard value == nil else { return nil }
    if case .failed(let why) = state { return "not counted: \(why)" }
    return "counting"
  }
}

/// Why something could not be counted, as the end of a sentence.
struct CountingFailure: Error {
  var why: String

  static let nobody = CountingFailure(why: "nobody counts customers here")
}
