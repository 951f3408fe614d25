import RapportCore
import Terminal

/// The panes, in short beside each other and in full alone.
extension DeskView {
  /// There is room to say more than what is needed.
  private var isRoomy: Bool { layout == .threePanes }

  func noteRows(_ tab: Tab, columns: Int) -> [DeskRow] {
    var rows: [DeskRow] = []
    for (label, text) in [("", tab.facts?.note), ("This time: ", tab.contact.note.nonBlank)] {
      guard let text else { continue }
      for (index, part) in Terminal.Text.lines(text).enumerated() {
        let line = Line([Span(index == 0 ? label : "", role: .label), Span(part, role: .note)])
        rows += DeskRow.paragraph(line, indent: 0, columns: columns, stop: .note)
      }
    }
    if let due = tab.due {
      let words = Span(dueWords(due), role: .statusWarning)
      let line = Line([Span("Due: ", role: .label), words])
      rows += DeskRow.paragraph(line, indent: 0, columns: columns, stop: .due)
    }
    if let promise = tab.contact.promise {
      let words = Span(app.words(promise, now: now), role: .note)
      let line = Line([Span("Then: ", role: .label), words])
      rows += DeskRow.paragraph(line, indent: 0, columns: columns, stop: .promise)
    }
    return rows
  }

  func historyRows(_ tab: Tab, columns: Int, full: Bool) -> [DeskRow] {
    guard !tab.history.isEmpty else {
      return full ? [DeskRow("No contact with them yet.", role: .textDim, stop: .last)] : []
    }
    return tab.history.enumerated().flatMap { index, past -> [DeskRow] in
      let line = Line(app.words(past, now: now), role: index == 0 ? .text : .textDim)
      var rows = DeskRow.paragraph(line, indent: 0, columns: columns, stop: .past(index))
      if full || index == 0, let note = past.note?.nonBlank {
        rows += DeskRow.paragraph(
          Line(note, role: .note),
          indent: 2,
          columns: columns,
          stop: .past(index)
        )
      }
      if full, let more = pastDetails(past) {
        rows += DeskRow.paragraph(
          Line(more, role: .textDim),
          indent: 2,
          columns: columns,
          stop: .past(index)
        )
      }
      return full ? rows + [.blank] : rows
    }
  }

