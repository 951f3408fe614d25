import RapportCore

/// How one term of a query fits one customer.
struct TermMatch: Sendable {
  var quality: Hit.Quality
  /// The number of the field.
  var field: UInt8
  /// Whether it stands alone between spaces, as a whole id or address does.
  var isWhole: Bool
  /// How many bytes were typed, or how many digits the number has.
  var length: Int
  /// Which of the plan's needles was found; nil for a telephone number and for a word like it.
  var needle: Int?
  /// The word that was found because it is like what was typed.
  var word: Vocabulary.Word?
  /// Whether only the beginning of that word is like it.
  var isBeginning = false
  /// How far that word is from what was typed, 0 to 7.
  var distance = 0

  /// Better first; then the fields in their order.
  var rank: Int { quality.order << 12 | distance << 9 | (isWhole ? 0 : 1) << 8 | Int(field) }

  /// Whether no match in this field or a later one can be better.
  var isBest: Bool { quality == .exact && isWhole }
}

extension Hit.Quality {
  /// 0 is certain.
  var order: Int {
    switch self {
    case .exact: 0
    case .prefix: 1
    case .suffix: 2
    case .nickname: 3
    case .fuzzy: 4
    case .sound: 5
    case .partial: 6
    }
  }
}
