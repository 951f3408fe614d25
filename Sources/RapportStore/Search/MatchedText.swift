import JSONLogic
import RapportCore

/// The text of a record that a term found, as it is stored, to be highlighted.
struct MatchedText {
  var text: String

  /// - Parameters:
  ///   - match: how the term fits.
  ///   - spelling: the spelling that was found; nil for a telephone number.
  ///   - field: its name.
  ///   - customer: who was found.
  init(of match: TermMatch, _ spelling: [UInt8]?, field: String, in customer: Customer) {
    let values = Self.values(field, customer)
    guard let spelling else {
      text = values.max { Self.digits($0, match) < Self.digits($1, match) } ?? ""
      return
    }
    for value in values {
      let words = field == "id" || field == "email" ? [value[...]] : value.split(separator: " ")
      if let word = words.first(where: { Self.fits($0, spelling, in: match.field) }) {
        text = String(word)
        return
      }
    }
    text = values.first ?? ""
  }

  private static func values(_ field: String, _ customer: Customer) -> [String] {
    let value: JSON? =
      switch field {
      case "name": customer.record["name"]
      case "phone": customer.record["phones"]
      case "email": customer.record["emails"]
      default: RecordPath(field).value(in: customer.record)
      }
    switch value {
    case .string(let text): return [text]
    case .number?, .bool?: return [value?.compact() ?? ""]
    case .array(let items): return items.compactMap(\.stringValue)
    case .object(let name):
      return ["full", "given", "family", "preferred"].compactMap {
        name[$0]?.stringValue
      }
    default: return []
    }
  }

  /// 1 where the number has as many digits as were found; of several the first.
  private static func digits(_ number: String, _ match: TermMatch) -> Int {
    PhoneDigits.digits(of: number).count == match.length ? 1 : 0
  }

  private static func fits(_ word: Substring, _ spelling: [UInt8], in field: UInt8) -> Bool {
    SearchText.text(field: field, Array(word.utf8)).withUnsafeBufferPointer { text in
      var isThere = false
      WordStart.forEach(in: text) { start, _ in
        isThere = isThere || text[start.offset...].starts(with: spelling)
      }
      return isThere
    }
  }
}
