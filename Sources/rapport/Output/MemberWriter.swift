import Glibc
import JSONLogic
import RapportCore
import Terminal

/// Writes customers one by one, so that a million of them take no memory.
final class MemberWriter: Sendable {
  /// Nil for people.
  private let document: MemberDocument?
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
    (self.columns, self.definitions) = (columns, definitions)
    document = MemberDocument.Form(rawValue: format.rawValue).map {
      MemberDocument($0, columns: columns)
    }
    let zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    wording = Wording(
      languages: [definitions.settings.language, "en"],
      zone: zone,
      today: zone.date(now)
    )
  }

  func begin() { print(document?.head ?? "", terminator: "") }

  func write(_ row: MemberPage.Row) {
    if let document {
      return print(document.text(of: row, isFirst: isFirst.take()), terminator: "")
    }
    let customer = CustomerPresentation(row.customer, account: row.account)
    let values = zip(columns, row.values).map { path, value in
      value.map { AttributeValue($0, of: definitions.catalog[path]).words(wording) } ?? "not known"
    }
    print(([customer.id, customer.name] + values).map(Text.lineSafe).joined(separator: "  "))
  }

  func end() {
    print(document?.end(isEmpty: isFirst.take()) ?? "", terminator: "")
    fflush(nil)
  }
}
