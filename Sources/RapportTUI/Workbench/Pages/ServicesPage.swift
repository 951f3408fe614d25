import RapportCore
import Terminal

/// What may be offered: whether it is open now, and who gets it.
struct ServicesPage: WorkbenchContent {
  let title = "Services"
  let nothing = "Nothing to offer yet: n makes an offer."
  let order = WorkbenchOrder.name
  let columns = [
    WorkbenchColumn("Offer", limit: 28, rank: 0), WorkbenchColumn("Kind", rank: 4),
    WorkbenchColumn("Now", limit: 32, rank: 2), WorkbenchColumn("Who gets it", limit: 36, rank: 3),
    WorkbenchColumn("Until", rank: 5, .date), WorkbenchColumn("Problems", rank: 1, .severity),
  ]

  func rows(_ facts: WorkbenchFacts) -> [WorkbenchRow] {
    facts.definitions.services.map { service in
      let reference = DefinitionReference(.service, service.id.rawValue)
      let receivers = receivers(of: service, facts)
      return WorkbenchRow(
        reference: reference,
        cells: [
          Line(facts.text(service.name) ?? service.id.rawValue),
          Line(service.kind.word, role: .textDim), now(service, facts),
          Line(WorkbenchFacts.people(receivers, isLimited: service.eligibility != nil)),
          Line(facts.date(service.validUntil), role: .textDim), facts.problemCell(reference),
        ],
        words: "\(service.id) \(receivers.joined(separator: " "))",
        keys: [4: SortKey(service.validUntil), 5: facts.problemKey(reference)]
      )
    }.sortedByName
  }

  private func now(_ service: Service, _ facts: WorkbenchFacts) -> Line {
    let today = facts.zone.date(facts.now)
    if let from = service.validFrom, from > today {
      return Line("from \(facts.date(from))", role: .offerClosed)
    }
    if let until = service.validUntil, until < today { return Line("ended", role: .offerClosed) }
    return facts.opening(of: service)
  }

  private func receivers(of service: Service, _ facts: WorkbenchFacts) -> [String] {
    facts.definitions.segments.filter { $0.services.contains(service.id) }.map(\.name)
  }

  func detail(of reference: DefinitionReference, _ facts: WorkbenchFacts, columns: Int) -> [Line] {
    let id = Service.ID(reference.id)
    guard let service = facts.definitions.services.first(where: { $0.id == id }) else { return [] }
    var detail = DetailLines(columns: columns)
    detail.title(
      facts.text(service.name) ?? id.rawValue,
      "\(service.kind.word), version \(service.revision)"
    )
    detail.blank()
    detail.add("About", facts.text(service.summary))
    detail.add("Now", now(service, facts))
    let receivers = receivers(of: service, facts)
    detail.add("For", receivers.joined(separator: ", ").nonBlank ?? "everybody")
    if let rule = service.eligibility { detail.add("If", facts.sentence(rule), role: .why) }
    detail.add("Channels", service.channels.map(\.word).joined(separator: ", "))
    detail.add("Not for", service.notForIntents.map(facts.name(of:)).joined(separator: ", "))
    detail.add("From", facts.date(service.validFrom))
    detail.add("Until", facts.date(service.validUntil))
    detail.add("Limit", service.limit)
    detail.add("Link", service.link, role: .link)
    if let group = service.group { detail.add("Group", "\(group), rank \(service.rank)") }
    let offers = service.offer?.texts ?? [:]
    for language in facts.sorted(offers.keys) {
      detail.add(LanguageName.text(language), template: offers[language] ?? "", role: .script)
    }
    if let hours = service.hours {
      detail.heading("Hours, \(hours.timeZone)")
      for day in OpeningHours.Weekday.allCases {
        let spans = (hours.weekly[day] ?? []).map(\.words)
        detail.add(day.word, spans.joined(separator: ", ").nonBlank ?? "closed")
      }
      detail.add("Closed on", hours.closed.sorted().map(facts.date).joined(separator: ", "))
      detail.add("Meanwhile", facts.text(service.whenClosed), role: .script)
      detail.add("Instead", service.instead.map(facts.name(of:)))
    }
    detail.add(facts.problems(of: reference), of: reference, isKnown: facts.problems != nil)
    return detail.lines
  }
}

extension Service.Kind {
  var word: String { rawValue.replacing("-", with: " ") }
}

extension OpeningHours.Weekday {
  var word: String { PointerWords.name(rawValue) }
}

extension OpeningHours.Frame {
  /// `08:00-12:00`.
  var words: String { "\(Self.clock(start))-\(Self.clock(end))" }

  private static func clock(_ minute: Int) -> String {
    let (hour, rest) = (minute / 60, minute % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }
}
