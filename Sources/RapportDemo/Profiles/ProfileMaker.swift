/// Makes customers one by one from seed and number alone, in any order, with any total.
///
/// A block of 25 is one account and 24 people, some of whom belong to an account of a block nearby.
struct ProfileMaker {
  let seed: UInt64
  let today: CivilDay
  let cultures: [Culture]
  let notes: [String]
  private let reserved: [Int]
  private let cultureWeights: [(value: Int, weight: Int)]

  /// Accounts before it are hand-written.
  static let firstAccount = 101
  static let block = 25

  /// No made-up customer gets one of the `reserved` numbers, which ascend.
  init(seed: UInt64, today: CivilDay, cultures: [Culture], notes: [String], reserved: [Int]) {
    self.seed = seed
    self.today = today
    self.cultures = cultures
    self.notes = notes
    self.reserved = reserved
    cultureWeights = cultures.enumerated().map { ($0.offset, $0.element.weight) }
  }

  /// The made-up customer at a position from 0.
  func profile(at position: Int) -> Profile {
    let (block, place) = (position / Self.block, position % Self.block)
    return place == 0
      ? account(number: Self.firstAccount + block)
      : person(ordinal: block * (Self.block - 1) + place - 1, block: block)
  }

  func day(_ ago: Int) -> CivilDay { CivilDay(today.daysSinceEpoch - ago) }

  func culture(random: inout SplitMix64) -> Culture {
    cultures[random.weighted(cultureWeights) ?? 0]
  }

  /// Skips the numbers of hand-written people.
  func personNumber(ordinal: Int) -> Int {
    var number = ordinal + 1
    for taken in reserved where taken <= number { number += 1 }
    return number
  }

  static func id(_ kind: String, _ number: Int, digits: Int) -> String {
    let text = String(number)
    return kind + String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  /// Seconds of an ordinary working hour on that day.
  func workingTime(_ ago: Int, random: inout SplitMix64) -> Int {
    day(ago).daysSinceEpoch * 86_400 + random.within(6 * 3_600...16 * 3_600)
  }
}
