extension Promise {
  /// Why a typed promise is none, in words that say what would be right.
  package struct Refusal: Error, Hashable, CustomStringConvertible {
    package let description: String
  }

  /// What words are read with.
  package struct Reading: Sendable {
    package var now: Instant
    /// The store's.
    package var zone: Zone
    /// Who may be named; empty where nobody is listed.
    package var agents: [Agent]

    package init(now: Instant, zone: Zone, agents: [Agent] = []) {
      self.now = now
      self.zone = zone
      self.agents = agents
    }
  }

  /// Reads a day such as `tomorrow`, `Friday`, `24.11.`, `2026-11-30`, or `3` for in three days, and behind
  /// it what else was said, in this order: a time of the store's clock, `@who`, what for.
  ///
  /// `agent` keeps the promise where nobody is named.
  package init(typed text: String, by agent: Agent.ID, _ reading: Reading) throws(Refusal) {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
    due = try Due(taking: &words, reading)
    by = agent
    if let word = words.first, word.hasPrefix("@") {
      by = try Self.agent(named: String(word.dropFirst()), reading)
      words = words.dropFirst()
    }
    what = words.joined(separator: " ").nonBlank
  }

  private static func agent(named name: String, _ reading: Reading) throws(Refusal) -> Agent.ID {
    let wanted = name.lowercased()
    let found = reading.agents.first {
      $0.id.rawValue == wanted || $0.name.lowercased() == wanted
    }
    if let found { return found.id }
    let names = reading.agents.map(\.id.rawValue)
    let there = names.isEmpty ? "" : ", there are \(names.joined(separator: ", "))"
    let meant = SpellingSuggestion.question(wanted, among: names).map { "; \($0)" }
    throw Refusal(description: "nobody here is called \"\(name)\"\(meant ?? there)")
  }
}

extension Promise.Due {
  /// Reads a day with or without a time and nothing else.
  package init(typed text: String, _ reading: Promise.Reading) throws(Promise.Refusal) {
    var words = text.split(whereSeparator: \.isWhitespace).flatMap(Self.parts)[...]
    self = try Self(taking: &words, reading)
    guard words.isEmpty else { throw Self.noDay }
  }

  /// The longest time ahead that is no slip of the finger, in days.
  private static let longest = 3_650

  private static let noDay = Promise.Refusal(
    description:
      "that is not a day to come: tomorrow, Friday, 24.11., 2026-11-30, or a number of days"
  )

  /// `2026-11-30T15:00` is a day and a time.
  private static func parts(_ word: Substring) -> [String] {
    let parts = word.split(separator: "T", maxSplits: 1)
    guard parts.count == 2, CalendarDate(parsing: String(parts[0])) != nil else {
      return [String(word)]
    }
    return parts.map(String.init)
  }

  /// Takes the words of a day and of a time from the front.
  fileprivate init(
    taking words: inout ArraySlice<String>,
    _ reading: Promise.Reading
  ) throws(Promise.Refusal) {
    let today = reading.zone.date(reading.now)
    guard let day = ComingDay(words, from: today),
      (0...Self.longest).contains(day.date.days(since: today))
    else { throw Self.noDay }
    let date = day.date
    words = words.dropFirst(day.count)
    guard let time = words.first, time.contains(":") else {
      self = .day(date)
      return
    }
    guard let second = Self.secondOfDay(time) else {
      throw Promise.Refusal(description: "\(time) is no time of day such as 15:30")
    }
    let moment = reading.zone.instant(LocalDateTime(date: date, secondOfDay: second))
    guard moment > reading.now else {
      throw Promise.Refusal(description: "\(time) has gone already")
    }
    words = words.dropFirst()
    self = .moment(moment)
  }

  private static func secondOfDay(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    return hour * 3600 + minute * 60
  }
}
