import Glibc
import JSONLogic
import RapportCore
import Terminal

/// Writes customers one by one, so that a million of them take no memory.
final class MemberWriter: Sendable {
  /// So many are read at a time.
  static let page = 1_000

  private let format: SegmentMembersCommand.Format
  private let columns: [String]
  private let definitions: Definitions
  private let wording: Wording
  private let isFirst = FirstTime()

  init(
    _ format: SegmentMembersCommand.Format,
    columns: [String],
    definitions: Definitions,
    _ now: Instant
  ) {
    (self.format, self.columns, self.definitions) = (format, columns, definitions)
    let zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    wording = Wording(
      languages: [definitions.settings.language, "en"],
      zone: zone,
      today: zone.date(now)
    )
  }

  func begin() {
    switch format {
    case .csv: print(CSVText.row(["id", "name"] + columns), terminator: "\r\n")
    case .json: print("[", terminator: "")
    case .text, .jsonl: break
    }
  }

  func write(_ row: MemberPage.Row) {
    let customer = CustomerPresentation(row.customer, account: row.account)
    switch format {
    case .csv:
      print(
        CSVText.row([customer.id, customer.name] + row.values.map(Self.cell)),
        terminator: "\r\n"
      )
    case .json:
      print(isFirst.take() ? "\n" : ",\n", terminator: "")
      print("  " + json(row, customer).compact(escaping: .terminal), terminator: "")
    case .jsonl: print(json(row, customer).compact(escaping: .terminal))
    case .text:
      let values = zip(columns, row.values).map { path, value in
        value.map { AttributeValue($0, of: definitions.catalog[path]).words(wording) }
          ?? "not known"
      }
      print(([customer.id, customer.name] + values).map(Text.lineSafe).joined(separator: "  "))
    }
  }

  func end() {
    if format == .json { print(isFirst.take() ? "]" : "\n]") }
    fflush(nil)
  }

  private func json(_ row: MemberPage.Row, _ customer: CustomerPresentation) -> JSON {
    var json: JSONObject = ["id": .string(customer.id), "name": .string(customer.name)]
    for (path, value) in zip(columns, row.values) { json[path] = value ?? .null }
    return .object(json)
  }

  /// As it is kept; a list with semicolons between.
  private static func cell(_ value: JSON?) -> String {
    switch value {
    case nil, .null?: ""
    case .string(let text)?: text
    case .array(let items)?: items.map { $0.stringValue ?? $0.compact() }.joined(separator: "; ")
    case let value?: value.compact()
    }
  }
}
