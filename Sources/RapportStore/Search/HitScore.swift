import RapportCore

/// How well a customer fits all terms of a query; what is smaller is better.
///
/// The weakest word decides; then an id, number or address in full; then the whole name; then each
/// word: its quality, its typing errors, whether it stands alone, its field.
struct HitScore: Sendable, Comparable {
  private var bits: Int

  static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }

  /// - Parameters:
  ///   - matches: of all terms.
  ///   - nameWords: how many words the name has.
  init(_ matches: some Sequence<TermMatch>, nameWords: Int) {
    var (weakest, sum, named, terms) = (0, 0, 0, 0)
    var identifies = false
    for match in matches {
      weakest = max(weakest, match.quality.order)
      sum += match.rank
      terms += 1
      switch match.field {
      case SearchedFields.name: named += match.quality == .prefix || match.isBeginning ? 0 : 1
      case SearchedFields.id, SearchedFields.phone, SearchedFields.email:
        identifies = identifies || match.quality == .exact && match.isWhole
      default: break
      }
    }
    let isWholeName = named == terms && named == nameWords
    bits = ((weakest * 2 + (identifies ? 0 : 1)) * 2 + (isWholeName ? 0 : 1)) << 32 + sum
  }

  /// Of one term; `isName` says whether it is the whole name.
  @inline(__always)
  init(quality: Int, distance: Int, isAlone: Bool, field: UInt8, isName: Bool) {
    let identifies =
      quality == Hit.Quality.exact.order && isAlone
      && (SearchedFields.id...SearchedFields.email).contains(field)
    let sum = quality << 12 | distance << 9 | (isAlone ? 0 : 1) << 8 | Int(field)
    bits = ((quality * 2 + (identifies ? 0 : 1)) * 2 + (isName ? 0 : 1)) << 32 + sum
  }

  /// Of a customer that only some terms fit: after all others, by what is missing of 1,000.
  init(missing: Int) { bits = Hit.Quality.partial.order << 34 + missing }

  /// What `init(missing:)` was given.
  var missing: Int { bits & 0xFFFF_FFFF }

  /// Whether everything typed is exact, and one of it is an id, a number or an address in full.
  var isCertain: Bool { bits >> 33 == 0 }
}
