import JSONLogic
import RapportCore
import Terminal

/// What sets a group apart from another, as bars with their numbers.
struct ContrastLines {
  private static let bar = 12
  private static let share = 8
  /// So many attributes, and levels of each, are shown.
  private static let most = 10
  private static let mostLevels = 2
  /// Of fewer known values it is said that they are few.
  private static let few = 30

  private let contrast: GroupContrast
  private let facts: WorkbenchFacts
  private let names: (first: String, second: String)
  /// The paths that the rule reads, in which members differ by definition.
  private let inRule: Set<String>

  init(
    _ contrast: GroupContrast,
    _ facts: WorkbenchFacts,
    names: (first: String, second: String),
    inRule: Set<String>
  ) {
    (self.contrast, self.facts, self.names, self.inRule) = (contrast, facts, names, inRule)
  }

  private var isSmall: Bool { min(contrast.first, contrast.second) < Self.few }

  func lines(columns: Int) -> [Line] {
    guard contrast.first > 0, contrast.second > 0 else {
      let empty = contrast.first == 0 ? names.first : names.second
      return [Line("Nobody to compare, of \(empty) there is none.", role: .textDim)]
    }
    let shown = contrast.noticeable
    let counts =
      "\(names.first) (\(Count.text(contrast.first))) beside \(names.second) "
      + "(\(Count.text(contrast.second)))"
    var lines = Line(counts, role: .textDim).wrapped(toColumns: columns)
    if isSmall {
      lines.append(Line("few customers: read these as hints", role: .statusWarning))
    }
    guard !shown.isEmpty else {
      return lines + [Line("No attribute tells them apart: all differences are small.")]
    }
    for attribute in shown.prefix(Self.most) { lines += self.lines(of: attribute, columns) }
    if shown.count > Self.most {
      let more = TimeWords.plural(shown.count - Self.most, "attribute")
      lines.append(Line("and \(more) more", role: .textDim))
    }
    return lines
  }

  private func lines(of contrast: AttributeContrast, _ columns: Int) -> [Line] {
    let attribute = facts.definitions.catalog[contrast.id]
    let label = attribute.map(facts.wording.label) ?? contrast.id
    var notes: [String] = []
    if inRule.contains(contrast.id) { notes.append("in the rule") }
    if attribute?.protected == true { notes.append("protected") }
    let known = min(contrast.known.first, contrast.known.second)
    if known < Self.few, !isSmall { notes.append("few answers") }
    let isFull =
      contrast.known.first == self.contrast.first && contrast.known.second == self.contrast.second
    if !isFull {
      notes.append(
        "known of \(Count.text(contrast.known.first)) and \(Count.text(contrast.known.second))"
      )
    }
    var lines = [
      (Line(label, role: .textStrong)
        + Line(notes.isEmpty ? "" : "  \(notes.joined(separator: ", "))", role: .textDim))
        .truncated(toColumns: columns)
    ]
    if let numbers = contrast.numbers, let attribute {
      lines.append(number(numbers, attribute, contrast.difference ?? 0, columns))
    } else {
      for level in contrast.levels.prefix(Self.mostLevels)
      where level.difference.magnitude >= StandardisedDifference.noticeable {
        lines += self.level(level, of: contrast, attribute, columns)
      }
    }
    return lines
  }

  /// `on average 14.2, of the rest 3.1`, and how far that is.
  private func number(
    _ numbers: (first: Moments, second: Moments),
    _ attribute: Attribute,
    _ difference: Double,
    _ columns: Int
  ) -> Line {
    func words(_ mean: Double) -> String {
      guard attribute.kind != .date else {
        return facts.wording.date(CalendarDate(daysSinceEpoch: Int(mean.rounded())))
      }
      let rounded = mean.magnitude >= 100 ? mean.rounded() : (mean * 10).rounded() / 10
      return AttributeValue(JSON(rounded), of: attribute).words(facts.wording)
    }
    let size = difference.magnitude
    let how =
      size >= 0.8 ? "far apart" : size >= 0.5 ? "apart" : size >= 0.2 ? "a little" : "hardly"
    let text =
      "  \(words(numbers.first.mean)) on average, \(names.second) \(words(numbers.second.mean)): \(how)"
    return Line(text).truncated(toColumns: columns)
  }

  private func level(
    _ level: AttributeContrast.Level,
    of contrast: AttributeContrast,
    _ attribute: Attribute?,
    _ columns: Int
  ) -> [Line] {
    let value = AttributeValue(level.value, of: attribute).words(facts.wording)
    let lift = contrast.lift(of: level)
    let times = lift.map { lift in
      level.first == 0
        ? "none here"
        : lift >= 1.05
          ? "\(NumberWords.words(lift, fraction: 1)) times as often"
          : lift <= 0.95
            ? "\(NumberWords.words(1 / max(lift, 0.001), fraction: 1)) times less often" : ""
    }
    let head = Line("  \(value)") + Line("  \(times ?? "only here")", role: .textDim)
    return [
      head.truncated(toColumns: columns),
      bar(level.first, of: contrast.known.first, role: .chartBar, columns),
      bar(level.second, of: contrast.known.second, role: .chartTrack, columns),
    ]
  }

  private func bar(_ part: Int, of all: Int, role: Role, _ columns: Int) -> Line {
    let share = all > 0 ? Double(part) / Double(all) : 0
    let line = Bar.line(fraction: share, columns: Self.bar, glyphs: .unicode, role: .chartBar)
    let percent = WorkbenchFacts.share(part, of: all) ?? ""
    let who = role == .chartBar ? names.first : names.second
    return
      (Line("    ") + line
      + Line(" " + percent, role: .text).padded(toColumns: Self.share)
      + Line(" of \(who) (\(Count.text(part)))", role: .textDim)).truncated(toColumns: columns)
  }
}
