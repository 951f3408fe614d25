import RapportCore
import Terminal

/// Which script serves whom, as lines: reasons down and channels across, language by language.
struct CoverageMatrix {
  /// The least that the reasons' names get.
  private static let leastName = 16
  private static let gap = 2

  private let coverage: Coverage
  private let segment: Segment.ID?
  private let facts: WorkbenchFacts

  init(_ coverage: Coverage, segment: Segment.ID?, _ facts: WorkbenchFacts) {
    self.coverage = coverage
    self.segment = segment
    self.facts = facts
  }

  /// The named language, then those that they speak and any script does too; the others, without a
  /// script or without anybody who speaks them, are named in a line.
  func lines(first: String, columns: Int) -> [Line] {
    var lines: [Line] = []
    var silent: [String] = []
    var unspoken: [String] = []
    for language in [first] + coverage.languages.filter({ $0 != first }) {
      let cells = cells(in: language)
      let isServed = cells.contains { !$0.answer.isGap }
      let isSpoken = coverage.customers(segment, language) != 0
      if language == first || (isServed && isSpoken) {
        lines += block(language, cells, columns: columns)
      } else if isSpoken {
        silent.append(LanguageName.text(language) + (count(language).map { " (\($0))" } ?? ""))
      } else if isServed {
        unspoken.append(LanguageName.text(language))
      }
    }
    // What none of them speaks and nobody wrote asks for nothing.
    let rest = [
      ("No script at all in ", silent), ("Written too, but spoken by none of them: ", unspoken),
    ]
    for (label, languages) in rest where !languages.isEmpty {
      let words = Line(label, role: .label) + Line(languages.joined(separator: ", "))
      lines += [Line()] + words.wrapped(toColumns: columns, hangingIndent: 2)
    }
    return lines
  }

  private func count(_ language: String) -> String? {
    coverage.customers(segment, language).map { NumberWords.words(Double($0)) }
  }

  private func cells(in language: String) -> [Coverage.Cell] {
    facts.definitions.intents.flatMap { intent in
      coverage.channels.map { coverage.cell(segment, intent.id, $0, language) }
    }
  }

  private func block(_ language: String, _ cells: [Coverage.Cell], columns: Int) -> [Line] {
    let titles = coverage.channels.map(\.word)
    let words = cells.map(\.answer.words) + titles
    let width = (words.map(Terminal.Text.columns).max() ?? 0) + Self.gap
    let most = max(1, (columns - Self.leastName) / width)
    let who = segment.map(facts.name(of:)) ?? "everybody"
    let people = coverage.customers(segment, language).map {
      ", " + CoverageGap.count($0, "customer")
    }
    let heading =
      Line(LanguageName.text(language), role: .title)
      + Line("  for \(who)\(people ?? "")", role: .textDim)
    var lines = [Line(), heading.fitted(toColumns: columns)]
    for start in stride(from: 0, to: titles.count, by: most) {
      let shown = Array(coverage.channels.indices[start..<min(titles.count, start + most)])
      let left = max(1, columns - width * shown.count)
      let name = min(left, 2 + (names.map(Terminal.Text.columns).max() ?? 0))
      lines.append(
        shown.reduce(Line(String(repeating: " ", count: name))) {
          $0 + Line(titles[$1], role: .label).fitted(toColumns: width)
        }
      )
      for (row, intent) in names.enumerated() {
        let title = Line(intent).fitted(toColumns: max(1, name - 1)) + Line(" ")
        lines.append(
          shown.reduce(title.fitted(toColumns: name)) { line, channel in
            let answer = cells[row * titles.count + channel].answer
            return line + Line(answer.words, role: answer.role).fitted(toColumns: width)
          }
        )
      }
    }
    return lines
  }

  private var names: [String] { facts.definitions.intents.map { facts.name(of: $0.id) } }
}

extension Coverage.Answer {
  fileprivate var role: Role {
    switch self {
    case .own: .text
    case .everybodys: .textDim
    case .some: .near
    case .foreign, .none: .statusWarning
    }
  }
}
