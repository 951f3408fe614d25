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
    guard definitions.segments.first(where: { $0.id == segment })?.status != .retired else {
      return "nobody: it is retired"
    }
    guard let counts = size(of: segment)?.counts else {
      return statistics.overview.absence ?? "counting"
    }
    let share = Self.share(counts.isIn, of: counts.all).map { " (\($0))" } ?? ""
    let unknown = counts.unknown > 0 ? ", \(Self.number(counts.unknown)) not known yet" : ""
    return "\(Self.number(counts.isIn)) belong\(share)\(unknown)"
  }

  /// Said in the place of a size that is not known.
  var absence: Line {
    let words = statistics.overview.absence ?? "counting"
    return Line(words, role: words == "counting" ? .progress : .statusWarning)
  }

  /// How many lines of feedback on a definition wait for an answer.
  func waitingFeedback(on reference: DefinitionReference) -> Int {
    feedback.first { $0.subject?.definition == reference }?.waiting.count ?? 0
  }

  /// `Warm and personal, for them: short`.
  func toneWords(of segment: Segment) -> String {
    let words = segment.adjust.words.joined(separator: ", ")
    let tone = segment.tone.map(name(of:)) ?? "the store's"
    return words.isEmpty ? tone : "\(tone), for them: \(words)"
  }

  /// What is said or offered to the members of a segment alone.
  func ownWays(of segment: Segment) -> [String] {
    let scripts = definitions.scripts.count { $0.segments.contains(segment.id) }
    return [
      segment.tone.map { "tone \(name(of: $0))" },
      segment.services.isEmpty ? nil : TimeWords.plural(segment.services.count, "offer"),
      scripts == 0 ? nil : TimeWords.plural(scripts, "script"),
    ].compactMap(\.self)
  }

  static func number(_ count: Int) -> String { NumberWords.words(Double(count)) }

  /// `12.5 %`; nil of nobody.
  static func share(_ part: Int, of all: Int) -> String? {
    guard all > 0 else { return nil }
    return NumberWords.words(100 * Double(part) / Double(all), fraction: 1) + " %"
  }
}
