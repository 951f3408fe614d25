import JSONLogic
import RapportDemo

/// The demo store of one moment, made once for all tests.
enum DemoFixture {
  /// 2026-11-22T09:04:00Z, a Sunday.
  static let now = 1_795_338_240
  static let today = Day(2026, 11, 22)
  static let store = DemoStore(now: now)
  static let definitions = Dictionary(
    uniqueKeysWithValues: store.definitions().map { ($0.path, json($0.bytes)) }
  )
  static let customers = lines(.customers)
  static let customersByID = Dictionary(
    uniqueKeysWithValues: customers.map { ($0["id"]?.stringValue ?? "", $0) }
  )
  /// Its journals are short enough to be parsed whole.
  static let smallStore = DemoStore(customers: 300, now: now)

  static func lines(_ records: DemoStore.Records, of store: DemoStore = store) -> [JSON] {
    bytes(records, of: store).split(separator: UInt8(ascii: "\n")).map { json(Array($0)) }
  }

  static func bytes(_ records: DemoStore.Records, of store: DemoStore = store) -> [UInt8] {
    var all: [UInt8] = []
    store.write(records) { all.append(contentsOf: $0) }
    return all
  }

  /// The definitions of one kind, such as `segments`.
  static func all(_ kind: String) -> [JSON] {
    definitions.filter { $0.key.hasPrefix(kind + "/") }.sorted { $0.key < $1.key }.map(\.value)
  }

  static func list(_ file: String) -> [JSON] { definitions[file]?.arrayValue ?? [] }

  static func ids(_ definitions: [JSON]) -> Set<String> {
    Set(definitions.compactMap { $0["id"]?.stringValue })
  }

  private static func json(_ bytes: [UInt8]) -> JSON {
    do {
      return try JSON(parsing: bytes)
    } catch {
      preconditionFailure(
        "not JSON: \(error): \(String(decoding: bytes.prefix(200), as: UTF8.self))"
      )
    }
  }
}

extension JSON {
  var texts: [String] { (arrayValue ?? []).compactMap(\.stringValue) }

  /// The value at a dotted path.
  func at(_ path: String) -> JSON? {
    path.split(separator: ".").reduce(self as JSON?) { $0?[String($1)] }
  }

  /// Every string inside, with the keys that lead to it.
  func strings(_ path: String = "") -> [(path: String, text: String)] {
    switch self {
    case .string(let text): [(path, text)]
    case .array(let items):
      items.enumerated().flatMap { $0.element.strings("\(path)/\($0.offset)") }
    case .object(let object): object.flatMap { $0.value.strings("\(path)/\($0.key)") }
    default: []
    }
  }
}

/// A calendar day, independent of the generator's own.
struct Day: Comparable {
  var year: Int
  var month: Int
  var day: Int

  init(_ year: Int, _ month: Int, _ day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  init?(_ text: String) {
    let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else {
      return nil
    }
    self.init(parts[0], parts[1], parts[2])
  }

  /// Days since the end of the year 0, by counting months of a table.
  var ordinal: Int {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let before = year - 1
    let days = before * 365 + before / 4 - before / 100 + before / 400 + day
    return (1..<month).reduce(days) { sum, month in
      sum + lengths[month - 1] + (month == 2 && Self.isLeap(year) ? 1 : 0)
    }
  }

  static func < (left: Day, right: Day) -> Bool { left.ordinal < right.ordinal }

  private static func isLeap(_ year: Int) -> Bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
  }
}
