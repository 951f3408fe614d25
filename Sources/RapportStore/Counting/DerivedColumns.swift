import JSONLogic
import RapportCore
import Synchronization

/// The columns of derived attributes for some customers at one moment, made when a rule reads them.
final class DerivedColumns: Sendable {
  /// Whose columns they are.
  struct Rows: Sendable {
    var count: Int
    /// What their records have at some paths.
    var table: ColumnTable
    /// The row of each of some hashes of ids, which ascend; nil where none has it.
    var of: @Sendable ([UInt64]) -> [Int?]
  }

  private let rows: Rows
  private let derivations: [String: Derivation]
  private let events: JournalEvents
  private let moment: Instant
  private let zone: Zone
  private let made = Mutex<[String: Column?]>([:])

  init(
    _ rows: Rows,
    _ catalog: AttributeCatalog,
    _ events: JournalEvents,
    at moment: Instant,
    zone: Zone
  ) {
    self.rows = rows
    derivations = catalog.derivations
    self.events = events
    self.moment = moment
    self.zone = zone
  }

  /// The rows' columns, those of derived attributes among them.
  ///
  /// One whose journal cannot be read is not there, so that records are asked, and fail.
  var table: ColumnTable {
    ColumnTable(rowCount: rows.count) { [self] path in
      let name = path.description
      guard path == VariablePath(dotted: name), let derivation = derivations[name] else {
        return rows.table[path]
      }
      return column(name, path, derivation)
    }
  }

  private func column(
    _ name: String,
    _ path: VariablePath,
    _ derivation: Derivation
  ) -> Column? {
    if let known = made.withLock({ $0[name] }) { return known }
    let column = (try? values(derivation)).flatMap { values in
      rows.table[path].map { values.overridden(by: $0) } ?? values
    }.flatMap { Column($0.entries, positions: $0.positions) }
    made.withLock { $0[name] = .some(column) }
    return column
  }

  private func values(_ derivation: Derivation) throws(FileError) -> RowValues? {
    switch derivation.source {
    case .record: ages(derivation)
    case .contacts:
      values(derivation, of: try events.contacts()) { events in
        CustomerHistory(contacts: events.map { ($0.at, $0.value) })
      }
    case .ratings:
      values(derivation, of: try events.ratings()) { events in
        CustomerHistory(ratings: events.map { CustomerRating(at: $0.at, score: $0.value) })
      }
    case .orders: scores(derivation, try events.orders())
    }
  }

  /// Each age once for every distinct date.
  private func ages(_ derivation: Derivation) -> RowValues? {
    guard let date = derivation.date, let dates = rows.table[VariablePath(dotted: date)] else {
      return nil
    }
    let today = zone.date(moment)
    var values = RowValues(count: rows.count, else: nil)
    let positions = (0..<dates.dictionary.count).map { code in
      values.position(
        of: dates.dictionary[code].flatMap { derivation.age(of: $0, today: today, zone: zone) }
      )
    }
    dates.codes.forEach { row, code in
      // A code beyond the dictionary reads as absent.
      if code < positions.count { values.positions[row] = positions[code] }
    }
    return values
  }

  private func values<Value>(
    _ derivation: Derivation,
    of list: EventList<Value>,
    _ history: (ArraySlice<EventList<Value>.Event>) -> CustomerHistory
  ) -> RowValues {
    var customers: [UInt64] = []
    var found: [JSON?] = []
    list.forEachCustomer { customer, events in
      customers.append(customer)
      found.append(history(events).value(of: derivation, at: moment, zone: zone))
    }
    return spread(found, of: customers, derivation)
  }

  private func scores(
    _ derivation: Derivation,
    _ orders: EventList<JournalEvents.Order>
  ) -> RowValues {
    let table = PurchaseTable(orders, until: moment, zone: zone)
    let customers = table.customers.sorted()
    let found = customers.map { customer in
      CustomerHistory(scores: table.scores(of: customer))
        .value(of: derivation, at: moment, zone: zone)
    }
    return spread(found, of: customers, derivation)
  }

  /// The values in the rows of their customers; the others have what follows from an empty journal.
  private func spread(
    _ found: [JSON?],
    of customers: [UInt64],
    _ derivation: Derivation
  ) -> RowValues {
    let nothing = CustomerHistory().value(of: derivation, at: moment, zone: zone)
    var values = RowValues(count: rows.count, else: nothing)
    for (value, row) in zip(found, rows.of(customers)) {
      if let row { values.positions[row] = values.position(of: value) }
    }
    return values
  }
}

/// For each row one of some distinct values, or none.
private struct RowValues {
  private(set) var entries: [ColumnEntry] = []
  /// Negative where there is none.
  var positions: [Int]
  private var known: [ColumnEntry: Int] = [:]

  init(count: Int, else value: JSON?) {
    positions = []
    let position = position(of: value)
    positions = Array(repeating: position, count: count)
  }

  mutating func position(of value: JSON?) -> Int {
    guard let value else { return -1 }
    let entry = ColumnEntry(value)
    if let position = known[entry] { return position }
    known[entry] = entries.count
    entries.append(entry)
    return entries.count - 1
  }

  /// What the record has wins, and something blank over nothing.
  func overridden(by own: Column) -> RowValues {
    let isMissing = (0..<own.dictionary.count).map { own.dictionary[$0]?.isMissing ?? true }
    var values = self
    // Of each code, once it is met.
    var places = [Int?](repeating: nil, count: isMissing.count)
    own.codes.forEach { row, code in
      guard code != ColumnDictionary.absent, code < isMissing.count,
        !isMissing[code] || positions[row] < 0
      else { return }
      let place = places[code] ?? values.position(of: own.dictionary[code])
      places[code] = place
      values.positions[row] = place
    }
    return values
  }
}
