import RapportCore

/// How one term of a query fits one customer.
struct TermMatch: Sendable {
  var quality: Hit.Quality
  /// The number of the field.
  var field: UInt8
  /// Whether it stands alone between spaces, as a whole id or address does.
  var isWhole = false
  /// How many bytes of the text it covers.
  var length = 0
  /// The spelling that was found; empty for a telephone number.
  var spelling: [UInt8] = []

  /// Better first; then the fields in their order.
  var rank: Int {
    quality.order * 1024 + (isWhole ? 0 : 512) + min(Int(field), 255)
  }

  /// The better of two, where there is one.
  static func better(_ left: TermMatch?, _ right: TermMatch?) -> TermMatch? {
    guard let left else { return right }
    guard let right else { return left }
    return right.rank < left.rank ? right : left
  }
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
    }
  }
}

extension SearchWord {
  /// The best place of the word in a customer's text.
  func match(in text: UnsafeBufferPointer<UInt8>) -> TermMatch? {
    var best: TermMatch?
    for spelling in spellings {
      spelling.bytes.withUnsafeBufferPointer { word in
        guard let found = Self.find(word, spelling, in: text) else { return }
        if let best, best.rank <= found.rank { return }
        best = found
        best?.spelling = spelling.bytes
      }
    }
    return best
  }

  private static func find(
    _ word: UnsafeBufferPointer<UInt8>,
    _ spelling: Spelling,
    in text: UnsafeBufferPointer<UInt8>
  ) -> TermMatch? {
    guard let first = word.first else { return nil }
    var best: TermMatch?
    var field: UInt8 = 0
    var previous = SearchText.space
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte == SearchText.mark {
        field = text[position + 1] &- 1
        position += 3
        previous = SearchText.space
        continue
      }
      if byte == first, !SearchText.isWord(previous), starts(with: word, text, position) {
        let end = position + word.count
        let next = end < text.count ? text[end] : SearchText.space
        let endsWord = !SearchText.isWord(next)
        if endsWord || !spelling.isWhole {
          let quality = max(spelling.best, endsWord ? .exact : .prefix)
          let isWhole = endsWord && previous <= SearchText.space && next <= SearchText.space
          let match = TermMatch(
            quality: quality,
            field: field,
            isWhole: isWhole,
            length: word.count
          )
          best = TermMatch.better(best, match)
        }
      }
      previous = byte
      position += 1
    }
    return best
  }

  @inline(__always)
  private static func starts(
    with word: UnsafeBufferPointer<UInt8>,
    _ text: UnsafeBufferPointer<UInt8>,
    _ position: Int
  ) -> Bool {
    guard position + word.count <= text.count else { return false }
    for offset in 1..<max(word.count, 1) where text[position + offset] != word[offset] {
      return false
    }
    return true
  }
}
