/// The numbers of a control sequence: `1;5` or, with parts, `97:65;5:3`.
struct ControlParameters: Hashable {
  /// A byte of `<=>?` before the numbers.
  let prefix: UInt8?
  let intermediates: [UInt8]
  private var numbers: [[Int]] = []

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    if let first = rest.first, (0x3C...0x3F).contains(first) {
      prefix = first
      rest = rest.dropFirst()
    } else {
      prefix = nil
    }
    let end = rest.firstIndex { $0 < 0x30 } ?? rest.endIndex
    intermediates = Array(rest[end...])
    guard rest.startIndex < end else { return }
    numbers = rest[..<end].split(separator: 0x3B, omittingEmptySubsequences: false).map { part in
      part.split(separator: 0x3A, omittingEmptySubsequences: false).map(Self.number)
    }
  }

  var count: Int { numbers.count }

  /// A number; 0 where it is missing.
  subscript(index: Int) -> Int { self[index, 0] }

  subscript(index: Int, part: Int) -> Int {
    guard index < numbers.count, part < numbers[index].count else { return 0 }
    return numbers[index][part]
  }

  /// Digits as a number of at most 9,999,999; anything else counts as 0.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return 0 }
      value = min(value * 10 + Int(digit - 0x30), 9_999_999)
    }
    return value
  }
}
