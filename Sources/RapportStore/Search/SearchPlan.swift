import RapportCore

/// The terms of a query laid out flat, so that looking at a customer allocates and counts nothing.
struct SearchPlan: Sendable {
  /// One way to write a word.
  struct Needle: Sendable {
    var bytes: Range<Int>
    var best: Hit.Quality
    var isWhole: Bool
    var isName: Bool
    var signature: SearchSignature
  }

  /// The needles of each word, and the words and digits of each term.
  struct Term: Sendable {
    var words: Range<Int>
    var digits: Range<Int>
    var phones: PhoneSignature
  }

  /// Digits of a telephone number, and what it is if a number is, begins or ends with them.
  struct Digits: Sendable {
    var bytes: Range<Int>
    var quality: Hit.Quality
  }

  private(set) var bytes: [UInt8] = []
  private(set) var needles: [Needle] = []
  private(set) var words: [Range<Int>] = []
  private(set) var digits: [Digits] = []
  private(set) var terms: [Term] = []

  init(_ terms: [SearchTerm]) {
    for term in terms {
      let (firstWord, firstDigits) = (words.count, digits.count)
      for word in term.words {
        let first = needles.count
        for spelling in word.spellings where !spelling.bytes.isEmpty {
          needles.append(
            Needle(
              bytes: append(spelling.bytes),
              best: spelling.best,
              isWhole: spelling.isWhole,
              isName: spelling.isName,
              signature: SearchSignature(prefix: spelling.bytes)
            )
          )
        }
        words.append(first..<needles.count)
      }
      var phones = PhoneSignature()
      for (number, quality) in term.phone?.patterns ?? [] {
        phones.formUnion(PhoneSignature(number, isEnd: quality == .suffix))
        digits.append(Digits(bytes: append(number), quality: quality))
      }
      self.terms.append(
        Term(words: firstWord..<words.count, digits: firstDigits..<digits.count, phones: phones)
      )
    }
  }

  private mutating func append(_ more: [UInt8]) -> Range<Int> {
    bytes += more
    return bytes.count - more.count..<bytes.count
  }

  /// The bytes of a needle.
  func spelling(_ needle: Int) -> [UInt8] { Array(bytes[needles[needle].bytes]) }

  func withMatcher<Result>(_ body: (SearchMatcher) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      needles.withUnsafeBufferPointer { needles in
        words.withUnsafeBufferPointer { words in
          digits.withUnsafeBufferPointer { digits in
            terms.withUnsafeBufferPointer { terms in
              body(
                SearchMatcher(
                  bytes: bytes,
                  needles: needles,
                  words: words,
                  digits: digits,
                  terms: terms
                )
              )
            }
          }
        }
      }
    }
  }
}
