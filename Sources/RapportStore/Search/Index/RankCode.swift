import RapportCore

/// How one term fits a customer as typed, in a number: what is smaller is better, 0 is not at all.
struct RankCode: Sendable, Equatable {
  let bits: UInt16

  static let none = RankCode(bits: 0)

  private init(bits: UInt16) { self.bits = bits }

  @inline(__always)
  init(_ quality: Hit.Quality, isAlone: Bool, field: UInt8) {
    bits = (UInt16(quality.order) * 2 + (isAlone ? 0 : 1)) << 7 + UInt16(field) + 1
  }

  @inline(__always)
  func isBetter(than other: RankCode) -> Bool { bits &- 1 < other.bits &- 1 }

  /// The score of a customer whom a query of one term fits so.
  @inline(__always)
  func score(_ name: NameShape) -> HitScore {
    let (order, field) = (Int(bits &- 1) >> 8, UInt8((bits &- 1) & 0x7F))
    return HitScore(
      quality: order,
      isAlone: (bits &- 1) >> 7 & 1 == 0,
      field: field,
      isName: field == SearchedFields.name && order != Hit.Quality.prefix.order
        && name.words == 1
    )
  }
}
