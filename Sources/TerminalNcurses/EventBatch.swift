import Terminal

/// Events that are handed over together: of resizes only the last, and nothing after the end.
struct EventBatch {
  private(set) var events: [Event] = []

  mutating func append(_ event: Event) {
    guard events.last != .closed else { return }
    if case .resize = event {
      events.removeAll { if case .resize = $0 { true } else { false } }
    }
    events.append(event)
  }

  var isEmpty: Bool { events.isEmpty }
}
