import CColumns

/// For each row the code of its value in a dictionary, in one, two or four bytes.
public struct ColumnCodes: Sendable {
  /// How many bytes a code takes.
  public enum Width: Int, Sendable {
    case one = 1
    case two = 2
    case four = 4

    /// The narrowest that holds so many different codes.
    public init(codes: Int) {
      self = codes <= 1 << 8 ? .one : codes <= 1 << 16 ? .two : .four
    }
  }

  /// How many bytes a code takes.
  public let width: Width
  /// How many rows there are.
  public let count: Int
  private let memory: ColumnMemory

  /// Codes in the machine's byte order, or nil where there are too few bytes.
  public init?(_ memory: ColumnMemory, width: Width, count: Int) {
    guard count >= 0, memory.count / width.rawValue >= count else { return nil }
    self.memory = memory
    self.width = width
    self.count = count
  }

  /// A copy of some codes.
  init(_ codes: [UInt32], dictionarySize: Int) {
    width = Width(codes: dictionarySize)
    count = codes.count
    memory =
      switch width {
      case .one: ColumnMemory(copying: codes.map { UInt8(truncatingIfNeeded: $0) })
      case .two: ColumnMemory(copying: codes.map { UInt16(truncatingIfNeeded: $0) })
      case .four: ColumnMemory(copying: codes)
      }
  }

  /// The code of a row; the row must be there.
  public subscript(row: Int) -> Int {
    switch width {
    case .one: memory.with(UInt8.self) { Int($0[row]) }
    case .two: memory.with(UInt16.self) { Int($0[row]) }
    case .four: memory.with(UInt32.self) { Int($0[row]) }
    }
  }

  /// Hands out each row with its code, in the order of the rows.
  ///
  /// Cost: one look at the memory for all, where the subscript takes one for each.
  public func forEach(_ body: (_ row: Int, _ code: Int) -> Void) {
    func walk(_ codes: UnsafeBufferPointer<some FixedWidthInteger>) {
      for row in 0..<count { body(row, Int(codes[row])) }
    }
    switch width {
    case .one: memory.with(UInt8.self) { walk($0) }
    case .two: memory.with(UInt16.self) { walk($0) }
    case .four: memory.with(UInt32.self) { walk($0) }
    }
  }

  /// How many of some rows have each of so many codes; beyond them none is counted.
  public func tally(of rows: BitMap, codes size: Int) -> [Int] {
    var counts = [UInt64](repeating: 0, count: size)
    let count = min(count, rows.count)
    counts.withUnsafeMutableBufferPointer { counts in
      let (bits, sums) = (rows.words.baseAddress, counts.baseAddress)
      switch width {
      case .one:
        memory.with(UInt8.self) { columns_tally_8($0.baseAddress, count, bits, sums, size) }
      case .two:
        memory.with(UInt16.self) { columns_tally_16($0.baseAddress, count, bits, sums, size) }
      case .four:
        memory.with(UInt32.self) { columns_tally_32($0.baseAddress, count, bits, sums, size) }
      }
    }
    return counts.map { Int($0) }
  }

  /// The rows with some codes.
  public func rows(with codes: Range<Int>) -> BitMap {
    BitMap(count: count) { words in
      if !codes.isEmpty { mark(codes, merging: false, in: words) }
    }
  }

  /// Sets the bits of the rows with these codes, and leaves those of other rows where `merging`.
  func mark(
    _ range: Range<Int>,
    merging: Bool,
    in words: UnsafeMutableBufferPointer<UInt64>
  ) {
    let keep: UInt64 = merging ? .max : 0
    let (low, span) = (range.lowerBound, range.count - 1)
    switch width {
    case .one:
      memory.with(UInt8.self) {
        columns_in_range_8(
          $0.baseAddress,
          count,
          UInt8(clamping: low),
          UInt8(clamping: span),
          keep,
          words.baseAddress
        )
      }
    case .two:
      memory.with(UInt16.self) {
        columns_in_range_16(
          $0.baseAddress,
          count,
          UInt16(clamping: low),
          UInt16(clamping: span),
          keep,
          words.baseAddress
        )
      }
    case .four:
      memory.with(UInt32.self) {
        columns_in_range_32(
          $0.baseAddress,
          count,
          UInt32(clamping: low),
          UInt32(clamping: span),
          keep,
          words.baseAddress
        )
      }
    }
  }

  /// Sets bits by what a table has for each code: the lowest bit for `first`, the next for `second`.
  func lookUp(
    _ table: [UInt8],
    first: UnsafeMutableBufferPointer<UInt64>,
    second: UnsafeMutableBufferPointer<UInt64>
  ) {
    let (one, two) = (first.baseAddress, second.baseAddress)
    table.withUnsafeBufferPointer { table in
      switch width {
      case .one:
        memory.with(UInt8.self) {
          columns_look_up_8($0.baseAddress, count, table.baseAddress, table.count, one, two)
        }
      case .two:
        memory.with(UInt16.self) {
          columns_look_up_16($0.baseAddress, count, table.baseAddress, table.count, one, two)
        }
      case .four:
        memory.with(UInt32.self) {
          columns_look_up_32($0.baseAddress, count, table.baseAddress, table.count, one, two)
        }
      }
    }
  }
}
