/// Deadlines as poll(2) takes them.
enum Milliseconds {
  /// What is left until a deadline, rounded up and at least 0; nil if there is no deadline.
  static func until(_ deadline: ContinuousClock.Instant?) -> Int32? {
    guard let deadline else { return nil }
    let left = ContinuousClock.now.duration(to: deadline)
    guard left > .zero else { return 0 }
    let (seconds, attoseconds) = left.components
    guard seconds < 1_000_000 else { return 1_000_000_000 }
    let thousandth: Int64 = 1_000_000_000_000_000
    return Int32(clamping: seconds * 1_000 + (attoseconds + thousandth - 1) / thousandth)
  }
}
