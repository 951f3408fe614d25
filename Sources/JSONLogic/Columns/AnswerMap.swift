/// What a rule says about each row of a table.
public struct AnswerMap: Sendable {
  /// The rows the rule holds for.
  public var isIn: BitMap
  /// The rows it depends on something missing for; nil where there are none.
  public var unknown: BitMap?
  /// The rows it raises an error for; nil where there are none.
  public var broken: BitMap?
  /// The rows that the columns cannot tell about, of any answer above; nil where there are none.
  public var open: BitMap?

  /// Answers for all rows.
  public init(isIn: BitMap, unknown: BitMap? = nil, broken: BitMap? = nil, open: BitMap? = nil) {
    self.isIn = isIn
    self.unknown = unknown
    self.broken = broken
    self.open = open
  }

  /// The same answer for each of so many rows.
  public init(_ answer: Answer, count: Int) {
    let all = BitMap.all(count)
    self.init(
      isIn: answer == .in ? all : BitMap(count: count),
      unknown: answer == .unknown ? all : nil,
      broken: answer == .broken ? all : nil
    )
  }

  /// How many rows there are.
  public var count: Int { isIn.count }

  /// The answer for a row, where it is not open.
  public subscript(row: Int) -> Answer {
    if broken?[row] ?? false { return .broken }
    if unknown?[row] ?? false { return .unknown }
    return Answer(isIn[row])
  }

  /// The number of each answer among some rows.
  public func counts(within rows: BitMap) -> AnswerCounts {
    AnswerCounts(
      isIn: isIn.overlap(rows),
      unknown: unknown?.overlap(rows) ?? 0,
      broken: broken?.overlap(rows) ?? 0,
      all: rows.cardinality
    )
  }

  /// These answers with those of some rows replaced, and no row open.
  public func settling(_ answers: [(row: Int, answer: Answer)]) -> AnswerMap {
    func map(_ old: BitMap?, _ wanted: Answer) -> BitMap? {
      guard old != nil || answers.contains(where: { $0.answer == wanted }) else { return nil }
      return BitMap(count: count) { words in
        if let old { _ = words.update(from: old.words) }
        for (row, answer) in answers where row < count {
          let bit: UInt64 = 1 << UInt64(row % 64)
          if answer == wanted { words[row / 64] |= bit } else { words[row / 64] &= ~bit }
        }
      }
    }
    return AnswerMap(
      isIn: map(isIn, .in) ?? isIn,
      unknown: map(unknown, .unknown),
      broken: map(broken, .broken)
    )
  }
}

/// How often a rule gave each answer.
public struct AnswerCounts: Hashable, Sendable {
  /// Rows the rule holds for.
  public var isIn: Int
  /// Rows it depends on something missing for.
  public var unknown: Int
  /// Rows it raises an error for.
  public var broken: Int
  /// All rows that were asked about.
  public var all: Int

  /// Counts, none unless told otherwise.
  public init(isIn: Int = 0, unknown: Int = 0, broken: Int = 0, all: Int = 0) {
    self.isIn = isIn
    self.unknown = unknown
    self.broken = broken
    self.all = all
  }

  /// Rows the rule does not hold for.
  public var out: Int { all - isIn - unknown - broken }

  /// Counts one more.
  public mutating func add(_ answer: Answer) {
    all += 1
    switch answer {
    case .in: isIn += 1
    case .unknown: unknown += 1
    case .broken: broken += 1
    case .out: break
    }
  }

  /// The sums of two counts over different rows.
  public static func + (left: AnswerCounts, right: AnswerCounts) -> AnswerCounts {
    AnswerCounts(
      isIn: left.isIn + right.isIn,
      unknown: left.unknown + right.unknown,
      broken: left.broken + right.broken,
      all: left.all + right.all
    )
  }
}
