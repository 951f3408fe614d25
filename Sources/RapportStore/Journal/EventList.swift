import RapportCore

/// What happened with customers, all of one kind, sorted by the hash of their id and by time.
struct EventList<Value: Sendable>: Sendable {
  struct Event: Sendable {
    /// The hash of the customer's id.
    var customer: UInt64
    var at: Instant
    var value: Value
  }

  let events: [Event]
  /// How many more there are that name no customer.
  let unnamed: Int

  /// Of the lines with one id the last one counts; nil for a line that is none of these events, but
  /// takes the place of one.
  ///
  /// Cost: a few passes over the lines.
  init(_ lines: [(id: UInt64, event: Event?)], unnamed: Int = 0) {
    self.unnamed = unnamed
    let order = RadixSort.order(of: lines.map(\.id))
    var counts = [Bool](repeating: false, count: lines.count)
    for (position, line) in order.enumerated() {
      let isLast = position + 1 == order.count
      counts[Int(line)] = isLast || lines[Int(order[position + 1])].id != lines[Int(line)].id
    }
    let latest = zip(lines, counts).compactMap { $1 ? $0.event : nil }
    // Stable sorts: what happened at the same time stays in the journal's order.
    let times = RadixSort.order(of: latest.map { $0.at.sortKey })
    let ordered = times.map { latest[Int($0)] }
    let customers = RadixSort.order(of: ordered.map(\.customer))
    events = customers.map { ordered[Int($0)] }
  }

  /// The events of one customer, the oldest first.
  func events(of customer: UInt64) -> ArraySlice<Event> {
    var (low, high) = (0, events.count)
    while low < high {
      let middle = (low + high) / 2
      if events[middle].customer < customer { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < events.count, events[end].customer == customer { end += 1 }
    return events[low..<end]
  }

  /// Hands out each customer's events, in the order of their hashes.
  func forEachCustomer(_ body: (UInt64, ArraySlice<Event>) -> Void) {
    var start = 0
    while start < events.count {
      var end = start + 1
      while end < events.count, events[end].customer == events[start].customer { end += 1 }
      body(events[start].customer, events[start..<end])
      start = end
    }
  }

  /// The first moment after another one at which something happens; nil where nothing does.
  func next(after moment: Instant) -> Instant? {
    events.lazy.map(\.at).filter { $0 > moment }.min()
  }
}

extension Instant {
  /// Unsigned, sorting as moments do.
  fileprivate var sortKey: UInt64 { UInt64(bitPattern: milliseconds) ^ 1 << 63 }
}
