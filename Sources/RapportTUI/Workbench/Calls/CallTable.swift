import RapportCore
import Terminal

/// Whom to call, with what to ask above them.
struct CallTable {
  /// So many are drawn.
  static let count = 10
  /// Questions above the list; the Desk asks all of them.
  private static let mostQuestions = 4
  private static let gap = "  "

  let title: Line
  let list: ProfileList

  init(_ segment: Segment.ID, _ facts: WorkbenchFacts, columns: Int) {
    title = Line("Whom to call: \(facts.name(of: segment))", role: .customerName)
    let calls = facts.statistics.calls
    guard let found = calls.value, found.segment.id == segment else {
      let words = calls.absence ?? "counting"
      let role: Role = words == "counting" ? .progress : .statusWarning
      list = ProfileList(count: 0, empty: [Line(words, role: role)]) { _, _ in Line() }
      return
    }
    let widths = Self.widths(columns)
    let zone = facts.zone
    let entries = found.entries
    let heading = Self.row(
      ["Name", "Id", "Phone or e-mail", "Language", "There", "Call"].map { Line($0, role: .label) },
      widths
    )
    list = ProfileList(
      head: Self.head(found, columns: columns) + (entries.isEmpty ? [] : [heading]),
      count: entries.count,
      empty: [
        Line("Nobody is left to call. Passed over: accounts, whoever cannot be", role: .textDim),
        Line(
          "reached, and whoever was called or asked within \(CallList.quietDays) days.",
          role: .textDim
        ),
      ]
    ) { index, _ in
      guard entries.indices.contains(index) else { return Line() }
      let entry = entries[index]
      let customer = CustomerPresentation(entry.customer, account: entry.account)
      return Self.row(
        [
          Line(customer.name), Line(customer.id, role: .textDim),
          Line(customer.phones.first ?? customer.emails.first ?? ""),
          Line(entry.customer.language.map(LanguageName.text) ?? "not known"),
          Line(entry.localWords, role: .textDim),
          Line(
            entry.reachWords(in: zone),
            role: entry.reach == .now ? .offerOpen : .textDim
          ),
        ],
        widths
      )
    }
  }

  /// How many there are, and the questions.
  private static func head(_ list: CallList, columns: Int) -> [Line] {
    var lines = Line(list.summary, role: .listCount).wrapped(toColumns: columns)
    guard !list.questions.isEmpty else {
      return lines + [Line("\(list.nothingToAsk): e writes some", role: .statusWarning)]
    }
    let shown = list.questions.count > mostQuestions + 1 ? mostQuestions : list.questions.count
    for (index, part) in list.questions.prefix(shown).enumerated() {
      let label = Line(index == 0 ? "Ask  " : "     ", role: .label)
      lines.append((label + Line("“\(part.question)”", role: .ask)).truncated(toColumns: columns))
    }
    if shown < list.questions.count {
      let rest = list.questions.count - shown
      lines.append(Line("     and \(rest) more, on the Desk", role: .textDim))
    }
    return lines
  }

  /// A narrow screen has neither language nor what clocks show, a very narrow one no ids.
  private static func widths(_ columns: Int) -> [Int] {
    switch columns {
    case ..<76: [16, 0, 20, 0, 0, 16]
    case ..<111: [20, 10, 24, 0, 0, 16]
    default: [26, 12, 28, 12, 9, 16]
    }
  }

  private static func row(_ cells: [Line], _ widths: [Int]) -> Line {
    zip(cells, widths).filter { $0.1 > 0 }.reduce(Line()) { line, next in
      let cell = next.0.fitted(toColumns: next.1)
      return line.isEmpty ? cell : line + Line(gap) + cell
    }
  }
}
