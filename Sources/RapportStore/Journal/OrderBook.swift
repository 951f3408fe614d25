import CSimdJSON
import Glibc
import RapportCore

/// What every customer bought, from journal/orders.jsonl.
///
/// A later line with the same id replaces the earlier one, so an order that was refunded is none.
struct OrderBook {
  private struct Order {
    var customer: String
    var at: Instant
    var amount: Double
    var isPaid: Bool
  }

  private var orders: [String: Order] = [:]

  private static let fields = ["id", "customer", "at", "amount", "state"]

  /// Reads the whole file; a file that is not there is empty, and lines that cannot be read are passed
  /// over.
  init(_ path: String) throws(FileError) {
    guard let status = try FileStatus(at: path) else { return }
    let file = try OpenFile(path, for: .reading)
    guard let reader = simd_reader_create() else { throw FileError(.read, path, code: ENOMEM) }
    defer { simd_reader_destroy(reader) }
    for field in Self.fields { simd_reader_add(reader, field) }
    var scanner = LineScanner(from: 0)
    while let line = try scanner.next(of: file, limit: status.size) { take(line, reader) }
  }

  private mutating func take(_ line: RecordLine, _ reader: OpaquePointer) {
    guard let start = line.bytes.baseAddress, !line.bytes.isEmpty,
      simd_reader_read(reader, start, line.bytes.count) == SIMD_OBJECT
    else { return }
    var count = 0
    guard let first = simd_reader_values(reader, &count) else { return }
    var texts = [String?](repeating: nil, count: Self.fields.count)
    for value in UnsafeBufferPointer(start: first, count: count) where value.kind == SIMD_TEXT {
      texts[Int(value.path)] = String(
        decoding: UnsafeRawBufferPointer(start: value.text, count: value.length),
        as: UTF8.self
      )
    }
    guard let id = texts[0], let customer = texts[1],
      let at = texts[2].flatMap({ Instant(parsing: $0) }),
      let amount = texts[3].flatMap({ Double($0) }), amount.isFinite
    else { return }
    orders[id] = Order(customer: customer, at: at, amount: amount, isPaid: texts[4] == "paid")
  }

  /// By customer, what they bought up to a moment.
  func purchases(until moment: Instant, zone: Zone) -> [String: Purchases] {
    var purchases: [String: Purchases] = [:]
    for order in orders.values where order.isPaid && order.at <= moment {
      let day = zone.date(order.at)
      var known = purchases[order.customer] ?? Purchases(last: day, count: 0, spend: 0)
      known.last = max(known.last, day)
      known.count += 1
      known.spend += order.amount
      purchases[order.customer] = known
    }
    return purchases
  }
}
