import RapportCore

extension Tab {
  /// Where the cursor can be, from top to bottom.
  func stops(_ layout: DeskLayout) -> [Stop] {
    if let pane { return fullStops(of: pane) }
    switch layout {
    case .compact: return compactStops
    case .twoPanes:
      return head + segments(full: false) + [.how] + offers.prefix(4) + ask + sayStops + past
    case .threePanes:
      return head + segments(full: false) + ask + sayStops + [.how] + offers + past
    }
  }

  /// What the cursor is on: where it was put if that is still there, else where it makes sense.
  func focus(_ layout: DeskLayout) -> Stop? {
    let stops = stops(layout)
    if let cursor {
      if stops.contains(cursor) { return cursor }
      if let near = stops.first(where: { $0.pane == cursor.pane }) { return near }
    }
    if stops.first == .found { return .found }
    if let step = firstOpenStep, stops.contains(step) { return step }
    return stops.first { $0.pane == .who } ?? stops.first
  }

  var firstOpenStep: Stop? {
    guard let script = guidance.script else { return nil }
    let way = script.way(contact.branches)
    let step = way.steps.first { contact.ticks[$0] == nil } ?? way.steps.last
    return (step ?? script.steps.last?.id).map { .step($0) }
  }

  /// The offer that the one line of a small screen shows: the first that can be made now.
  var leadingOffer: ServiceOffer? {
    let open = guidance.services.first { $0.isOfferable && contact.offers[$0.id] == nil }
    return open ?? guidance.services.first(where: \.isShown)
  }

  /// Whether the mood is proposed and not decided.
  var soundsUpset: Bool { !moodCues.isEmpty && contact.mood == .calm }

  private var head: [Stop] {
    var stops: [Stop] = []
    if contact.foundBy != nil { stops.append(.found) }
    if soundsUpset { stops.append(.mood) }
    if facts?.note != nil || contact.note.nonBlank != nil { stops.append(.note) }
    if due != nil { stops.append(.due) }
    if contact.promise != nil { stops.append(.promise) }
    return stops
  }

  private var ask: [Stop] { guidance.questions.isEmpty ? [] : [.ask] }

  private var offers: [Stop] {
    let shown = guidance.services.filter(\.isShown)
    return shown.isEmpty ? [] : shown.map { .offer($0.id) }
  }

  private var past: [Stop] { history.indices.map { .past($0) } }

  private var compactStops: [Stop] {
    var stops = head
    if !history.isEmpty { stops.append(.last) }
    stops.append(.who)
    stops.append(.how)
    if let offer = leadingOffer { stops.append(.offer(offer.id)) }
    return stops + ask + sayStops
  }

  var sayStops: [Stop] {
    guard let script = guidance.script else { return [] }
    return (script.subject.isEmpty ? [] : [.subject]) + script.steps.map { .step($0.id) }
  }

  func segments(full: Bool) -> [Stop] {
    let shown = memberships(full: full)
    return shown.isEmpty ? [.who] : shown.map { .segment($0.segment) }
  }

  /// Those that count first: belongs, not known, broken; in full also does not, near misses first.
  func memberships(full: Bool) -> [Membership] {
    func rank(_ membership: Membership) -> Int {
      switch membership.answer {
      case .in: 0
      case .unknown: 1
      case .broken: 2
      case .out: membership.nearMiss == nil ? 4 : 3
      }
    }
    return guidance.memberships.filter { full || $0.answer != .out }.enumerated()
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }

  /// Those of the tone, in the order in which they are read.
  var phrases: [TonePhrase] {
    let tone = guidance.tone
    let lists: [(TonePhrase.List, [String])] = [
      (.say, tone.say), (.avoid, tone.avoid), (.bannedWords, tone.bannedWords),
    ]
    return lists.flatMap { list, texts in texts.indices.map { TonePhrase(list, $0) } }
  }

  private func fullStops(of pane: Pane) -> [Stop] {
    switch pane {
    case .found: [.found]
    case .mood: soundsUpset ? [.mood] : []
    case .note:
      [.note] + (due == nil ? [] : [.due]) + (contact.promise == nil ? [] : [.promise])
    case .history: history.isEmpty ? [.last] : past
    case .who:
      switch why {
      case nil: segments(full: true)
      case let why? where why.lines.isEmpty: [.segment(why.segment)]
      case let why?: why.lines.map(\.stop)
      }
    case .how: [.how] + phrases.map { .phrase($0) }
    case .offers: guidance.services.isEmpty ? [.offers] : guidance.services.map { .offer($0.id) }
    case .ask: guidance.questions.map { .question($0.path) }
    case .say: sayStops
    }
  }
}

extension ServiceOffer {
  /// It can be offered now.
  var isOfferable: Bool {
    guard answer == .in, waits == nil else { return false }
    if case .closed = availability { return false }
    return true
  }

  /// It belongs on the Desk; the rest is one key away.
  var isShown: Bool { answer == .in || answer == .unknown }
}
