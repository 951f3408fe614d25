import JSONLogic
import RapportCore
import Terminal

/// Sizes in words; never a blank or a zero where nothing is known.
extension WorkbenchFacts {
  func size(of segment: Segment.ID) -> SegmentSize? {
    statistics.overview.value?.size(of: segment)
  }

  /// `803 belong (12 %), 11 not known yet`, else why that is not known.
  func sizeWords(of segment: Segment.ID) -> String {
    guard let counts = size(of: segment)?.counts else {
      return statistics.overview.absence ?? "counting"
    }
    let share = Self.share(counts.isIn, of: counts.all).map { " (\($0))" } ?? ""
    let unknown = counts.unknown > 0 ? ", \(Self.number(counts.unknown)) not known yet" : ""
    return "\(Self.number(counts.isIn)) belong\(share)\(unknown)"
  }

  static func number(_ count: Int) -> String { NumberWords.words(Double(count)) }

  /// `12.5 %`; nil of nobody.
  static func share(_ part: Int, of all: Int) -> String? {
    guard all > 0 else { return nil }
    return NumberWords.words(100 * Double(part) / Double(all), fraction: 1) + " %"
  }
}
