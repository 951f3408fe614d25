import RapportCore
import Terminal

/// One line a pane: the answer at 80 columns.
extension DeskView {
  private static let labelColumns = 7

  /// The lines that have something to say; on a low screen the less urgent ones give way, and
  /// without a script the rest of the screen tells more of the others.
  func cardRows(_ tab: Tab, columns: Int, height: Int) -> [DeskRow] {
    let hasScript = tab.guidance.script != nil
    var lines: [(rank: Int, rows: [DeskRow])] = []
    if tab.contact.foundBy != nil { lines.append((0, foundRows(tab))) }
    if tab.soundsUpset { lines.append((1, [moodRow(tab, columns: columns)])) }
    if let row = noteLine(tab, columns: columns) { lines.append((5, [row])) }
    if let due = tab.due {
      let words = Line(dueWords(due), role: .statusWarning)
      lines.append((3, [labelled("Due", words, columns: columns, stop: .due)]))
    }
    if let promise = tab.contact.promise {
      let words = Line(app.words(promise, now: now), role: .note)
      lines.append((4, [labelled("Then", words, columns: columns, stop: .promise)]))
    }
    if let row = lastLine(tab, columns: columns) { lines.append((6, [row])) }
    lines.append((1, whoLines(tab, columns: columns, many: !hasScript)))
    lines.append((2, [howLine(tab, columns: columns)]))
    lines.append((3, offerLines(tab, columns: columns, many: !hasScript)))
    let room = max(3, height - (hasScript ? 6 : 3))
    let taken = lines.reduce(0) { $0 + $1.rows.count }
    let ask = askLines(tab, columns: columns)
    // Its reason and answers where there is room for them, or where the agent is about to ask.
    let isOpen = focus == .ask || !hasScript && taken + ask.count <= room
    if !ask.isEmpty { lines.append((4, isOpen ? ask : [ask[0]])) }
    if let question = app.memberQuestion {
      lines.append(
        (7, [labelled("Ask", memberWords(question), columns: columns, stop: nil)])
      )
    }
    // What the cursor is on stays.
    func urgency(_ index: Int) -> Int {
      lines[index].rows.contains { $0.stop == focus } ? 0 : lines[index].rank
    }
    while lines.reduce(0, { $0 + $1.rows.count }) > room,
      let least = lines.indices.max(by: { urgency($0) < urgency($1) }), urgency(least) > 2
    {
      lines.remove(at: least)
    }
    return Array(lines.flatMap(\.rows).prefix(room))
  }

  private func labelled(
    _ label: String,
    _ content: Line,
    trailing: Line = Line(),
    columns: Int,
    stop: Stop?
  ) -> DeskRow {
    let head = Line(pad(label, to: Self.labelColumns), role: .label)
    let end = trailing.isEmpty ? Line() : Line("  ") + trailing
    let room = max(0, columns - head.columns - end.columns)
    let middle = content.truncated(toColumns: room)
    return DeskRow(head + (end.isEmpty ? middle : middle.padded(toColumns: room)) + end, stop: stop)
  }

  func foundRows(_ tab: Tab) -> [DeskRow] {
    guard let quality = tab.contact.foundBy else { return [] }
    return [
      DeskRow(
        Line([
          Span("Found by \(quality.foundBy): confirm who it is", role: .statusWarning),
          Span("  Space confirms", role: .hintText),
        ]),
        stop: .found
      )
    ]
  }

  /// What sounded upset, for the agent to decide.
  func moodRow(_ tab: Tab, columns: Int) -> DeskRow {
    let cues = tab.moodCues.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
    let key =
      focus == .mood
      ? keyHint(.done, "upset  ") + keyHint(.skip, "not upset") : keyHint(.upset, "upset")
    return labelled(
      "Mood",
      Line([Span("sounds upset: ", role: .statusWarning), Span(cues, role: .note)]),
      trailing: key,
      columns: columns,
      stop: .mood
    )
  }

  private func noteLine(_ tab: Tab, columns: Int) -> DeskRow? {
    let content = noteWords(tab)
    guard !content.isEmpty else { return nil }
    return labelled("Note", content, columns: columns, stop: .note)
  }

  func noteWords(_ tab: Tab) -> Line {
    var line = Line(tab.facts?.note?.nonBlank ?? "", role: .note)
    if let note = tab.contact.note.nonBlank {
      if !line.isEmpty { line += Line("  ") }
      line += Line([Span("this time: ", role: .label), Span(note, role: .note)])
    }
    return line
  }

