import Synchronization

/// The phrases of the store's tones by language and channel, each put together when it is first wanted.
final class PhraseBook: Sendable {
  private struct Key: Hashable {
    var tone: Tone.ID
    var language: String
    var channel: Channel
  }

  private let known = Mutex<[Key: [String: String]]>([:])

  func phrases(
    _ tone: Tone.ID,
    _ language: String,
    _ channel: Channel,
    make: () -> [String: String]
  ) -> [String: String] {
    let key = Key(tone: tone, language: language, channel: channel)
    if let phrases = known.withLock({ $0[key] }) { return phrases }
    let phrases = make()
    known.withLock { $0[key] = phrases }
    return phrases
  }
}
