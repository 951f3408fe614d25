import RapportCore

/// Where the rows are that have a telephone number with some digits.
struct NumberSource {
  let pattern: Int
  let positions: Range<Int>
  let isEnd: Bool
  let quality: Hit.Quality
  /// How well the rows fit.
  var code: RankCode {
    RankCode(quality, isAlone: quality == .exact, field: SearchedFields.phone)
  }
  /// Whether each of the rows fits.
  let isPlain: Bool

  init(_ number: Int, _ matcher: SearchMatcher, _ view: SearchIndex.View) {
    let digits = matcher.digits[number]
    let bytes = matcher.bytes[digits.bytes]
    pattern = number
    quality = digits.quality
    isEnd = quality == .suffix
    isPlain = bytes.count < PhoneKeys.longest
    positions =
      isEnd
      ? view.positions(view.backwards, PhoneKeys.keys(beginningWith: bytes.reversed()))
      : quality == .exact && isPlain
        ? view.positions(view.forwards, PhoneKeys.key(bytes)...PhoneKeys.key(bytes))
        : view.positions(view.forwards, PhoneKeys.keys(beginningWith: bytes))
  }

  @inline(__always)
  func row(_ position: Int, _ view: SearchIndex.View) -> Int {
    Int(isEnd ? view.backwardRows[position] : view.forwardRows[position])
  }
}
