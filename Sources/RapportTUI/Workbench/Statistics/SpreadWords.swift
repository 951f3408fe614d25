import RapportCore
import Terminal

/// How the customers spread over the segments, and how far they can be told apart.
struct SpreadWords {
  /// What is said, the most important first, each in the words for wide and for narrow screens.
  private struct Part {
    var words: Line
    var short: Line
  }

  private let parts: [Part]

  init(_ facts: WorkbenchFacts) {
    guard let overview = facts.statistics.overview.value else {
      parts = [Part(words: facts.absence, short: facts.absence)]
      return
    }
    func share(_ count: Int) -> String {
      guard overview.customers > 0 else { return "" }
      let percent = 100 * Double(count) / Double(overview.customers)
      return " (\(NumberWords.words(percent, fraction: 0)) %)"
    }
    func part(_ words: String, _ short: String? = nil, _ role: Role = .text) -> Part {
      Part(words: Line(words, role: role), short: Line(short ?? words, role: role))
    }
    let (none, several) = (Count.text(overview.inNone), Count.text(overview.inSeveral))
    var parts = [
      part(TimeWords.plural(overview.customers, "customer"), nil, .textStrong),
      part("\(none) in none\(share(overview.inNone))"),
      part("\(several) in two or more\(share(overview.inSeveral))"),
    ]
    if let identities = facts.statistics.identities.value {
      let double = "\(Count.text(identities.likelyDuplicates)) may be double"
      let unnamed = Count.text(overview.customers - identities.identified)
      let contacts = identities.anonymousContacts
      parts += [
        part(double), part("\(unnamed) without name or address", "\(unnamed) anonymous"),
        part(
          TimeWords.plural(contacts, "contact") + " with nobody known",
          "\(Count.text(contacts)) unknown contacts"
        ),
      ]
    } else if let absence = facts.statistics.identities.absence {
      parts.append(part("duplicates: \(absence)", nil, .textDim))
    }
    self.parts = parts
  }

  /// Two lines at most, broken between what is said; in fewer words where that is what it takes.
  func lines(columns: Int) -> [Line] {
    let whole = Self.lines(parts.map(\.words), columns)
    guard whole.count > 2 else { return whole }
    return Array(Self.lines(parts.map(\.short), columns).prefix(2))
  }

  private static func lines(_ parts: [Line], _ columns: Int) -> [Line] {
    var lines: [Line] = []
    for part in parts {
      guard let last = lines.last else {
        lines = [part]
        continue
      }
      let joined = last + Line(", ", role: .textDim) + part
      if joined.columns <= columns {
        lines[lines.count - 1] = joined
      } else {
        lines.append(part)
      }
    }
    return lines.map { $0.truncated(toColumns: columns) }
  }
}
