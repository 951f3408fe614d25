extension CallList {
  /// `10 of 48,210 members, 3 passed over`.
  package var summary: String {
    let members = CoverageGap.count(members, "member")
    let passed = passedOver > 0 ? ", \(passedOver) passed over" : ""
    return entries.isEmpty
      ? "nobody to call among \(members)\(passed)" : "\(entries.count) of \(members)\(passed)"
  }

  /// What to say where nothing can be asked.
  package var nothingToAsk: String {
    "\(segment.name) has no need and no preference to ask about"
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
