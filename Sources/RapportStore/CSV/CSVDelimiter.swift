/// What stands between the fields of a CSV file.
package enum CSVDelimiter: String, Sendable, CaseIterable {
  case comma = ","
  case semicolon = ";"
  case tab = "\t"
  case bar = "|"

  var byte: UInt8 { rawValue.utf8.first ?? 0x2C }

  /// The one that divides the first records into the most fields, and into equally many.
  static func sniff(_ text: [UInt8]) -> CSVDelimiter {
    var best = (delimiter: CSVDelimiter.comma, score: 0)
    for delimiter in allCases {
      let counts = counts(delimiter.byte, in: text)
      guard let header = counts.first, header > 0 else { continue }
      let equal = counts.filter { $0 == header }.count
      let score = header * 10 * equal / counts.count + 1
      if score > best.score { best = (delimiter, score) }
    }
    return best.delimiter
  }

  /// How many of them stand outside quotes in each of the first records.
  private static func counts(_ delimiter: UInt8, in text: [UInt8]) -> [Int] {
    var counts: [Int] = []
    var count = 0
    var isQuoted = false
    var isBlank = true
    for byte in text.prefix(65_536) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == 0x0A || byte == 0x0D {
        if !isBlank { counts.append(count) }
        if counts.count == 20 { return counts }
        (count, isBlank) = (0, true)
      } else {
        isBlank = false
        if byte == delimiter { count += 1 }
      }
    }
    if counts.isEmpty { counts.append(count) }
    return counts
  }
}
