import RapportCore
import Terminal

/// The lines above the panes.
extension DeskView {
  /// The open contacts, the front one in brackets, with how long they take or wait.
  func tabLine(columns: Int) -> Line {
    let state = verification
    let room = columns - state.columns - 3
    var pieces = app.desk.tabs.enumerated().map { label($1, number: $0 + 1, isShort: false) }
    if pieces.reduce(0, { $0 + $1.columns + 1 }) > room {
      pieces = app.desk.tabs.enumerated().map { label($1, number: $0 + 1, isShort: true) }
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

  private func label(_ tab: Tab, number: Int, isShort: Bool) -> Line {
    let isFront = tab.id == app.desk.frontID
    let channel = isShort ? "" : " · \(tab.contact.channel.word)"
    let time =
      isFront
      ? (tab.isStarted
        ? " \(TimeWords.clock(seconds: tab.seconds(frontSince: app.desk.frontSince, now: now)))"
        : "")
      : waiting(tab)
    let text = "\(number) \(tab.shortTitle)\(channel)\(time)"
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
    if tab.contact.mood == .upset { return Line("upset", role: .tabWaiting) }
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
    var details = [facts.company, customer.id.rawValue].compactMap(\.self)
    if details.first == facts.title { details.removeFirst() }
    let left = Line([
      Span(" \(facts.title)", role: .customerName),
      Span(" · " + details.joined(separator: " · "), role: .customerDetail),
    ])
    let right = Line(whereAndWhen(facts), role: .customerDetail)
    let room = columns - right.columns - 3
    return left.truncated(toColumns: max(0, room)).padded(toColumns: max(0, room)) + Line("  ")
      + right
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