  /// Who served them, and what was promised.
  private func pastDetails(_ past: Interaction) -> String? {
    let by = past.agent.map { "by \($0)" }
    let promise = past.promise.map { promise in
      let time = promise.due.moment.map { " \(app.zone.local($0).clock)" } ?? ""
      let what = promise.what.map { ", \($0)" } ?? ""
      return "promised for \(promise.due.day(in: app.zone))\(time)\(what)"
    }
    let parts = [by, promise].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  func whoRows(_ tab: Tab, columns: Int) -> [DeskRow] {
    let shown = tab.memberships(full: false)
    var rows = shown.flatMap { whoRows($0, columns: columns) }
    if let none = noSegment(tab) {
      let words = "\(none.words); \(none.tone)"
      let stop: Stop = shown.first.map { .segment($0.segment) } ?? .who
      let none = DeskRow.paragraph(
        Line(words, role: .textDim),
        indent: 0,
        columns: columns,
        stop: shown.isEmpty ? stop : nil
      )
      rows = none + rows
    }
    if let news = tab.news {
      rows += DeskRow.paragraph(
        Line(news.words, role: .statusWarning),
        indent: 0,
        columns: columns,
        stop: nil
      )
    }
    return rows
  }

  private func whoRows(_ membership: Membership, columns: Int) -> [DeskRow] {
    let stop = Stop.segment(membership.segment)
    let isMember = membership.answer == .in
    var rows = [DeskRow(membership.name, role: isMember ? .badgeSegment : .textDim, stop: stop)]
    func add(_ text: String, _ role: Role) {
      rows += DeskRow.paragraph(Line(text, role: role), indent: 2, columns: columns, stop: stop)
    }
    if let manual = membership.manual {
      add(manual.words, .near)
    } else if !membership.because.isEmpty {
      add(membership.why, isMember ? .why : membership.answer.role)
    }
    return rows
  }

  /// For whoever is in no segment: how little would settle it, and whose tone speaks.
  func noSegment(_ tab: Tab) -> (words: String, tone: String)? {
    guard !tab.guidance.memberships.contains(where: { $0.answer == .in }) else { return nil }
    let tone = "the default tone, \(tab.guidance.tone.tone.name)"
    guard tab.customer != nil else { return ("Nobody known", tone) }
    let isOpen = tab.guidance.memberships.contains { $0.answer == .unknown }
    let settlement = tab.guidance.settlement?.words.map { ": \($0)" } ?? ""
    return ("In no segment\(isOpen ? " yet" : "")\(settlement)", tone)
  }

  func howRows(_ tab: Tab, columns: Int, full: Bool) -> [DeskRow] {
    let tone = tab.guidance.tone
    var rows: [DeskRow] = []
    func add(_ line: Line, indent: Int = 0) {
      rows += DeskRow.paragraph(line, indent: indent, columns: columns, stop: .how)
    }
    add(Line(tone.words.isEmpty ? tone.tone.name : tone.words.joined(separator: ", "), role: .tone))
    func list(_ label: String, _ lists: [TonePhrase.List], _ role: Role) {
      let phrases = tab.phrases.filter { lists.contains($0.list) }.compactMap { phrase in
        tab.guidance.text(of: phrase).map { (phrase, $0) }
      }
      guard !phrases.isEmpty else { return }
      guard full else {
        let shown = phrases.prefix(4).map { "“\($0.1)”" }.joined(separator: ", ")
        add(Line([Span("\(label): ", role: .label), Span(shown, role: role)]))
        return
      }
      rows += [.blank, DeskRow(Line(label, role: .label))]
      for (phrase, text) in phrases {
        let line = Line("“\(text)”", role: role)
        rows += DeskRow.paragraph(line, indent: 2, columns: columns, stop: .phrase(phrase))
      }
    }
    let story = ToneStory(tone, in: app.knowledge.definitions)
    if full { rows += howCameAbout(story, tone.voice, columns: columns) }
    if full || isRoomy { list("say", [.say], .tone) }
    list("never", [.avoid, .bannedWords], .toneNever)
    if !full { add(Line(story.line, role: .textDim)) }
    return rows
  }

  /// Who set the tone, what each adjusted, what is not known yet, and the voice that came of it.
  private func howCameAbout(_ story: ToneStory, _ voice: Voice, columns: Int) -> [DeskRow] {
    var rows: [DeskRow] = []
    func add(_ label: String, _ text: String, _ role: Role) {
      let lines = Line(text, role: role).wrapped(toColumns: max(1, columns - 6))
      for (index, line) in lines.enumerated() {
        let head = Line(pad(index == 0 ? label : "", to: 6), role: .label)
        rows.append(DeskRow(head + line, stop: .how))
      }
    }
    add("Tone", story.source, .text)
    for sentence in story.overruled + story.adjustments { add("", sentence, .textDim) }
    for sentence in story.prospects { add("", sentence, .unknown) }
    let words = voice.words.joined(separator: ", ")
    if !words.isEmpty { add("Voice", words, .textDim) }
    return rows
  }

  func offerRows(_ tab: Tab, columns: Int, full: Bool) -> [DeskRow] {
    let all = tab.guidance.services.filter { full || $0.isShown }
    let shown = Array(all.prefix(full || isRoomy ? all.count : 4))
    guard !shown.isEmpty else {
      return full ? [DeskRow("Nothing to offer.", role: .textDim, stop: .offers)] : []
    }
    let more = all.count - shown.count
    let end = more > 0 ? [DeskRow("+\(more) more", role: .textDim)] : []
    return offerRows(shown, tab, columns: columns, full: full) + end
  }

  private func offerRows(
    _ offers: [ServiceOffer],
    _ tab: Tab,
    columns: Int,
    full: Bool
  ) -> [DeskRow] {
    offers.enumerated().flatMap { index, offer -> [DeskRow] in
      let stop = Stop.offer(offer.id)
      var rows = DeskRow.paragraph(offerWords(offer, tab), indent: 0, columns: columns, stop: stop)
      func add(_ line: Line) {
        rows += DeskRow.paragraph(line, indent: 2, columns: columns, stop: stop)
      }
      if full || (index == 0 && offer.isOfferable) || stop == focus, !offer.say.isEmpty {
        add(Line("“") + ScriptText.line(offer.say) + Line("”"))
      }
      if full || isRoomy, let closed = offer.whenClosed { add(Line(closed, role: .scriptNote)) }
      guard full else { return rows }
      if !offer.because.isEmpty { add(Line(offer.because, role: .why)) }
      if !offer.from.isEmpty {
        let names = offer.from.map(app.knowledge.segmentName).joined(separator: ", ")
        add(Line("for \(names)", role: .textDim))
      }
      if let better = offer.better {
        add(Line("better, but closed now: \(name(better))", role: .near))
      }
      if let instead = offer.instead { add(Line("instead: \(name(instead))", role: .near)) }
      if let limit = offer.service.limit { add(Line("up to \(limit)", role: .textDim)) }
      if let link = offer.service.link { add(Line(link, role: .link)) }
      return rows + [.blank]
    }
  }

  private func name(_ service: Service.ID) -> String {
    let found = app.knowledge.definitions.services.first { $0.id == service }
    return found?.name.text(preferring: [app.knowledge.language, "en"]) ?? service.rawValue
  }

  func askRows(_ tab: Tab, columns: Int, full: Bool) -> [DeskRow] {
    let shown = full ? tab.guidance.questions : Array(tab.guidance.questions.prefix(1))
    if let question = app.memberQuestion {
      return DeskRow.paragraph(memberWords(question), indent: 0, columns: columns, stop: nil)
    }
    return shown.flatMap { question -> [DeskRow] in
      let stop: Stop = full ? .question(question.path) : .ask
      var rows = DeskRow.paragraph(askWords(question, tab), indent: 0, columns: columns, stop: stop)
      rows += askDetails(question, columns: columns, indent: 2, stop: stop)
      if !question.settles.isEmpty {
        let names = question.settles.map(app.knowledge.segmentName).joined(separator: ", ")
        let words = Line("settles \(names)", role: .textDim)
        rows += DeskRow.paragraph(words, indent: 2, columns: columns, stop: stop)
      }
      return full ? rows + [.blank] : rows
    }
  }

  /// Why it is asked, and the answers to choose from, in the caller's language.
  func askDetails(
    _ question: NextQuestion,
    columns: Int,
    indent: Int,
    stop: Stop
  ) -> [DeskRow] {
    var rows: [DeskRow] = []
    if let reason = question.reason {
      rows += DeskRow.paragraph(
        Line(reason, role: .scriptNote),
        indent: indent,
        columns: columns,
        stop: stop
      )
    }
    let answers = app.answers(to: question.choices).enumerated()
      .reduce(into: [Line]()) { lines, answer in
        let words = Line([
          Span("\(answer.offset + 1) ", role: .hintKey), Span("\(answer.element)   "),
        ])
        // Whole answers only, as many as fit on a line.
        if let last = lines.last, last.columns + words.columns <= columns - indent + 3 {
          lines[lines.count - 1] = last + words
        } else {
          lines.append(words)
        }
      }
    for line in answers {
      rows += DeskRow.paragraph(line, indent: indent, columns: columns, stop: stop)
    }
    return rows
  }
}

extension Membership.Answer {
  var role: Role {
    switch self {
    case .in: .whyYes
    case .out: .whyNo
    case .unknown: .unknown
    case .broken: .statusWarning
    }
  }

  /// Of one condition.
  var mark: String {
    switch self {
    case .in: "yes"
    case .out: "no"
    case .unknown: "not known"
    case .broken: "broken"
    }
  }
}