  /// `2 days overdue: call back, Charged twice, by tv`.
  func dueWords(_ due: FollowUp) -> String {
    let who = due.by.flatMap { $0 == app.agent.id ? nil : ", by \($0)" } ?? ""
    return due.words(app.knowledge, now: now, zone: app.zone) + who
  }

  private func lastLine(_ tab: Tab, columns: Int) -> DeskRow? {
    guard let last = tab.history.first else { return nil }
    let words = Line(app.words(last, now: now))
    var key = app.canContinue == .yes ? keyHint(.continueCase, "continue") : Line()
    if words.columns + key.columns + 2 > columns - Self.labelColumns { key = Line() }
    return labelled("Last", words, trailing: key, columns: columns, stop: .last)
  }

  private func keyHint(_ action: Action.ID, _ words: String) -> Line {
    let key = ActionTable[action]?.keys.first?.description ?? ""
    return Line([Span(key, role: .hintKey), Span(" \(words)", role: .hintText)])
  }

  private func whoLines(_ tab: Tab, columns: Int, many: Bool) -> [DeskRow] {
    let lines = segmentLines(tab, columns: columns, many: many)
    guard let news = tab.news else { return lines }
    let line = Line(news.words, role: .statusWarning)
    return lines + [labelled(lines.isEmpty ? "Who" : "", line, columns: columns, stop: .who)]
  }

  private func segmentLines(_ tab: Tab, columns: Int, many: Bool) -> [DeskRow] {
    let belongs = tab.guidance.memberships.filter { $0.answer == .in }
    guard let strongest = belongs.first else {
      guard let none = noSegment(tab) else { return [] }
      let words = Line(none.words, role: .textDim)
      let tone = Line(none.tone, role: .textDim)
      let whole = words + Line("; ", role: .textDim) + tone + counted(tab)
      let isShort = whole.columns <= columns - Self.labelColumns
      let lines = isShort ? [whole] : many ? [words, tone + counted(tab)] : [words + counted(tab)]
      return lines.enumerated().map {
        labelled($0 == 0 ? "Who" : "", $1, columns: columns, stop: .who)
      }
    }
    if many {
      let rows = belongs.prefix(4).enumerated().map { index, membership in
        labelled(
          index == 0 ? "Who" : "",
          fitting(membership, columns: columns - Self.labelColumns),
          columns: columns,
          stop: .who
        )
      }
      let rest = belongs.count > 4 ? Line("+\(belongs.count - 4) more", role: .textDim) : Line()
      let end = rest + counted(tab, leading: !rest.isEmpty)
      return rows + (end.isEmpty ? [] : [labelled("", end, columns: columns, stop: .who)])
    }
    let room = columns - Self.labelColumns
    var names = Line()
    for other in belongs.dropFirst() { names += Line(" · \(other.name)", role: .badgeSegment) }
    let more = Line(belongs.count > 1 ? " +\(belongs.count - 1)" : "", role: .badgeSegment)
    // A name is worth more than a second reason, and a whole line more than a cut one.
    let wanted = [
      segment(strongest) + names, segment(strongest, reasons: 1) + names,
      segment(strongest, reasons: 1) + more,
    ].map { $0 + counted(tab) }
    if let line = wanted.first(where: { $0.columns <= room }) {
      return [labelled("Who", line, columns: columns, stop: .who)]
    }
    let end = more + counted(tab)
    let line =
      segment(strongest, reasons: 1).truncated(toColumns: max(24, room - end.columns)) + end
    return [labelled("Who", line, columns: columns, stop: .who)]
  }

  /// All reasons, or the most telling one where they do not fit.
  private func fitting(_ membership: Membership, columns: Int) -> Line {
    let whole = segment(membership)
    return whole.columns <= columns ? whole : segment(membership, reasons: 1)
  }

  private func segment(_ membership: Membership, reasons: Int = .max) -> Line {
    let why = membership.because.prefix(reasons).map(\.text).joined(separator: ", ")
    return Line([
      Span(membership.name, role: .badgeSegment),
      Span(": \(membership.manual?.words ?? why)", role: .why),
    ])
  }

