import RapportCore
import Terminal

/// The lines above the panes.
extension DeskView {
  /// The open contacts, the front one in brackets, with how long they take or wait.
  func tabLine(columns: Int) -> Line {
    let state = verification
    let room = columns - state.columns - 3
    var pieces = app.desk.tabs.map { label($0, isShort: false) }
    if pieces.reduce(0, { $0 + $1.columns + 1 }) > room {
      pieces = app.desk.tabs.map { label($0, isShort: true) }
    }
    let front = app.desk.tabs.firstIndex { $0.id == app.desk.frontID } ?? 0
    var first = 0
    while first < front, pieces[first...front].reduce(0, { $0 + $1.columns + 1 }) > room - 2 {
      first += 1
    }
    var line = Line(first > 0 ? " …" : " ", role: .tab)
    for piece in pieces[first...] { line += piece + Line(" ") }
    line = line.truncated(toColumns: max(0, room))
    return line.padded(toColumns: columns - state.columns - 1) + state
  }

  private func label(_ tab: Tab, isShort: Bool) -> Line {
    let isFront = tab.id == app.desk.frontID
    let channel = isShort ? "" : " · \(tab.contact.channel.word)"
    let time =
      isFront
      ? (tab.isStarted
        ? " \(TimeWords.clock(seconds: tab.seconds(frontSince: app.desk.frontSince, now: now)))"
        : "")
      : waiting(tab)
    let text = "\(tab.contact.number ?? 0) \(tab.shortTitle)\(channel)\(time)"
    if isFront { return Line("[\(text)]", role: .tabActive) }
    guard app.desk.longestWaiting == tab.id else { return Line(" \(text) ", role: .tab) }
    return Line([Span(" \(text)", role: .tab), Span("!", role: .tabWaiting)])
  }

  /// Whole minutes, so that nothing behind the front one ticks.
  private func waiting(_ tab: Tab) -> String {
    guard let left = tab.leftAt else { return "" }
    let minutes = now.seconds(since: left) / 60
    return minutes < 1 ? " now" : " \(minutes) min"
  }

  private var verification: Line {
    guard let tab else { return Line() }
    guard tab.contact.mood == .upset else { return verified(tab) }
    let state = verified(tab)
    return Line("upset", role: .tabWaiting) + (state.isEmpty ? state : Line("  ") + state)
  }

  private func verified(_ tab: Tab) -> Line {
    if !tab.isStarted { return Line("no contact yet", role: .textDim) }
    guard tab.customer != nil else { return Line() }
    return tab.contact.verified.isEmpty
      ? Line("not verified", role: .unknown) : Line("verified", role: .whyYes)
  }

  /// Who it is, and at the right end where and when they are.
  func customerLine(_ tab: Tab, columns: Int) -> Line {
    guard let facts = tab.facts, let customer = tab.customer else {
      return Line([
        Span(" Nobody known", role: .customerName),
        Span("  the default tone; logged all the same", role: .customerDetail),
      ])
    }
    let right = Line(whereAndWhen(facts), role: .customerDetail)
    let room = max(0, columns - right.columns - 3)
    let name = Line(" \(facts.title)", role: .customerName)
    let id = Line(" · \(customer.id.rawValue)", role: .customerDetail)
    var left = name
    if let company = facts.company, company != facts.title {
      // The number is read out; of the company the beginning will do.
      let rest = max(0, room - name.columns - id.columns)
      let whole = Line(" · \(company)", role: .customerDetail)
      left += rest > 5 ? whole.truncated(toColumns: rest) : Line()
    }
    left += id
    return left.truncated(toColumns: room).padded(toColumns: room) + Line("  ") + right
  }

  private func whereAndWhen(_ facts: CustomerPresentation) -> String {
    var parts: [String] = []
    let place = facts.place ?? facts.zoneCity
    if let zone = facts.zone {
      parts.append([place, zone.local(now).clock].compactMap(\.self).joined(separator: " "))
    } else if let place {
      parts.append(place)
    }
    let language = tab?.contact.language ?? facts.language
    if let language { parts.append(LanguageName.text(language)) }
    return parts.joined(separator: " · ")
  }
}
