import RapportCore

/// How a word of a customer is like a part of a query; what is smaller is better.
struct LooseMatch: Sendable, Comparable {
  private var code: UInt8

  private init(_ code: UInt8) { self.code = code }

  static let exact = LooseMatch(0)
  static let prefix = LooseMatch(1)
  /// The parts of a term are all there, but not behind one another.
  static let apart = LooseMatch(2)
  /// Nothing is like it.
  static let none = LooseMatch(.max)

  /// By one or two errors; `isBeginning` where only the beginning of the word is like it.
  static func misspelt(_ errors: Int, isBeginning: Bool) -> LooseMatch {
    LooseMatch(UInt8(2 + errors * 2 + (isBeginning ? 1 : 0)))
  }

  /// Sounds the same, though so many letters are others.
  static func sound(_ errors: Int) -> LooseMatch { LooseMatch(UInt8(8 + min(errors, 7))) }

  static func < (left: Self, right: Self) -> Bool { left.code < right.code }

  var isSound: Bool { self >= .sound(0) && self != .none }

  /// Never certain: the words of one term may stand apart.
  var quality: Hit.Quality { isSound ? .sound : .fuzzy }

  /// How far from what was typed, 0 to 7.
  var distance: Int { isSound ? Int(code) - 8 : code < 4 ? 0 : Int(code) - 3 }

  /// Whether the word itself is meant, not one that begins like it.
  var isWholeWord: Bool { isSound || code & 1 == 0 }
}
