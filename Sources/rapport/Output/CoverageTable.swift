import RapportCore

/// What scripts serve, as a table for people: reasons and channels down, languages across.
struct CoverageTable {
  private let coverage: Coverage
  private let segment: Segment.ID?

  init(_ coverage: Coverage, segment: Segment.ID?) {
    self.coverage = coverage
    self.segment = segment
  }

  /// A heading, and a row for the channels of a reason that are served alike.
  var rows: [[String]] {
    let languages = columns
    var rows = [["reason", "channel"] + languages.map(heading)]
    for intent in coverage.definitions.intents {
      var groups: [(channels: [Channel], words: [String])] = []
      for channel in coverage.channels {
        let words = languages.map { coverage.answer(segment, intent.id, channel, $0).words }
        if let place = groups.firstIndex(where: { $0.words == words }) {
          groups[place].channels.append(channel)
        } else {
          groups.append(([channel], words))
        }
      }
      for (channels, words) in groups {
        let isAll = channels == coverage.channels && channels.count > 1
        let names = isAll ? "all" : channels.map(\.rawValue).joined(separator: ", ")
        rows.append([intent.id.rawValue, names] + words)
      }
    }
    return rows
  }

  /// The languages that any script speaks; the others would all look the same.
  private var columns: [String] {
    guard coverage.languages.count > 1 else { return coverage.languages }
    return coverage.languages.filter { language in
      coverage.definitions.intents.contains { intent in
        coverage.channels.contains { !coverage.answer(segment, intent.id, $0, language).isGap }
      }
    }
  }

  private func heading(_ language: String) -> String {
    guard let count = coverage.customers(segment, language) else { return language }
    return "\(language) (\(NumberWords.words(Double(count))))"
  }

  /// What is missing, the most contacts first; channels that miss the same in one line.
  func lines(_ gaps: [CoverageGap]) -> [String] {
    let lines = CoverageGap.Line.all(gaps).map { $0.words(in: coverage) }
    return [""] + (lines.isEmpty ? ["nothing is missing"] : lines)
  }
}
