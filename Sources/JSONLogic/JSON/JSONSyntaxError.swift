/// Where and why a text is no JSON, and what would be right.
public struct JSONSyntaxError: Error, Hashable, Sendable {
  /// How many bytes stand before the fault; a byte order mark counts.
  public let offset: Int
  /// The line of the fault, from 1; lines end with a line feed.
  public let line: Int
  /// The column of the fault in its line, from 1, counted in Unicode scalars.
  public let column: Int
  /// What is wrong, in plain words.
  public let reason: String
  /// What would be right.
  public let remedy: String
}

extension JSONSyntaxError: CustomStringConvertible {
  /// Place, fault and remedy on one line.
  public var description: String { "line \(line), column \(column): \(reason); \(remedy)" }
}

extension JSONSyntaxError {
  /// An error at a byte of a document, with its line and column counted there.
  init(
    at offset: Int,
    of bytes: UnsafeBufferPointer<UInt8>,
    reason: String,
    remedy: String
  ) {
    var line = 1
    var column = 1
    for byte in bytes[..<min(offset, bytes.count)] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    if line == 1, bytes.starts(with: JSONParser.byteOrderMark), offset >= 3 { column -= 1 }
    self.init(offset: offset, line: line, column: column, reason: reason, remedy: remedy)
  }
}
