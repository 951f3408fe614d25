/// A value of a column's dictionary, told apart by how it sorts.
public enum ColumnEntry: Hashable, Sendable {
  /// A null that is there.
  case null
  /// A Boolean.
  case bool(Bool)
  /// A number that a double holds exactly.
  case number(Double)
  /// A text that is not blank, in UTF-8.
  case text([UInt8])
  /// Anything else as compact JSON: lists, objects, blank texts, numbers of many digits.
  case other([UInt8])

  /// The entry for a value.
  public init(_ value: JSON) {
    switch value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .number(let number) where number.literal == nil && number.isFinite:
      self = .number(number.double)
    case .string(let text) where !value.isMissing: self = .text(Array(text.utf8))
    case .number, .string, .array, .object: self = .other(Array(value.compact().utf8))
    }
  }

  /// Whether text is a day of the calendar written as YYYY-MM-DD.
  static func isDate(_ text: [UInt8]) -> Bool {
    guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D else { return false }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in text[range] {
        guard byte &- 0x30 < 10 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      (1...12).contains(month), day >= 1
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    return day <= length
  }
}
