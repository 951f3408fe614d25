/// An id that sorts by the time it was made: 48 bits of milliseconds, then 80 random bits, as 26
/// characters of Crockford's base 32 (github.com/ulid/spec).
package struct ULID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let description: String

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// Instants before 1970 count as 1970.
  package init(at instant: Instant, using generator: inout some RandomNumberGenerator) {
    let time = UInt64(max(0, instant.milliseconds)) & 0xFFFF_FFFF_FFFF
    let high = generator.next()
    let low = generator.next()
    var characters: [UInt8] = []
    for place in stride(from: 45, through: 0, by: -5) {
      characters.append(Self.alphabet[Int((time >> UInt64(place)) & 31)])
    }
    for bits in [high, low] {
      for place in stride(from: 35, through: 0, by: -5) {
        characters.append(Self.alphabet[Int((bits >> UInt64(place)) & 31)])
      }
    }
    description = String(decoding: characters, as: UTF8.self)
  }

  /// Nil where `text` is no ULID; lower case is accepted.
  package init?(parsing text: some StringProtocol) {
    let upper = text.uppercased()
    guard upper.utf8.count == 26, upper.utf8.allSatisfy(Self.alphabet.contains),
      let first = upper.utf8.first, first <= UInt8(ascii: "7")
    else { return nil }
    description = upper
  }

  /// When it was made.
  package var instant: Instant {
    let time = description.utf8.prefix(10).reduce(Int64(0)) { sum, character in
      sum << 5 | Int64(Self.alphabet.firstIndex(of: character) ?? 0)
    }
    return Instant(milliseconds: time)
  }

  package static func < (left: ULID, right: ULID) -> Bool { left.description < right.description }
}