  private func counted(_ tab: Tab, leading: Bool = true) -> Line {
    var line = Line()
    for (answer, words) in [(Membership.Answer.unknown, "not known"), (.broken, "broken")] {
      let count = tab.guidance.memberships.count { $0.answer == answer }
      guard count > 0 else { continue }
      let dot = leading || !line.isEmpty ? " · " : ""
      line += Line("\(dot)\(count) \(words)", role: .unknown)
    }
    return line
  }

  private func howLine(_ tab: Tab, columns: Int) -> DeskRow {
    let tone = tab.guidance.tone
    var line = Line(tone.words.prefix(4).joined(separator: ", "), role: .tone)
    if line.isEmpty { line = Line(tone.tone.name, role: .tone) }
    let never = (tone.avoid + tone.bannedWords).map { "“\($0)”" }
    if var shown = never.first {
      line += Line("   never: ", role: .label)
      // Whole phrases only, as many as fit.
      for phrase in never.dropFirst() {
        let longer = "\(shown), \(phrase)"
        let end = line.columns + Self.labelColumns + Terminal.Text.columns(of: longer)
        guard end <= columns else { break }
        shown = longer
      }
      line += Line(shown, role: .toneNever)
    }
    return labelled("How", line, columns: columns, stop: .how)
  }

  private func offerLines(_ tab: Tab, columns: Int, many: Bool) -> [DeskRow] {
    let shown = tab.guidance.services.filter(\.isShown)
    guard let leading = tab.leadingOffer else { return [] }
    let first = many ? Array(shown.prefix(4)) : [leading]
    return first.enumerated().map { index, offer in
      let rest = shown.count - first.count
      var more =
        index == first.count - 1 && rest > 0 ? Line("+\(rest) more", role: .textDim) : Line()
      let words = offerWords(offer, tab)
      let key = callBackHint(offer, tab)
      if !key.isEmpty, words.columns + key.columns + more.columns + 4 <= columns - Self.labelColumns
      {
        more = key + (more.isEmpty ? Line() : Line("  ") + more)
      }
      return labelled(
        index == 0 ? "Offer" : "",
        words,
        trailing: more,
        columns: columns,
        stop: .offer(index == 0 ? leading.id : offer.id)
      )
    }
  }

  /// On the offer that a callback would be noted for.
  private func callBackHint(_ offer: ServiceOffer, _ tab: Tab) -> Line {
    guard app.canCallBack == .yes, tab.contact.promise == nil,
      let target = tab.callbackOffer(at: focus)?.offer,
      [target.id, target.instead].contains(offer.id)
    else { return Line() }
    return keyHint(.callBack, "call back")
  }

  /// The name, and what to know before saying it.
  func offerWords(_ offer: ServiceOffer, _ tab: Tab) -> Line {
    let isOpen = offer.isOfferable
    let role: Role = isOpen ? .offerOpen : offer.waits == nil ? .offerClosed : .textDim
    var line = Line(tab.name(of: offer.service), role: role)
    var state: [String] = []
    switch tab.contact.offers[offer.id] {
    case .done: state.append("accepted")
    case .skipped: state.append("declined")
    case nil:
      if offer.answer == .unknown { state.append("ask first") }
      if offer.answer == .out { state.append("not for them") }
      if offer.answer == .broken { state.append("cannot be used") }
      if let waits = offer.waits { state.append(waits) }
    }
    if offer.answer != .out, !offer.status.isEmpty { state.append(offer.status) }
    if !state.isEmpty {
      line += Line(": " + state.joined(separator: ", "), role: isOpen ? .text : .textDim)
    }
    return line
  }

  /// The question, and below it its reason and the answers to choose from.
  private func askLines(_ tab: Tab, columns: Int) -> [DeskRow] {
    guard let question = tab.guidance.questions.first else { return [] }
    let details = askDetails(
      question,
      columns: columns,
      indent: Self.labelColumns,
      stop: .ask
    )
    return [labelled("Ask", askWords(question, tab), columns: columns, stop: .ask)] + details
  }

  func askWords(_ question: NextQuestion, _ tab: Tab) -> Line {
    var line = Line()
    if app.knowledge.intent(tab.contact.intent)?.offers == .afterSolution {
      line += Line("(after the solution) ", role: .textDim)
    }
    return line + Line("“\(question.question)”", role: .ask)
  }
}

extension Segment.Manual {
  /// Who decided, and why.
  var words: String {
    "\(member ? "put in" : "left out")\(by.map { " by \($0)" } ?? "") by hand: \(reason)"
  }
}
