import JSONLogic
import RapportCore
import TestSupport

/// What a caller who is in the store might give.
struct DrawnQuery {
  let text: String
  /// Who is calling.
  let name: String

  /// Queries about customers evenly spread over a file of them, in turn by name, by family name
  /// and city, by e-mail, by the end of the phone number and by the beginnings of both names.
  static func draw(_ count: Int, from path: String) throws -> [DrawnQuery] {
    guard let bytes = TextFile.bytes(path) else { throw ScreensError.failed("reading \(path)") }
    let lines = bytes.split(separator: 0x0A)
    var queries: [DrawnQuery] = []
    var index = 0
    while queries.count < count, index < lines.count {
      let line = lines[(index * max(1, lines.count / count) + index / count) % lines.count]
      index += 1
      guard let record = try JSON(parsing: line).objectValue,
        let customer = Customer(record: record)
      else { continue }
      if let query = DrawnQuery(customer, kind: queries.count % 5) { queries.append(query) }
    }
    return queries
  }

  private init?(_ customer: Customer, kind: Int) {
    guard let name = customer.name.displayed(language: customer.language) else { return nil }
    let given = customer.name.given
    let family = customer.name.family
    let city = customer.value(at: "geographic.city")?.stringValue
    self.name = name
    switch (kind, given, family) {
    case (1, _, let family?): text = [family, city].compactMap(\.self).joined(separator: " ")
    case (2, _, _): text = customer.emails.first ?? name
    case (3, _, _):
      text = customer.phones.first.map { String($0.filter(\.isNumber).suffix(6)) } ?? name
    case (4, let given?, let family?): text = "\(given.prefix(3)) \(family.prefix(4))"
    default: text = name
    }
  }
}
