import RapportCore

/// What is searched of one customer.
struct SearchedRow {
  var text: UnsafeBufferPointer<UInt8>
  var starts: UnsafeBufferPointer<WordStart>
  /// The word that begins at each of the starts.
  var words: UnsafeBufferPointer<Vocabulary.Word>
  /// Telephone numbers as digits, each followed by a space.
  var phones: UnsafeBufferPointer<UInt8>
}

/// Looks at one customer after another for a plan's terms.
///
/// Lives as long as the plan's closure.
struct SearchMatcher {
  let bytes: UnsafeBufferPointer<UInt8>
  let needles: UnsafeBufferPointer<SearchPlan.Needle>
  let words: UnsafeBufferPointer<Range<Int>>
  let digits: UnsafeBufferPointer<SearchPlan.Digits>
  let terms: UnsafeBufferPointer<SearchPlan.Term>

  /// False where the customer cannot fit.
  @inline(__always)
  func mayFit(_ signature: SearchSignature, _ phones: PhoneSignature) -> Bool {
    for term in terms where !mayFit(term, signature, phones) { return false }
    return true
  }

  /// False where the customer cannot have what the term asks for.
  @inline(__always)
  func mayFit(
    _ term: SearchPlan.Term,
    _ signature: SearchSignature,
    _ phones: PhoneSignature
  ) -> Bool {
    if phones.mayContain(term.phones) { return true }
    if term.words.isEmpty { return false }
    for word in term.words {
      var isThere = false
      for needle in words[word] where signature.mayContain(needles[needle].signature) {
        isThere = true
        break
      }
      if !isThere { return false }
    }
    return true
  }

  /// How each term fits, into `matches`; false where one does not.
  func match(_ row: SearchedRow, _ matches: inout [TermMatch]) -> Bool {
    matches.removeAll(keepingCapacity: true)
    for term in terms {
      guard let match = match(term, in: row) else { return false }
      matches.append(match)
    }
    return true
  }

  /// How a term fits, as a number or as words, whichever is better; nil where it does not.
  ///
  /// Of several words the one that fits worst.
  func match(_ term: SearchPlan.Term, in row: SearchedRow) -> TermMatch? {
    let number = term.digits.isEmpty ? nil : number(term.digits, in: row.phones)
    var weakest: TermMatch?
    for word in term.words {
      guard let match = find(words[word], in: row) else { return number }
      if let known = weakest, known.rank >= match.rank { continue }
      weakest = match
    }
    guard let number, let weakest else { return number ?? weakest }
    return number.rank < weakest.rank ? number : weakest
  }

  /// The best of some needles.
  func find(_ spellings: Range<Int>, in row: SearchedRow) -> TermMatch? {
    var best: TermMatch?
    let typed = needles[spellings.lowerBound].bytes.count
    for number in spellings {
      let needle = needles[number]
      let wanted = UnsafeBufferPointer(rebasing: bytes[needle.bytes])
      let first = wanted[0]
      for start in row.starts where start.first == first {
        if needle.isName, start.field != SearchedFields.name { continue }
        guard row.text.has(wanted, at: start.offset) else { continue }
        guard let match = match(start, needle, number, typed, in: row.text) else { continue }
        if let known = best, known.rank <= match.rank { continue }
        best = match
        if match.isBest { break }
      }
    }
    return best
  }

  private func match(
    _ start: WordStart,
    _ needle: SearchPlan.Needle,
    _ number: Int,
    _ typed: Int,
    in text: UnsafeBufferPointer<UInt8>
  ) -> TermMatch? {
    let end = start.offset + needle.bytes.count
    let next = end < text.count ? text[end] : SearchText.space
    let endsWord = !SearchText.isWord(next)
    guard endsWord || !needle.isWhole else { return nil }
    let quality: Hit.Quality = endsWord ? .exact : .prefix
    return TermMatch(
      quality: needle.best.order > quality.order ? needle.best : quality,
      field: start.field,
      isWhole: endsWord && next <= SearchText.space
        && (start.offset == 0 || text[start.offset - 1] <= SearchText.space),
      length: typed,
      needle: number
    )
  }

  private func number(
    _ patterns: Range<Int>,
    in phones: UnsafeBufferPointer<UInt8>
  ) -> TermMatch? {
    var best: TermMatch?
    var start = 0
    for position in phones.indices where phones[position] == SearchText.space {
      let count = position - start
      for pattern in patterns {
        let quality = digits[pattern].quality
        if let known = best, known.quality.order <= quality.order { break }
        let wanted = UnsafeBufferPointer(rebasing: bytes[digits[pattern].bytes])
        let fits =
          switch quality {
          case .exact: wanted.count == count && phones.has(wanted, at: start)
          case .prefix: wanted.count <= count && phones.has(wanted, at: start)
          default: wanted.count <= count && phones.has(wanted, at: position - wanted.count)
          }
        guard fits else { continue }
        best = TermMatch(
          quality: quality,
          field: SearchedFields.phone,
          isWhole: quality == .exact,
          length: count,
          needle: nil
        )
      }
      start = position + 1
    }
    return best
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these bytes stand at a position.
  @inline(__always)
  func has(_ wanted: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    guard position + wanted.count <= count else { return false }
    for offset in wanted.indices where self[position + offset] != wanted[offset] { return false }
    return true
  }
}
