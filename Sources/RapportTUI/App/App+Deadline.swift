import RapportCore

extension App {
  /// When the screen next changes by itself; nil while nothing on it depends on the clock.
  func deadline(after now: Instant) -> Instant? {
    var next = toast?.until
    func consider(_ instant: Instant) {
      guard instant > now else { return }
      next = next.map { min($0, instant) } ?? instant
    }
    if let since = find.pendingSince { consider(since.adding(milliseconds: Find.patience)) }
    // What is open, and until when.
    if [.workbench, .measure].contains(view) { consider(Self.nextMinute(after: now)) }
    guard view == .desk, let front = desk.front else { return next }
    if front.isStarted, let since = desk.frontSince {
      let elapsed = now.milliseconds - since.milliseconds
      consider(since.adding(milliseconds: (elapsed / 1000 + 1) * 1000))
    }
    for tab in desk.tabs where tab.id != front.id {
      guard let left = tab.leftAt else { continue }
      let minutes = (now.milliseconds - left.milliseconds) / 60_000
      consider(left.adding(milliseconds: (minutes + 1) * 60_000))
    }
    // The customer's clock.
    consider(Self.nextMinute(after: now))
    return next
  }

  private static func nextMinute(after now: Instant) -> Instant {
    Instant(milliseconds: (now.milliseconds / 60_000 + 1) * 60_000)
  }

  /// Times of day in the guidance (open until, local time) move on with the minutes, and so does the
  /// handle time that is kept: a window that is killed loses less than one.
  mutating func refreshIfStale(now: Instant) -> [Effect] {
    guard view == .desk, let front = desk.front,
      front.guidedAt.milliseconds / 60_000 != now.milliseconds / 60_000
    else { return [] }
    desk.settle(now: now)
    desk.editFront { $0.guide(knowledge, agent: agent, now: now) }
    guard front.isStarted, !front.isEnding, let tab = desk.front else { return [] }
    return [.saveDraft(tab.contact)]
  }
}

extension Instant {
  func adding(milliseconds more: Int64) -> Instant { Instant(milliseconds: milliseconds + more) }
}
