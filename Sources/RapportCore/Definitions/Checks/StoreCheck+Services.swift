import JSONLogic

extension StoreCheck {
  mutating func checkServices() {
    let ids = definitions.services.map(\.id)
    let language = definitions.settings.language
    for service in definitions.services {
      let file = "services/\(service.id).json"
      if let rule = service.eligibility { checkRule(rule, file, ["eligibility"]) }
      checkReference(service.instead, among: ids, "service", file, "/instead")
      checkReferences(
        service.notForIntents,
        among: definitions.intents.map(\.id),
        "reason",
        file,
        "/notForIntents"
      )
      if let hours = service.hours { checkHours(hours, file) }
      if service.offer?.text(in: language) == nil {
        warn(file, "/offer", "no offer in \"\(language)\", so there is nothing to say")
      }
      if service.kind == .goodwill, service.limit == nil {
        warn(file, "", "goodwill without a limit", remedy: "such as \"20.00 EUR\"")
      }
    }
    checkInstead()
  }

  /// Services whose replacements lead back to them.
  private mutating func checkInstead() {
    let next = Dictionary(definitions.services.map { ($0.id, $0.instead) }) { first, _ in first }
    for service in definitions.services {
      var seen: [Service.ID] = [service.id]
      while let last = seen.last, let following = next[last] ?? nil {
        if following == service.id {
          note(
            "services/\(service.id).json",
            "/instead",
            "it stands in for itself: \((seen + [following]).map(\.rawValue).joined(separator: ", "))"
          )
        }
        if seen.contains(following) { break }
        seen.append(following)
      }
    }
  }

  private mutating func checkHours(_ hours: OpeningHours, _ file: String) {
    let days = OpeningHours.Weekday.allCases
    if days.allSatisfy({ (hours.weekly[$0] ?? []).isEmpty }) {
      warn(file, "/hours/weekly", "it is never open", remedy: "list spans, or no hours")
    }
    // The week as minutes from Monday; a span over Sunday's midnight comes again at the start.
    let week = days.count * 1440
    var spans: [(start: Int, end: Int, pointer: String)] = []
    for (index, day) in days.enumerated() {
      for (position, frame) in (hours.weekly[day] ?? []).enumerated() {
        let pointer = "/hours/weekly/\(day.rawValue)/\(position)"
        let start = index * 1440 + frame.start
        let end = index * 1440 + frame.end + (frame.end <= frame.start ? 1440 : 0)
        spans.append((start, end, pointer))
        if end > week { spans.append((start - week, end - week, pointer)) }
      }
    }
    spans.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    for (previous, span) in zip(spans, spans.dropFirst())
    where span.start < previous.end && span.pointer != previous.pointer {
      note(
        file,
        span.pointer,
        "it overlaps the span at \(previous.pointer)",
        remedy: "make one span of the two, or begin it at \(Self.clock(previous.end))"
      )
    }
  }

  /// A minute of the week as the hour of its day: `13:00`.
  private static func clock(_ minute: Int) -> String {
    LocalDateTime(date: CalendarDate(daysSinceEpoch: 0), secondOfDay: minute % 1440 * 60).clock
  }
}
