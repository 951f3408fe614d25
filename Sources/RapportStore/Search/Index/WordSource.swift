import RapportCore

/// Where the rows are that a needle of a query may fit.
struct WordSource {
  /// Of the plan.
  let number: Int
  /// Words that begin with the needle, or with one of its parts where it is several words.
  let words: Range<Int>
  /// Up to here the rows have the word itself, behind it one that begins with it.
  let exactEnd: Int
  let postings: Range<Int>
  let best: Hit.Quality
  let isName: Bool
  /// Whether each of the rows fits.
  let isPlain: Bool
  /// Whether the needle is the beginning of any word, wherever it is.
  let isBeginning: Bool
  /// Some of the postings, where the others need no look.
  private let rows: [UInt32]?

  init(
    _ number: Int,
    of spellings: Range<Int>,
    _ matcher: SearchMatcher,
    _ view: SearchIndex.View
  ) {
    let needle = matcher.needles[number]
    let bytes = UnsafeBufferPointer(rebasing: matcher.bytes[needle.bytes])
    self.number = number
    best = needle.best
    isName = needle.isName
    isPlain = bytes.allSatisfy(SearchText.isWord)
    isBeginning = isPlain && !needle.isWhole && !needle.isName
    guard !isPlain else {
      (words, exactEnd, postings) = Self.find(bytes, isWhole: needle.isWhole, view)
      rows = nil
      return
    }
    let parts = Self.parts(bytes, view)
    let rarest = parts.min { $0.postings.count < $1.postings.count }
    if let rarest, let first = parts.first, let last = parts.last,
      rarest.postings.count > view.headsFrom / 4,
      Self.isStripped(bytes, among: spellings, matcher)
    {
      (words, exactEnd, postings) = first
      rows =
        Self.inside(first.postings, view)
        + view.postingRows[last.postings.lowerBound..<last.exactEnd]
    } else {
      (words, exactEnd, postings) = rarest ?? (0..<0, 0, 0..<0)
      rows = nil
    }
  }

  /// Whether a needle's letters without what stands between them are looked for too.
  ///
  /// They find whoever has the needle at the beginning of what stands between spaces, but in addresses;
  /// as well as it does, unless it ends where a word ends.
  private static func isStripped(
    _ bytes: UnsafeBufferPointer<UInt8>,
    among spellings: Range<Int>,
    _ matcher: SearchMatcher
  ) -> Bool {
    let stripped = bytes.filter(SearchText.isWord)
    return spellings.contains { other in
      let needle = matcher.needles[other]
      return !needle.isWhole && !needle.isName && needle.best == .exact
        && matcher.bytes[needle.bytes].elementsEqual(stripped)
    }
  }

  private typealias Found = (words: Range<Int>, exactEnd: Int, postings: Range<Int>)

  /// Each word of a needle; only the last one may go on.
  private static func parts(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ view: SearchIndex.View
  ) -> [Found] {
    var parts: [Found] = []
    var start = 0
    while start < bytes.count {
      guard SearchText.isWord(bytes[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < bytes.count, SearchText.isWord(bytes[end]) { end += 1 }
      let part = UnsafeBufferPointer(rebasing: bytes[start..<end])
      parts.append(find(part, isWhole: end < bytes.count, view))
      start = end
    }
    return parts
  }

  private static func find(
    _ bytes: UnsafeBufferPointer<UInt8>,
    isWhole: Bool,
    _ view: SearchIndex.View
  ) -> Found {
    let word = view.word(bytes)
    let words = isWhole ? word.map { $0..<$0 + 1 } ?? 0..<0 : view.words(beginningWith: bytes)
    guard !words.isEmpty else { return (words, 0, 0..<0) }
    let postings = view.postings(of: words)
    let exact = word.map { view.postings(of: $0..<$0 + 1).upperBound } ?? postings.lowerBound
    return (words, min(max(exact, postings.lowerBound), postings.upperBound), postings)
  }

  /// The rows that have a word where its needle is not found without what stands between its letters:
  /// in an address, or behind other letters.
  private static func inside(_ postings: Range<Int>, _ view: SearchIndex.View) -> [UInt32] {
    var rows: [UInt32] = []
    for position in postings {
      let place = view.postingPlaces[position]
      if !place.isFirst || place.field == SearchedFields.email {
        rows.append(view.postingRows[position])
      }
    }
    return rows
  }

  /// How many rows it names, some of them maybe more than once.
  var size: Int { rows?.count ?? postings.count }

  /// Hands out the rows that it names.
  @inline(__always)
  func forEachRow(_ view: SearchIndex.View, _ body: (Int) -> Void) {
    if let rows {
      for row in rows { body(Int(row)) }
      return
    }
    for position in postings {
      if isName, view.postingPlaces[position].field != SearchedFields.name { continue }
      body(Int(view.postingRows[position]))
    }
  }

  /// Hands out the rows of a plain source, and how well each fits.
  @inline(__always)
  func forEachCode(
    _ view: SearchIndex.View,
    _ body: (_ row: Int, _ code: RankCode, _ quality: Hit.Quality) -> Void
  ) {
    let whole = best.order > Hit.Quality.exact.order ? best : .exact
    let beginning = best.order > Hit.Quality.prefix.order ? best : .prefix
    for position in postings {
      let place = view.postingPlaces[position]
      if isName, place.field != SearchedFields.name { continue }
      let isExact = position < exactEnd
      let quality = isExact ? whole : beginning
      let code = RankCode(quality, isAlone: isExact && place.isAlone, field: place.field)
      body(Int(view.postingRows[position]), code, quality)
    }
  }
}
