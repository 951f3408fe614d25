import RapportCore
import Synchronization

/// What the journals tell of all customers, as far as attributes are derived from it.
///
/// Each journal is read when it is first asked for, about half a second for a million lines, and kept
/// as it was then. Customers are told by the 64-bit hash of their id, with a seed.
final class JournalEvents: Sendable {
  struct Order: Sendable {
    var amount: Double
  }

  struct Contact: Sendable {
    var channel: Channel?
    var intent: Intent.ID?
  }

  let seed: UInt64
  private let location: StoreLocation
  private let state = Mutex(State())

  private struct State {
    var contacts: EventList<Channel?>?
    var reasons: EventList<Contact>?
    var ratings: EventList<Double>?
    var orders: EventList<Order>?
    /// What the files looked like from outside, by path.
    var seen: [String: FileStatus?] = [:]
  }

  init(_ location: StoreLocation, seed: UInt64) {
    self.location = location
    self.seed = seed
  }

  /// Whether the journals that were read are still what they were.
  func isCurrent() throws(FileError) -> Bool {
    for (path, status) in state.withLock({ $0.seen }) where try FileStatus(at: path) != status {
      return false
    }
    return true
  }

  /// The first moment after another one at which something happens that was read.
  func next(after moment: Instant) -> Instant? {
    state.withLock { state in
      [
        state.contacts?.next(after: moment), state.ratings?.next(after: moment),
        state.orders?.next(after: moment),
      ].compactMap(\.self).min()
    }
  }

  // MARK: journals

  func contacts() throws(FileError) -> EventList<Channel?> {
    try kept(\.contacts, "interactions", ["id", "customer", "at", "channel"]) { line in
      line.text(2).flatMap { Instant(parsing: $0) }.map { at in
        (at, line.text(3).flatMap(Channel.init(rawValue:)))
      }
    }
  }

  /// Contacts with what they were about.
  func reasons() throws(FileError) -> EventList<Contact> {
    try kept(\.reasons, "interactions", ["id", "customer", "at", "channel", "intent"]) { line in
      line.text(2).flatMap { Instant(parsing: $0) }.map { at in
        (
          at,
          Contact(
            channel: line.text(3).flatMap(Channel.init(rawValue:)),
            intent: line.text(4).map { Intent.ID($0) }
          )
        )
      }
    }
  }

  func ratings() throws(FileError) -> EventList<Double> {
    let fields = [
      "id", "customer", "kind", "source", "answeredAt", "score", "min", "max", "reversed",
    ]
    return try kept(\.ratings, "surveys", fields) { line in
      CustomerRating(
        kind: line.text(2),
        source: line.text(3),
        answeredAt: line.text(4),
        score: line.number(5),
        scale: (line.number(6), line.number(7)),
        reversed: line.flag(8)
      ).map { ($0.at, $0.score) }
    }
  }

  /// Paid orders; one that was refunded later is none.
  func orders() throws(FileError) -> EventList<Order> {
    try kept(\.orders, "orders", ["id", "customer", "at", "amount", "state"]) { line in
      guard line.text(4) == "paid", let at = line.text(2).flatMap({ Instant(parsing: $0) }),
        let amount = line.text(3).flatMap({ Double($0) }), amount.isFinite
      else { return nil }
      return (at, Order(amount: amount))
    }
  }

  /// Reads a journal once; a file that is not there is empty.
  private func kept<Value>(
    _ list: any WritableKeyPath<State, EventList<Value>?> & Sendable,
    _ name: String,
    _ fields: [String],
    _ event: (JournalLine) -> (Instant, Value)?
  ) throws(FileError) -> EventList<Value> {
    if let known = state.withLock({ $0[keyPath: list] }) { return known }
    let path = location.file("journal/\(name).jsonl")
    let status = try FileStatus(at: path)
    var lines: [(id: UInt64, event: EventList<Value>.Event?)] = []
    var unnamed: Set<UInt64> = []
    if let status {
      let file = try OpenFile(path, for: .reading)
      let scanner = try JournalScanner(fields: fields, path: path)
      _ = try scanner.scan(file, from: 0, to: status.size) { line, _ in
        guard let id = line.hash(0, seed: seed) else { return }
        let customer = line.hash(1, seed: seed)
        let found = event(line)
        if customer == nil, found != nil { unnamed.insert(id) } else { unnamed.remove(id) }
        let made = customer.flatMap { customer in
          found.map { EventList<Value>.Event(customer: customer, at: $0.0, value: $0.1) }
        }
        lines.append((id, made))
      }
    }
    let read = EventList(lines, unnamed: unnamed.count)
    state.withLock { state in
      state[keyPath: list] = read
      state.seen[path] = .some(status)
    }
    return read
  }
}
