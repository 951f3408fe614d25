import Synchronization

/// The ranking of reasons, made when it is first wanted, so that nothing waits for it at the start.
final class CallerWords: Sendable {
  private let definitions: Definitions
  private let made = Mutex<IntentRanker?>(nil)

  init(_ definitions: Definitions) { self.definitions = definitions }

  var ranker: IntentRanker {
    made.withLock { made in
      if let made { return made }
      let ranker = IntentRanker(definitions)
      made = ranker
      return ranker
    }
  }
}

extension Tailor {
  /// The reasons that a caller's words speak for, best first, at most `limit`.
  ///
  /// The first call reads all examples, about 0.1 s for 10,000; others take well under a millisecond.
  package func rank(_ text: String, limit: Int = 10) -> [IntentMatch] {
    callerWords.ranker.rank(text, limit: limit)
  }
}
