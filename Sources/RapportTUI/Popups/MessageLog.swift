/// The log of the status line, scrolled to its end at first.
struct MessageLog: Sendable {
  /// The last line on the screen is this many after the first one of the log.
  private(set) var end: Int
  let count: Int

  init(count: Int) {
    self.count = count
    end = count
  }

  mutating func move(by distance: Int) { end = min(count, max(1, end + distance)) }
}
