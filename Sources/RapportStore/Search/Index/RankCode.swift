import RapportCore

/// How one term fits a customer, in a number: what is smaller is better, 0 is not at all.
struct RankCode: Sendable, Equatable {
  private let bits: UInt16

  static let none = RankCode(bits: 0)

  private init(bits: UInt16) { self.bits = bits }

  @inline(__always)
  init(_ quality: Hit.Quality, distance: Int = 0, isAlone: Bool, field: UInt8) {
    let kind = UInt16(truncatingIfNeeded: quality.order << 3 | distance)
    bits = (kind << 1 | (isAlone ? 0 : 1)) << 6 | UInt16(field & 63) + 1
  }

  init(_ match: TermMatch) {
    self.init(
      match.quality,
      distance: match.distance,
      isAlone: match.isWhole,
      field: match.field
    )
  }

  @inline(__always)
  func isBetter(than other: RankCode) -> Bool { bits &- 1 < other.bits &- 1 }

  private var quality: Int { Int(bits &- 1) >> 10 }
  private var distance: Int { Int(bits &- 1) >> 7 & 7 }
  private var isAlone: Bool { (bits &- 1) >> 6 & 1 == 0 }
  private var field: UInt8 { UInt8((bits &- 1) & 63) }

  /// Whether a word is meant that is two typing errors away.
  var isTwoErrors: Bool {
    quality == Hit.Quality.fuzzy.order && TermMatch.isTwoErrors(distance)
  }

  /// Whether only the beginning of a word is meant.
  private var isBeginning: Bool {
    quality == Hit.Quality.prefix.order
      || quality == Hit.Quality.fuzzy.order && distance > 0 && distance % 2 == 0
  }

  /// How well of 100, where so many letters were typed.
  func fit(length: Int) -> UInt8 {
    TermMatch.fit(
      order: quality,
      length: field == SearchedFields.phone ? .max : length,
      distance: distance
    )
  }

  /// The score of a customer whom a query of one term fits so.
  @inline(__always)
  func score(_ name: NameShape) -> HitScore {
    HitScore(
      quality: quality,
      distance: distance,
      isAlone: isAlone,
      field: field,
      isName: field == SearchedFields.name && !isBeginning && name.words == 1
    )
  }
}
