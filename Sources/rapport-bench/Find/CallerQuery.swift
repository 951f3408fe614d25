import JSONLogic
import RapportCore

/// What somebody who is in the store gives of themselves.
struct CallerQuery {
  enum Kind: String { case exact, misspelt, short }

  let text: String
  /// The text without its error.
  let meant: String
  /// Who it is.
  let id: String
  let kind: Kind

  init(text: String, meaning meant: String? = nil, id: String, kind: Kind) {
    self.text = text
    self.meant = meant ?? text
    self.id = id
    self.kind = kind
  }

  init?(_ json: JSON) {
    guard let text = json["text"]?.stringValue, let meant = json["meant"]?.stringValue,
      let id = json["id"]?.stringValue,
      let kind = json["kind"]?.stringValue.flatMap(Kind.init)
    else { return nil }
    self.init(text: text, meaning: meant, id: id, kind: kind)
  }

  var json: JSON {
    [
      "text": .string(text), "meant": .string(meant), "id": .string(id),
      "kind": .string(kind.rawValue),
    ]
  }

  /// What is in the field after each key.
  var keystrokes: [String] { text.indices.map { String(text[...$0]) } }
}

extension CallerQuery {
  /// One of the ways in which people say who they are; nil where the record has no such thing.
  static func exact(_ customer: Customer, way: Int) -> CallerQuery? {
    text(customer, way: way).map { CallerQuery(text: $0, id: customer.id.rawValue, kind: .exact) }
  }

  private static func text(_ customer: Customer, way: Int) -> String? {
    let (given, family) = (customer.name.given, customer.name.family)
    let city = customer.value(at: "geographic.city")?.stringValue
    switch way % 8 {
    case 0: return joined(given, family)
    case 1: return joined(family, city)
    case 2: return customer.emails.first
    case 3: return customer.phones.first.flatMap(otherForm)
    case 4: return customer.id.rawValue
    case 5: return joined(family, customer.company?.split(separator: " ").first.map(String.init))
    case 6: return joined(family, given)?.lowercased()
    default:
      return joined(
        joined(given.map { String($0.prefix(3)) }, family),
        city.map { String($0.prefix(4)) }
      )
    }
  }

  private static func joined(_ first: String?, _ second: String?) -> String? {
    guard let first, let second else { return nil }
    return "\(first) \(second)"
  }

  /// Its digits in groups of three, as they are read out, with 00 for +, without an extension.
  private static func otherForm(_ phone: String) -> String? {
    let digits = Array(
      (phone.first == "+" ? "00" : "") + phone.prefix { !$0.isLetter }.filter(\.isNumber)
    )
    guard digits.count >= 7 else { return nil }
    return stride(from: 0, to: digits.count, by: 3)
      .map { String(digits[$0..<min($0 + 3, digits.count)]) }.joined(separator: " ")
  }

  /// The same with one typing error in a name or in the first part of an address.
  static func misspelt(
    _ customer: Customer,
    way: Int,
    using random: inout some RandomNumberGenerator
  ) -> CallerQuery? {
    let (given, family) = (customer.name.given, customer.name.family)
    let city = customer.value(at: "geographic.city")?.stringValue
    let wrong: String?
    let right: String?
    switch way % 4 {
    case 0:
      right = joined(given, family)
      wrong = joined(given, TypingSlip.made(in: family, using: &random))
    case 1:
      right = joined(given, family)
      wrong = joined(TypingSlip.made(in: given, using: &random), family)
    case 2:
      right = joined(family, city)
      wrong = joined(TypingSlip.made(in: family, using: &random), city)
    default:
      let local = customer.emails.first?.split(separator: "@").first.map(String.init)
      right = local.map { $0 + "@" }
      wrong = TypingSlip.made(in: local, using: &random).map { $0 + "@" }
    }
    guard let wrong, let right else { return nil }
    return CallerQuery(text: wrong, meaning: right, id: customer.id.rawValue, kind: .misspelt)
  }

  /// The beginning of a name, which many have.
  static func short(_ customer: Customer, way: Int) -> CallerQuery? {
    guard let family = customer.name.family, family.count > 2 else { return nil }
    let text = String(family.prefix(1 + way % 3))
    return CallerQuery(text: text, id: customer.id.rawValue, kind: .short)
  }
}
