import JSONLogic

/// A made-up, believable store: a bicycle company with its definitions, customers and history.
///
/// The same seed, number of customers and moment give the same bytes on every machine. Customers are
/// made one by one and journals streamed in chunks, so that a million need little memory. Several
/// dozen hand-written customers are part of it whatever the seed; all dates are relative to `now`.
package struct DemoStore {
  /// Accounts included; never fewer than the hand-written ones.
  package let customers: Int
  package let seed: UInt64
  let now: Int
  let today: CivilDay
  let maker: ProfileMaker
  let heroes: [Hero]
  let catalog: DemoCatalog
  let texts: DemoTexts

  /// Beyond these many customers the journals tell of the first ones only: ten contacts for each of
  /// a million would be five gigabytes.
  package static let journalLimit = 100_000

  /// - Parameters:
  ///   - customers: how many, accounts included.
  ///   - seed: of everything that is not hand-written.
  ///   - now: the moment all dates are relative to, in seconds since 1970; the newest contact is at
  ///     least twenty minutes older.
  package init(customers: Int = 2_000, seed: UInt64 = 42, now: Int) {
    let today = CivilDay(secondsSinceEpoch: now)
    let people = Material.json("people.json").arrayValue ?? []
    heroes = people.compactMap { Hero($0, today: today) }
    catalog = DemoCatalog()
    texts = DemoTexts()
    self.customers = max(customers, heroes.count)
    self.seed = seed
    self.now = now
    self.today = today
    maker = ProfileMaker(
      seed: seed,
      today: today,
      cultures: (Material.json("cultures.json").arrayValue ?? []).compactMap(Culture.init),
      notes: texts.customerNotes,
      reserved: heroes.filter { !$0.profile.isAccount }.map(\.profile.number).sorted()
    )
  }

  /// A file of records, by its path in the store.
  package enum Records: String, CaseIterable, Sendable {
    case customers = "customers.jsonl"
    case interactions = "journal/interactions.jsonl"
    case surveys = "journal/surveys.jsonl"
    case orders = "journal/orders.jsonl"
    case lifecycle = "journal/lifecycle.jsonl"
    case feedback = "journal/feedback.jsonl"
    case adjustments = "journal/adjustments.jsonl"
  }

  /// Streams a file of records in chunks of whole lines.
  ///
  /// - Parameters:
  ///   - records: which file.
  ///   - sink: takes the next bytes of the file; what it throws ends the stream.
  /// - Throws: what `sink` throws.
  package func write<Failure: Error>(
    _ records: Records,
    into sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    switch records {
    case .customers: try writeCustomers(into: sink)
    case .interactions: try writeInteractions(into: sink)
    case .surveys: try writeSurveys(into: sink)
    case .orders: try writeOrders(into: sink)
    case .lifecycle: try writeLifecycle(into: sink)
    case .feedback: try writeFeedback(into: sink)
    case .adjustments: try writeAdjustments(into: sink)
    }
  }

  private func writeCustomers<Failure: Error>(
    into sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = RecordWriter()
    for hero in heroes { hero.write(to: &writer) }
    for position in 0..<customers - heroes.count {
      maker.profile(at: position).write(to: &writer)
      try writer.flush(into: sink)
    }
    try writer.flush(into: sink, atLeast: 1)
  }
}

extension RecordWriter {
  /// Hands the lines over once there are `atLeast` bytes of them.
  mutating func flush<Failure: Error>(
    into sink: ([UInt8]) throws(Failure) -> Void,
    atLeast: Int = 1 << 16
  ) throws(Failure) {
    guard bytes.count >= atLeast else { return }
    try sink(bytes)
    removeAll()
  }
}
