import JSONLogic
import RapportCore
import RapportStore

/// The sizes of segments as a table for people: how many belong, are not known yet, and do not.
struct SegmentSizeTable {
  private let sizes: [SegmentSize]
  private let problem: (Segment.ID) -> String?

  init(_ sizes: [SegmentSize], problem: @escaping (Segment.ID) -> String?) {
    self.sizes = sizes
    self.problem = problem
  }

  /// A heading and a row for each segment, numbers aligned to the right; the last column says why a
  /// segment is broken, where one is.
  var rows: [[String]] {
    let heading = ["segment", "belong", "share", "not known yet", "do not", ""]
    var rows = [heading]
    for size in sizes {
      let counts = size.counts
      let broken = counts.broken > 0 ? "broken for \(Self.number(counts.broken))" : nil
      rows.append([
        size.id.rawValue, Self.number(counts.isIn), Self.share(counts),
        Self.number(counts.unknown), Self.number(counts.out),
        [broken, problem(size.id)].compactMap(\.self).joined(separator: ": "),
      ])
    }
    for column in 1...4 {
      let width = rows.map { $0[column].count }.max() ?? 0
      for row in rows.indices {
        let padding = String(repeating: " ", count: width - rows[row][column].count)
        rows[row][column] = padding + rows[row][column]
      }
    }
    return rows
  }

  /// How many were counted.
  var whole: String? {
    sizes.first.map { "of \(Self.number($0.counts.all)) customers" }
  }

  private static func share(_ counts: AnswerCounts) -> String {
    guard counts.all > 0 else { return "" }
    return NumberWords.words(100 * Double(counts.isIn) / Double(counts.all), fraction: 1) + " %"
  }

  static func number(_ count: Int) -> String { NumberWords.words(Double(count)) }
}

extension AnswerCounts {
  /// In one line: `803 belong, 11 not known yet, 6,229 do not`.
  var words: String {
    let numbers = [(isIn, "belong"), (unknown, "not known yet"), (out, "do not")]
    let texts = numbers.map { "\(SegmentSizeTable.number($0)) \($1)" }
    return (texts + (broken > 0 ? ["\(SegmentSizeTable.number(broken)) broken"] : []))
      .joined(separator: ", ")
  }
}
