import CSimdJSON
import Glibc
package import RapportCore
import JSONLogic

/// The earlier lines of customers.jsonl: what was known of a customer at some time.
///
/// Reads the whole file, about a second for a million customers; for one customer, now and then.
package struct RecordHistory: Sendable {
  /// What there was at a time.
  package enum State: Sendable {
    /// The record, when it was written (nil for one that an import without a time brought), and
    /// whether no later line has taken its place.
    case known(Customer, since: Instant?, isLatest: Bool)
    case removed
    /// The first line is later.
    case notYet(first: Instant)
    /// No line at all names the customer.
    case unheard
  }

  private let path: String
  private let zone: Zone

  /// `zone` is the store's, in which imports date their values.
  package init(_ location: StoreLocation, zone: Zone) {
    path = location.customers
    self.zone = zone
  }

  /// The last line with `updated` up to `moment`; a line without counts from the day of its import,
  /// else from the line before it.
  package func state(of id: Customer.ID, at moment: Instant) throws(FileError) -> State {
    let file = try OpenFile(path, for: .reading)
    let size = try file.status().size
    guard let reader = simd_reader_create() else { throw FileError(.read, path, code: ENOMEM) }
    defer { simd_reader_destroy(reader) }
    simd_reader_add(reader, "id")
    let wanted = Array(id.rawValue.utf8)
    var scanner = LineScanner(from: 0)
    var state = State.unheard
    var last: Instant?
    func take(_ line: RecordLine) {
      guard Self.mayBe(line.bytes, of: wanted, reader),
        case .object(let record)? = try? JSON(parsing: line.bytes),
        record["id"]?.stringValue == id.rawValue
      else { return }
      let customer = Customer(id: id, record: record)
      let written = customer.updated ?? customer.asOf.map { zone.start(of: $0) } ?? last
      last = written
      if let written, written > moment {
        switch state {
        case .unheard: state = .notYet(first: written)
        case .known(let customer, let since, _):
          state = .known(customer, since: since, isLatest: false)
        case .removed, .notYet: break
        }
      } else if record["deleted"]?.boolValue == true {
        state = .removed
      } else {
        state = .known(customer, since: written, isLatest: true)
      }
    }
    while let line = try scanner.next(of: file, limit: size) { take(line) }
    if let rest = scanner.rest { take(rest) }
    return state
  }

  /// Whether a line carries the id, or has to be parsed to tell.
  private static func mayBe(
    _ line: UnsafeBufferPointer<UInt8>,
    of wanted: [UInt8],
    _ reader: OpaquePointer
  ) -> Bool {
    guard let start = line.baseAddress, !line.isEmpty else { return false }
    switch simd_reader_read(reader, start, line.count) {
    case SIMD_OBJECT:
      var count = 0
      guard let value = simd_reader_values(reader, &count), count == 1 else { return false }
      let text = UnsafeRawBufferPointer(start: value.pointee.text, count: value.pointee.length)
      return value.pointee.kind == SIMD_TEXT && text.elementsEqual(wanted)
    case SIMD_REFUSED: return true
    default: return false
    }
  }
}
