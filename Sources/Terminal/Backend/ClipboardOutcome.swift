/// What became of a text that was to be copied.
package enum ClipboardOutcome: Hashable, Sendable {
  /// A program took it and said so, as `tmux` or `wl-copy`.
  case copied(channel: String)
  /// It was sent to the terminal (OSC 52), which does not say whether it took it.
  case sent(channel: String)
  case notPossible(reason: String)

  /// A sentence's end after what was copied, in honest words: `copied`, `sent to the terminal`.
  package var words: String {
    switch self {
    case .copied(let channel): "copied (\(channel))"
    case .sent(let channel): "sent to the terminal's clipboard (\(channel))"
    case .notPossible(let reason): "not copied: \(reason)"
    }
  }
}
