import RapportCore
import Terminal

/// What nobody wrote yet: the reasons for which customers get no script in their language.
struct GapsPage: WorkbenchContent {
  let title = "Gaps"
  let nothing = "Nothing is missing: every reason there is has a script for them."
  let order = WorkbenchOrder(
    words: "contacts, most first",
    reversed: "contacts, fewest first",
    column: 4
  )
  let columns = [
    WorkbenchColumn("Missing", limit: 32, rank: 0), WorkbenchColumn("Reason", limit: 30, rank: 1),
    WorkbenchColumn("They get", limit: 22, rank: 4),
    WorkbenchColumn("Customers", rank: 3, .number, isCount: true),
    WorkbenchColumn("Contacts", rank: 2, .number, isCount: true),
  ]

  /// Whose gaps they are, and of how many customers and contacts.
  func heading(_ facts: WorkbenchFacts, columns: Int) -> [Line] {
    let name = facts.gaps.segment.map(facts.name(of:)) ?? "everybody and each segment"
    let whose = Line([Span("For ", role: .label), Span(name, role: .badgeSegment), Span("   ")])
    return (whose + counted(facts)).wrapped(toColumns: columns)
  }

  func isKnown(_ facts: WorkbenchFacts) -> Bool { facts.gaps.report != nil }

  private func counted(_ facts: WorkbenchFacts) -> Line {
    switch facts.gaps.count {
    case .running: Line("counting ...", role: .progress)
    case .failed(let why): Line("not counted: \(why)", role: .statusWarning)
    case .done:
      Line(
        facts.gaps.report?.coverage.demand.map { demand in
          let customers = demand.customers.filter { $0.key.segment == nil }.values.reduce(0, +)
          let contacts = demand.contacts.filter { $0.key.group.segment == nil }.values.reduce(0, +)
          return "of \(TimeWords.plural(customers, "customer")), "
            + TimeWords.plural(contacts, "contact")
        } ?? "",
        role: .textDim
      )
    }
  }

  func rows(_ facts: WorkbenchFacts) -> [WorkbenchRow] {
    facts.gaps.items.map { item in
      let who = facts.gaps.segment == nil ? item.id.segment.map(facts.name(of:)) : nil
      let language = LanguageName.text(item.id.language)
      let ways = channels(of: item, facts)
      return WorkbenchRow(
        key: .other(item.id.name),
        cells: [
          Line(who.map { "\($0), " } ?? "", role: .badgeSegment) + Line("\(language), \(ways)"),
          Line(reason(of: item, facts)),
          Line(item.words == "none" ? "no script" : item.words, role: .statusWarning),
          Line(item.customers.map(Count.text) ?? ""),
          Line(item.contacts.map(Count.text) ?? ""),
        ],
        words: item.id.language + " " + item.reasons.map(\.rawValue).joined(separator: " "),
        keys: [3: SortKey(item.customers), 4: SortKey(item.contacts)]
      )
    }
  }

  private func channels(of item: GapReport.Item, _ facts: WorkbenchFacts) -> String {
    let all = facts.gaps.report?.coverage.channels ?? []
    return all.count > 1 && item.channels == all
      ? "every channel" : item.channels.map(\.word).joined(separator: ", ")
  }

  private func reason(of item: GapReport.Item, _ facts: WorkbenchFacts) -> String {
    item.id.intent.map(facts.name(of:)) ?? "any of \(item.reasons.count) reasons"
  }

  func detail(of key: RowKey, _ facts: WorkbenchFacts, columns: Int) -> [Line] {
    guard let item = facts.gaps.item(key), let coverage = facts.gaps.report?.coverage
    else { return [] }
    let id = item.id
    let language = LanguageName.text(id.language)
    var detail = DetailLines(columns: columns)
    detail.title(reason(of: item, facts), "\(language), \(channels(of: item, facts))")
    detail.blank()
    detail.add("They get", item.words == "none" ? "no script" : item.words, role: .statusWarning)
    let who = id.segment.map { "of \(facts.name(of: $0)) " } ?? ""
    let people = item.customers.map { "\(CoverageGap.count($0, "customer")) \(who)in \(language)" }
    let contacts = item.contacts.map { "\(CoverageGap.count($0, "contact")) about it" }
    detail.add(
      "Who",
      [people, contacts].compactMap(\.self).joined(separator: ", ").nonBlank ?? "not counted"
    )
    if let intent = id.intent {
      let scripts = facts.definitions.scripts.filter { $0.intent == intent }
      let titles = scripts.map { script in
        let languages = facts.sorted(script.languages).joined(separator: " ")
        return
          "\(facts.text(script.title) ?? script.id.rawValue): \(script.channelWords); \(languages)"
      }
      detail.add("Scripts", each: titles.isEmpty ? ["none serves it"] : titles)
    }
    let matrix = CoverageMatrix(coverage, segment: id.segment, facts)
    return detail.lines + matrix.lines(first: id.language, columns: detail.columns)
  }
}
