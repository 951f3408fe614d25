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
  /// A bit for the last bits of each pair: most others can be told from those at once.
  private let bits: [UInt64]

  init(weights: [Int], text: [UInt8]) {
    self.weights = weights
    total = weights.reduce(0, +)
    let pairs = text.withUnsafeBufferPointer { Self.pairs($0) }
    self.pairs = pairs
    var bits = [UInt64](repeating: 0, count: 64)
    for pair in pairs { bits[Int(pair >> 6) & 63] |= 1 << UInt64(pair & 63) }
    self.bits = bits
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
    var common = 0
    withUnsafeTemporaryAllocation(of: Bool.self, capacity: pairs.count) { isTaken in
      isTaken.initialize(repeating: false)
      var last = SearchText.space
      for position in 0...name.count {
        let byte = position < name.count ? name[position] : SearchText.space
        let pair = UInt16(last) << 8 | UInt16(byte)
        last = byte
        var index = first(pair)
        while index < pairs.count, pairs[index] == pair {
          if !isTaken[index] {
            isTaken[index] = true
            common += 1
            break
          }
          index += 1
        }
      }
    }
    return Self.mostLikeness * 2 * common / (pairs.count + name.count + 1)
  }

  /// Where a pair is among the query's.
  @inline(__always)
  private func first(_ pair: UInt16) -> Int {
    guard bits[Int(pair >> 6) & 63] >> UInt64(pair & 63) & 1 == 1 else { return pairs.count }
    return pairs.partitioningIndex { $0 >= pair }
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
  var fit: UInt8 { Self.fit(order: quality.order, length: length, distance: distance) }

  static func fit(order: Int, length: Int, distance: Int) -> UInt8 {
    switch order {
    case Hit.Quality.exact.order: 100
    case Hit.Quality.prefix.order: length < fewestLetters ? 0 : 90
    case Hit.Quality.suffix.order: 90
    case Hit.Quality.nickname.order: 85
    case Hit.Quality.fuzzy.order: isTwoErrors(distance) ? 50 : 75
    default: 40
    }
  }

  /// Whether a word is meant that is two typing errors away.
  var isTwoErrors: Bool { quality == .fuzzy && Self.isTwoErrors(distance) }

  static func isTwoErrors(_ distance: Int) -> Bool { distance >= 3 }
}
