extension CallList {
  /// `10 of 48,210 members; 3 passed over: 2 without a phone number or e-mail, 1 asked in the last 30 days`.
  package var summary: String {
    let members = CoverageGap.count(members, "member")
    let whom = entries.isEmpty ? "nobody to call" : countWords(entries.count)
    guard passedOver > 0 else { return "\(whom) of \(members)" }
    let passed = "\(whom) of \(members); \(countWords(passedOver)) passed over"
    let reasons = Obstacle.allCases.filter { obstacles[$0, default: 0] > 0 }
    if let only = reasons.first, reasons.count == 1 {
      let article = only == .account && passedOver == 1 ? "a " : ""
      return "\(passed), \(article)\(only.words(passedOver))"
    }
    let words = reasons.map { reason in
      let count = obstacles[reason, default: 0]
      return "\(countWords(count)) \(reason.words(count))"
    }
    return "\(passed): \(words.joined(separator: ", "))"
  }

  /// What to say where nothing can be asked.
  package var nothingToAsk: String {
    "\(segment.name) has no need and no preference to ask about"
  }
}

extension CallList.Obstacle {
  /// Behind how many they are.
  func words(_ count: Int) -> String {
    switch self {
    case .account: count == 1 ? "company and not a person" : "companies and not persons"
    case .unreachable: "without a phone number or e-mail"
    case .asked: "asked or called in the last \(CallList.quietDays) days"
    }
  }
}

extension CallList.Entry {
  /// What their clocks show.
  package var localWords: String { local.map { String($0.clock) } ?? "not known" }

  /// When to call them: `now`, `from 14:00 here`.
  package func reachWords(in zone: Zone) -> String {
    switch reach {
    case .now: "now"
    case .from(let moment): "from \(zone.local(moment).clock) here"
    case .unknown: "ask when"
    }
  }
}
