import Glibc
import RapportStore
import Synchronization

/// A line on standard error that is written over as work goes on; silent where nobody watches.
final class ProgressLine: Sendable {
  private struct State {
    var isShown = false
    var last = ContinuousClock.now
  }

  private let state = Mutex(State())
  private let isWatched = isatty(STDERR_FILENO) == 1
  /// So often a person can read it, and work that takes less shows nothing.
  private static let pace = Duration.milliseconds(200)

  /// The observer for a count.
  var observer: CountingProgress.Observer { { [self] in show($0.words) } }

  private func show(_ text: String) {
    guard isWatched else { return }
    state.withLock { state in
      guard ContinuousClock.now - state.last >= Self.pace else { return }
      state.last = .now
      state.isShown = true
      Self.write("\r\u{1B}[K\(text)")
    }
  }

  /// Removes the line.
  func end() {
    state.withLock { state in
      if state.isShown { Self.write("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private static func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}

extension CountingProgress {
  fileprivate var words: String {
    switch self {
    case .reading(let bytes, let all):
      "reading customers: \(bytes >> 20) of \(all >> 20) MiB. Ctrl-C stops."
    case .asking(let customers, let all):
      "a condition has no column, asking customers one by one: \(customers) of \(all). Ctrl-C stops."
    }
  }
}
