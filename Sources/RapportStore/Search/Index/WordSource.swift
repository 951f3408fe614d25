import RapportCore

/// Where the rows are that a needle of a query may fit.
struct WordSource {
  /// Words that begin with the needle, or with its rarest part where it is several words.
  let words: Range<Int>
  /// Up to here the rows have the word itself, behind it one that begins with it.
  let exactEnd: Int
  let postings: Range<Int>
  let best: Hit.Quality
  let isName: Bool
  /// Whether each of the rows fits.
  let isPlain: Bool
  /// The needle, where that is a plain beginning of a word.
  let needle: Int?

  init(_ number: Int, _ matcher: SearchMatcher, _ view: SearchIndex.View) {
    let needle = matcher.needles[number]
    let bytes = UnsafeBufferPointer(rebasing: matcher.bytes[needle.bytes])
    best = needle.best
    isName = needle.isName
    isPlain = bytes.allSatisfy(SearchText.isWord)
    guard !isPlain else {
      (words, exactEnd, postings) = Self.find(bytes, isWhole: needle.isWhole, view)
      self.needle = needle.isWhole || needle.isName ? nil : number
      return
    }
    // The rarest of its words; only the last one may go on.
    var rarest: (words: Range<Int>, exactEnd: Int, postings: Range<Int>)?
    var start = 0
    while start < bytes.count {
      guard SearchText.isWord(bytes[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < bytes.count, SearchText.isWord(bytes[end]) { end += 1 }
      let part = UnsafeBufferPointer(rebasing: bytes[start..<end])
      let found = Self.find(part, isWhole: end < bytes.count, view)
      if rarest.map({ found.postings.count < $0.postings.count }) ?? true { rarest = found }
      start = end
    }
    (words, exactEnd, postings) = rarest ?? (0..<0, 0, 0..<0)
    self.needle = nil
  }

  private static func find(
    _ bytes: UnsafeBufferPointer<UInt8>,
    isWhole: Bool,
    _ view: SearchIndex.View
  ) -> (words: Range<Int>, exactEnd: Int, postings: Range<Int>) {
    let word = view.word(bytes)
    let words = isWhole ? word.map { $0..<$0 + 1 } ?? 0..<0 : view.words(beginningWith: bytes)
    guard !words.isEmpty else { return (words, 0, 0..<0) }
    let postings = view.postings(of: words)
    let exact = word.map { view.postings(of: $0..<$0 + 1).upperBound } ?? postings.lowerBound
    return (words, min(max(exact, postings.lowerBound), postings.upperBound), postings)
  }
}

/// Where the rows are that have a telephone number with some digits.
struct NumberSource {
  let pattern: Int
  let positions: Range<Int>
  let isEnd: Bool
  let quality: Hit.Quality
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
