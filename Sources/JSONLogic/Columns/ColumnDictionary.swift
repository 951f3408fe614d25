/// The distinct values of a column, sorted: the absent one, null, false, true, numbers, dates, other
/// texts, anything else.
///
/// A value's position is its code. Because numbers, dates and texts ascend, a condition that
/// compares holds for a few ranges of codes.
public struct ColumnDictionary: Sendable {
  /// The code of a row without the value.
  public static let absent = 0
  /// How many codes every dictionary has: absent, null, false, true.
  public static let fixedCodes = 4

  /// The codes of numbers, of dates as YYYY-MM-DD, of other texts, and of anything else.
  public let numbers, dates, texts, others: Range<Int>
  /// The numbers as doubles.
  public let values: ColumnMemory
  /// Where each text or other value ends in `bytes`, as 32-bit numbers.
  public let ends: ColumnMemory
  /// The texts in UTF-8 and the others as JSON, one behind the other.
  public let bytes: ColumnMemory

  /// A dictionary from its parts, or nil where they do not fit.
  public init?(
    numbers: Int,
    dates: Int,
    texts: Int,
    others: Int,
    values: ColumnMemory,
    ends: ColumnMemory,
    bytes: ColumnMemory
  ) {
    let counts = [numbers, dates, texts, others]
    guard counts.allSatisfy({ (0...0x3FFF_FFFF).contains($0) }), values.count / 8 >= numbers,
      ends.count / 4 >= dates + texts + others
    else { return nil }
    var end = Self.fixedCodes
    let ranges = counts.map { count in
      defer { end += count }
      return end..<end + count
    }
    (self.numbers, self.dates, self.texts, self.others) = (
      ranges[0], ranges[1], ranges[2], ranges[3]
    )
    (self.values, self.ends, self.bytes) = (values, ends, bytes)
  }

  /// A dictionary of some entries, and the code of each of them.
  public static func arranging(
    _ entries: [ColumnEntry]
  ) -> (dictionary: ColumnDictionary, codes: [UInt32])? {
    var numbers: [(value: Double, position: Int)] = []
    var sorted: [[(bytes: [UInt8], position: Int)]] = [[], [], []]
    var codes = [UInt32](repeating: 0, count: entries.count)
    for (position, entry) in entries.enumerated() {
      switch entry {
      case .null: codes[position] = 1
      case .bool(let flag): codes[position] = flag ? 3 : 2
      case .number(let value): numbers.append((value, position))
      case .text(let bytes):
        sorted[ColumnEntry.isDate(bytes) ? 0 : 1].append((bytes, position))
      case .other(let bytes): sorted[2].append((bytes, position))
      }
    }
    numbers.sort { $0.value < $1.value }
    var code = UInt32(fixedCodes)
    for (_, position) in numbers {
      codes[position] = code
      code += 1
    }
    var ends: [UInt32] = []
    var bytes: [UInt8] = []
    for part in sorted.indices {
      sorted[part].sort { $0.bytes.lexicographicallyPrecedes($1.bytes) }
      for (text, position) in sorted[part] {
        bytes += text
        ends.append(UInt32(clamping: bytes.count))
        codes[position] = code
        code += 1
      }
    }
    return ColumnDictionary(
      numbers: numbers.count,
      dates: sorted[0].count,
      texts: sorted[1].count,
      others: sorted[2].count,
      values: ColumnMemory(copying: numbers.map(\.value)),
      ends: ColumnMemory(copying: ends),
      bytes: ColumnMemory(copying: bytes)
    ).map { ($0, codes) }
  }

  /// How many codes there are.
  public var count: Int { others.upperBound }

  /// The value of a code; nil for the absent one and for a code that there is not.
  public subscript(code: Int) -> JSON? {
    switch code {
    case 1: return .null
    case 2: return false
    case 3: return true
    case numbers: return .number(JSONNumber(number(code)))
    case dates, texts: return .string(String(decoding: text(code), as: UTF8.self))
    case others: return try? JSON(parsing: text(code))
    default: return nil
    }
  }

  /// The first of some codes of numbers that is not below a limit.
  func lowerBound(_ limit: Double) -> Int {
    first(numbers) { number($0) >= limit }
  }

  /// The first of the codes of dates or of texts that does not sort before a limit.
  func lowerBound(_ limit: [UInt8], in codes: Range<Int>) -> Int {
    first(codes) { !text($0).lexicographicallyPrecedes(limit) }
  }

  /// Whether a code of the dates or texts stands for this text.
  func isText(_ code: Int, _ bytes: [UInt8]) -> Bool { text(code) == bytes }

  func number(_ code: Int) -> Double { values.with(Double.self) { $0[code - numbers.lowerBound] } }

  /// The bytes of a text or other value; none where the dictionary is damaged.
  private func text(_ code: Int) -> [UInt8] {
    let position = code - dates.lowerBound
    let (start, end) = ends.with(UInt32.self) {
      (position == 0 ? 0 : Int($0[position - 1]), Int($0[position]))
    }
    guard start <= end, end <= bytes.count else { return [] }
    return bytes.with(UInt8.self) { Array($0[start..<end]) }
  }

  private func first(_ codes: Range<Int>, where isReached: (Int) -> Bool) -> Int {
    var (low, high) = (codes.lowerBound, codes.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isReached(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
