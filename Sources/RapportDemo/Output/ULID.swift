/// A sortable id: 48 bits of milliseconds, then 80 bits of randomness, in Crockford's base 32.
///
/// Source: github.com/ulid/spec.
enum ULID {
  private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  static func text(seconds: Int, random: inout SplitMix64) -> String {
    var bytes = [UInt8](repeating: 0, count: 26)
    var time = UInt64(max(0, seconds)) * 1_000 + UInt64(random.below(1_000))
    for position in stride(from: 9, through: 0, by: -1) {
      bytes[position] = digits[Int(time & 31)]
      time >>= 5
    }
    for start in [10, 18] {
      var rest = random.next()
      for position in start..<start + 8 {
        bytes[position] = digits[Int(rest & 31)]
        rest >>= 5
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
