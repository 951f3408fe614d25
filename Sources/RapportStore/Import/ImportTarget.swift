import JSONLogic
import RapportCore

/// The customers as they are before an import.
struct ImportTarget {
  enum Outcome { case created, updated, unchanged }

  private let source: RecordSource?
  private let customers: ScannedCustomers
  private let asOf: String
  private let updated: String
  private let batch: String?

  /// Reads where every customer's line stands.
  init(
    _ location: StoreLocation,
    asOf: CalendarDate,
    at: Instant,
    batch: String?
  ) throws(FileError) {
    self.asOf = asOf.description
    updated = at.description
    self.batch = batch
    guard let status = try FileStatus(at: location.customers), status.size > 0 else {
      source = nil
      customers = ScannedCustomers()
      return
    }
    let source = try RecordSource(location.customers)
    var customers = ScannedCustomers()
    var reader = CustomerFileReader(source, from: 0, to: status.size, line: 0, fields: .none)
    while let next = try reader.next() { customers.merge(next) }
    self.source = source
    self.customers = customers
  }

  /// The record that a row makes of a customer; nil where the file already has it so.
  func apply(
    _ values: [(path: String, value: JSON)],
    to id: String
  ) throws(FileError) -> (Outcome, JSONObject?) {
    var record: JSONObject = ["id": .string(id)]
    var outcome = Outcome.created
    if let source, let range = customers.range(of: id),
      let known = try source.customer(Customer.ID(id), in: range)
    {
      record = known.record
      outcome = .unchanged
    }
    for (path, value) in values {
      let path = RecordPath(path)
      let old = path.value(in: record)
      let new = path.components.count == 1 ? Self.joined(old, value) : value
      guard old != new else { continue }
      path.set(new, in: &record)
      if outcome == .unchanged { outcome = .updated }
    }
    if outcome == .unchanged, record["asOf"] == .string(asOf) { return (.unchanged, nil) }
    record["asOf"] = .string(asOf)
    if outcome != .unchanged { record["updated"] = .string(updated) }
    if outcome == .updated { record["rev"] = JSON((record["rev"]?.intValue ?? 0) + 1) }
    if let batch { record["batch"] = .string(batch) }
    return (outcome, record)
  }

  /// E-mail addresses and numbers that are known already are kept.
  private static func joined(_ old: JSON?, _ new: JSON) -> JSON {
    guard let items = new.arrayValue, let known = old?.arrayValue else { return new }
    return .array(known + items.filter { !known.contains($0) })
  }
}
