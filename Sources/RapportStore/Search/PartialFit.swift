import Glibc
import RapportCore

/// How much of a query a customer fits, of 1,000: for seven tenths the words, by their rarity, for
/// three the whole name.
struct PartialFit {
  static let most = 1000
  private static let mostLikeness = 300
  private static let perWords = 7

  let weights: [Int]
  private let total: Int
  private let pairs: [UInt16]

  init(weights: [Int], text: [UInt8]) {
    self.weights = weights
    total = weights.reduce(0, +)
    pairs = text.withUnsafeBufferPointer { Self.pairs($0) }
  }

  /// What a word tells that so many customers have: the logarithm of its rarity.
  static func weight(of count: Int, among customers: Int) -> Int {
    Int(1000 * log2(Double(customers + 1) / Double(count + 1)))
  }

  /// Of 700, from how well each term fits, of 100.
  func words(_ fits: ArraySlice<UInt8>) -> Int {
    guard total > 0 else { return 0 }
    return Self.perWords * zip(weights, fits).reduce(0) { $0 + $1.0 * Int($1.1) } / total
  }

  /// More than this a name of so many bytes cannot be like the query.
  func mostLikeness(length: Int) -> Int {
    Self.mostLikeness * 2 * min(pairs.count, length + 1) / (pairs.count + length + 1)
  }

  /// Dice's coefficient of the pairs of letters, spaces at both ends included.
  func likeness(of name: UnsafeBufferPointer<UInt8>) -> Int {
    let theirs = Self.pairs(name)
    var (own, other, common) = (0, 0, 0)
    while own < pairs.count, other < theirs.count {
      if pairs[own] == theirs[other] {
        common += 1
        own += 1
        other += 1
      } else if pairs[own] < theirs[other] {
        own += 1
      } else {
        other += 1
      }
    }
    return Self.mostLikeness * 2 * common / (pairs.count + theirs.count)
  }

  private static func pairs(_ text: UnsafeBufferPointer<UInt8>) -> [UInt16] {
    var pairs: [UInt16] = []
    pairs.reserveCapacity(text.count + 1)
    var last = SearchText.space
    for byte in text {
      pairs.append(UInt16(last) << 8 | UInt16(byte))
      last = byte
    }
    pairs.append(UInt16(last) << 8 | UInt16(SearchText.space))
    pairs.sort()
    return pairs
  }
}

extension TermMatch {
  /// With fewer letters the beginning of a word tells nothing.
  static let fewestLetters = 3

  /// How well a term fits, of 100, where others of the query do not; one or two letters that
  /// somebody's word begins with are nothing.
  var fit: UInt8 {
    switch quality {
    case .exact: 100
    case .prefix where length < Self.fewestLetters: 0
    case .prefix, .suffix: 90
    case .nickname: 85
    case .fuzzy: isTwoErrors ? 50 : 75
    case .sound, .partial: 40
    }
  }

  /// Whether a word is meant that is two typing errors away.
  var isTwoErrors: Bool { quality == .fuzzy && distance >= 3 }
}
