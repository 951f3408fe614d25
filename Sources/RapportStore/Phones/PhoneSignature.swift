/// Which beginnings and ends a customer's numbers have, in two small sets that may also say yes by
/// chance; it rules out nearly all customers without looking at a number.
struct PhoneSignature: Sendable, Equatable {
  private var beginnings: UInt64 = 0
  private var ends: UInt64 = 0

  init() {}

  /// Of what a query asks for: three digits at the beginning, or four at the end.
  init(_ digits: [UInt8], isEnd: Bool) {
    digits.withUnsafeBufferPointer { isEnd ? insert(end: $0) : insert(beginning: $0) }
  }

  mutating func insert(_ number: UnsafeBufferPointer<UInt8>) {
    insert(beginning: number)
    insert(end: number)
  }

  private mutating func insert(beginning number: UnsafeBufferPointer<UInt8>) {
    if number.count >= 3 { beginnings |= Self.bit(number.prefix(3)) }
  }

  private mutating func insert(end number: UnsafeBufferPointer<UInt8>) {
    if number.count >= 4 { ends |= Self.bit(number.suffix(4)) }
  }

  private static func bit(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    let value = digits.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return 1 << UInt64((value &* 0x9E37_79B1) >> 26)
  }

  /// Whether one of the numbers may begin, or end, as the other asks.
  @inline(__always)
  func mayContain(_ other: PhoneSignature) -> Bool {
    beginnings & other.beginnings | ends & other.ends != 0
  }

  /// With all that the other has too.
  mutating func formUnion(_ other: PhoneSignature) {
    beginnings |= other.beginnings
    ends |= other.ends
  }
}
