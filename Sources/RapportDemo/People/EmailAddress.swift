/// Addresses in the domains that RFC 2606 reserves for examples.
enum EmailAddress {
  static func person(
    given: String,
    family: String,
    number: Int,
    random: inout SplitMix64
  ) -> String? {
    let first = Romanization.ascii(given)
    let last = Romanization.ascii(family)
    let dot = [UInt8(ascii: ".")]
    var local: [UInt8]
    switch (first.isEmpty, last.isEmpty) {
    case (true, true): return nil
    case (false, true): local = first
    case (true, false): local = last
    case (false, false):
      switch random.below(10) {
      case 0...4: local = first + dot + last
      case 5...6: local = first.prefix(1) + dot + last
      case 7: local = last + dot + first
      case 8: local = first + last
      default: local = first + [UInt8(ascii: "_")] + last.prefix(1)
      }
    }
    // The first customers have plain addresses; later ones would collide with them.
    if number > 1_000 && random.chance(75) { local += Array(String(number % 10_000).utf8) }
    return String(decoding: local.prefix(48), as: UTF8.self) + domain(&random)
  }

  static func company(_ name: String, number: Int, random: inout SplitMix64) -> String {
    let office = random.pick(["info", "fleet", "office", "bikes", "facility"]) ?? "info"
    let words = name.split(separator: " ").map { Romanization.ascii(String($0)) }
    let local = words.first { $0.count > 2 } ?? Array("company".utf8)
    let suffix = number > 400 ? String(number) : ""
    return office + "." + String(decoding: local.prefix(30), as: UTF8.self) + suffix
      + domain(&random)
  }

  private static func domain(_ random: inout SplitMix64) -> String {
    switch random.below(5) {
    case 0...1: "@example.org"
    case 2...3: "@example.com"
    default: "@example.net"
    }
  }
}
