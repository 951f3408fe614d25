import RapportCore
import Terminal

/// How the customers spread over the segments, and how far they can be told apart, in one line.
struct SpreadWords {
  let line: Line

  init(_ facts: WorkbenchFacts) {
    guard let overview = facts.statistics.overview.value else {
      line = facts.absence
      return
    }
    func share(_ count: Int) -> String {
      guard overview.customers > 0 else { return "" }
      let percent = 100 * Double(count) / Double(overview.customers)
      return " (\(NumberWords.words(percent, fraction: 0)) %)"
    }
    var parts = [
      Line(TimeWords.plural(overview.customers, "customer"), role: .textStrong),
      Line("\(Count.text(overview.inNone)) in none\(share(overview.inNone))"),
      Line("\(Count.text(overview.inSeveral)) in two or more\(share(overview.inSeveral))"),
    ]
    if let identities = facts.statistics.identities.value {
      parts += [
        Line("\(Count.text(overview.customers - identities.identified)) without name or address"),
        Line("\(Count.text(identities.likelyDuplicates)) may be double"),
        Line(TimeWords.plural(identities.anonymousContacts, "contact") + " with nobody known"),
      ]
    } else if let absence = facts.statistics.identities.absence {
      parts.append(Line("duplicates: \(absence)", role: .textDim))
    }
    line = parts.dropFirst().reduce(parts[0]) { $0 + Line(", ", role: .textDim) + $1 }
  }
}
