import JSONLogic
import RapportCore

/// All segments with their sizes, for people.
struct SegmentOverviewTable {
  let definitions: Definitions
  let overview: SegmentOverview
  let identities: CustomerIdentities
  /// Of each definition.
  let problems: [DefinitionReference: Int]
  /// How many lines of feedback wait for an answer.
  let waiting: [DefinitionReference: Int]

  private func reference(_ segment: Segment) -> DefinitionReference {
    DefinitionReference(.segment, segment.id.rawValue)
  }

  var rows: [[String]] {
    let heading = ["segment", "status", "priority", "belong", "share", "not known", "problems", ""]
    let rows = definitions.segments.map { segment -> [String] in
      let counts = overview.size(of: segment.id)?.counts ?? AnswerCounts()
      let waits = waiting[reference(segment)] ?? 0
      return [
        segment.id.rawValue, segment.broken == nil ? segment.status.rawValue : "broken",
        "\(segment.priority)", SegmentSizeTable.number(counts.isIn),
        Self.share(counts.isIn, counts.all), Self.share(counts.unknown, counts.all),
        problems[reference(segment)].map { "\($0)" } ?? "",
        waits > 0 ? "\(waits) \(waits == 1 ? "line" : "lines") of feedback to answer" : "",
      ]
    }
    return [heading] + rows
  }

  /// How the customers spread, and how far they can be told apart.
  var lines: [String] {
    let all = overview.customers
    guard all > 0 else { return ["no customers yet: rapport import brings them in from a file"] }
    return [
      "\(SegmentSizeTable.number(all)) customers: "
        + "\(SegmentSizeTable.number(overview.inNone)) in none (\(Self.share(overview.inNone, all))), "
        + "\(SegmentSizeTable.number(overview.inSeveral)) in two or more "
        + "(\(Self.share(overview.inSeveral, all)))",
      "\(SegmentSizeTable.number(identities.identified)) identified, "
        + "\(SegmentSizeTable.number(identities.likelyDuplicates)) may be double, "
        + "\(SegmentSizeTable.number(identities.anonymousContacts)) contacts with nobody known",
    ]
  }

  var json: JSON {
    .array(
      definitions.segments.map { segment in
        let counts = overview.size(of: segment.id)?.counts ?? AnswerCounts()
        return [
          "segment": .string(segment.id.rawValue), "name": .string(segment.name),
          "status": .string(segment.status.rawValue), "priority": JSON(segment.priority),
          "revision": JSON(segment.revision), "in": JSON(counts.isIn),
          "unknown": JSON(counts.unknown), "out": JSON(counts.out), "broken": JSON(counts.broken),
          "problems": JSON(problems[reference(segment)] ?? 0),
          "feedbackWaiting": JSON(waiting[reference(segment)] ?? 0),
        ]
      }
    )
  }

  static func share(_ part: Int, _ all: Int) -> String {
    guard all > 0 else { return "" }
    return NumberWords.words(100 * Double(part) / Double(all), fraction: 1) + " %"
  }
}
