import RapportCore
import Terminal

/// One row of Find as a line.
struct FindRowView {
  let find: FindView
  let row: Find.Row
  let columns: FindColumns

  private var app: App { find.app }

  private var hit: Hit? {
    guard case .hit(let id) = row else { return nil }
    return app.find.result?.hits.first { $0.id == id }
  }

  private var answered: Feedback? {
    guard case .answer(let id) = row else { return nil }
    return app.unreadAnswers.first { $0.id == id }
  }

  private var summary: HitSummary? {
    app.customer(of: row).flatMap { app.find.summaries[$0.id] }
  }

  var line: Line {
    if case .moreFollowUps(let count) = row {
      return Line("\(Count.text(count)) more due: Enter shows them", role: .textDim)
    }
    let customer = app.customer(of: row)
    let facts = customer.map { CustomerPresentation($0, account: summary?.account) }
    var cells: [(Line, Int)] = [(name(facts), columns.name)]
    if columns.place > 0 { cells.append((place(facts), columns.place)) }
    if let state {
      let width = columns.match + columns.segment + FindColumns.gap
      cells.append((state, width))
    } else {
      cells += [(match(facts), columns.match), (segment, columns.segment)]
    }
    if columns.last > 0 { cells.append((last, columns.last)) }
    var line = Line()
    for (index, (cell, width)) in cells.enumerated() where width > 0 {
      line += cell.fitted(toColumns: width)
      if index < cells.count - 1 { line += Line(String(repeating: " ", count: FindColumns.gap)) }
    }
    return line
  }

  /// What is to be done, of a row that is work.
  private var state: Line? {
    switch row {
    case .contact(let id):
      app.desk[id].map { Line(app.contactWords($0), role: .textStrong) }
    case .caller: Line("new caller, not saved yet", role: .textStrong)
    case .followUp(let id):
      app.followUp(id).map {
        Line($0.words(app.knowledge, now: find.now, zone: app.zone), role: .textStrong)
      }
    case .answer: answered.map { Line(app.words(ofAnswer: $0), role: .textStrong) }
    case .hit, .recent, .moreFollowUps: nil
    }
  }

  private func name(_ facts: CustomerPresentation?) -> Line {
    if let answered { return Line(app.title(ofAnswer: answered), role: .label) }
    guard let facts else { return Line("Nobody known", role: .customerName) }
    if case .caller = row, !facts.hasName {
      let typed = facts.emails.first ?? facts.phones.first
      return Line(typed ?? "Nobody named yet", role: .customerName)
    }
    let words = hit?.words.filter { $0.field == "name" } ?? []
    return Self.highlighted(facts.title, words: words, role: .customerName)
  }

  private func place(_ facts: CustomerPresentation?) -> Line {
    let words = hit?.words.filter { $0.field.hasPrefix("geographic.") } ?? []
    return Self.highlighted(facts?.place ?? "", words: words, role: .customerDetail)
  }

  /// How they were found where that is not plain from the name, else the e-mail or phone.
  private func match(_ facts: CustomerPresentation?) -> Line {
    if let missing = hit?.missing, !missing.isEmpty {
      return Line([
        Span("without ", role: .near), Span(missing.joined(separator: " "), role: .match),
      ])
    }
    if let doubtful = hit?.words.first(where: \.quality.isDoubtful) {
      let how = doubtful.quality == .sound ? "sounds like" : "similar to"
      return Line([
        Span("\(how) ", role: .near), Span(doubtful.word, role: .match),
      ])
    }
    let shown = hit?.words.first { word in
      word.field != "name" && !(word.field.hasPrefix("geographic.") && columns.place > 0)
    }
    if let shown { return found(shown, facts) }
    if let nick = hit?.words.first(where: { $0.quality == .nickname }) {
      return Line("nickname \(nick.word)", role: .near)
    }
    return Line(
      facts?.emails.first ?? facts?.phones.first ?? facts?.company ?? "",
      role: .customerDetail
    )
  }

  private func found(_ word: Hit.Word, _ facts: CustomerPresentation?) -> Line {
    let text = Self.highlighted(word.text, words: [word], role: .customerDetail)
    switch word.field {
    case "email", "company": return text
    case "phone":
      return Line(word.quality == .suffix ? "phone … " : "phone ", role: .label) + text
    case "id": return Line("number ", role: .label) + text
    default:
      return Line(app.knowledge.label(ofPath: word.field) + " ", role: .label) + text
    }
  }

  private var segment: Line {
    guard let summary else { return Line() }
    let belongs = summary.memberships.filter { $0.answer == .in }
    guard let strongest = belongs.first else {
      guard let unknown = summary.memberships.first(where: { $0.answer == .unknown }) else {
        return Line("in no segment", role: .textDim)
      }
      let missing = unknown.because.first?.text ?? unknown.name
      return Line(missing, role: .unknown)
    }
    let more = belongs.count > 1 ? " +\(belongs.count - 1)" : ""
    let name = Line(strongest.name, role: .badgeSegment)
      .truncated(toColumns: max(1, columns.segment - more.count))
    return name + Line(more, role: .textDim)
  }

  private var last: Line {
    if case .contact(let id) = row {
      guard let left = app.desk[id]?.leftAt else { return Line() }
      let minutes = find.now.seconds(since: left) / 60
      return Line(minutes < 1 ? "waits" : "waits \(minutes) min", role: .tabWaiting)
    }
    if let at = answered?.answer?.at {
      return Line(TimeWords.ago(at, now: find.now, zone: app.zone), role: .customerDetail)
    }
    guard let last = summary?.lastContact else { return Line() }
    return Line(TimeWords.ago(last.at, now: find.now, zone: app.zone), role: .customerDetail)
  }

  /// A text with what the words matched in it marked.
  static func highlighted(_ text: String, words: [Hit.Word], role: Role) -> Line {
    let characters = Array(text)
    let folded = characters.map { $0.lowercased() }
    var marked = Array(repeating: false, count: characters.count)
    for word in words {
      let matched = Array(word.text).map { $0.lowercased() }
      guard !matched.isEmpty, matched.count <= folded.count else { continue }
      guard
        let start = (0...(folded.count - matched.count)).first(where: {
          Array(folded[$0..<($0 + matched.count)]) == matched
        })
      else { continue }
      let length = min(matched.count, word.quality == .prefix ? word.word.count : matched.count)
      let shift = word.quality == .suffix ? max(0, matched.count - word.word.count) : 0
      for index in (start + shift)..<(start + max(length, shift)) { marked[index] = true }
    }
    var spans: [Span] = []
    var run = ""
    for (index, character) in characters.enumerated() {
      if index > 0, marked[index] != marked[index - 1] {
        spans.append(Span(run, role: marked[index - 1] ? .match : role))
        run = ""
      }
      run.append(character)
    }
    if let last = marked.last { spans.append(Span(run, role: last ? .match : role)) }
    return Line(spans)
  }
}
