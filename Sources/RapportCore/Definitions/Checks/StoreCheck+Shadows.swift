import JSONLogic

extension StoreCheck {
  /// Segments whose rules alone tell that a stronger one takes all members, or has the same ones.
  ///
  /// - Parameter only: the segment to look at; nil: all.
  mutating func checkShadows(of only: Segment.ID? = nil) {
    let active = definitions.segments.filter { $0.status == .active && $0.rule != nil }
    for (position, segment) in active.enumerated() {
      if let only, segment.id != only { continue }
      guard let rule = segment.rule, rule.root.literal == nil else { continue }
      for stronger in active[..<position] {
        guard let other = stronger.rule, other.root.literal == nil else { continue }
        let file = "segments/\(segment.id).json"
        if rule == other || (implies(rule, other) && implies(other, rule)) {
          find(
            .nearlyEqual,
            .warning,
            file,
            ["rule"],
            "the rule says the same as that of \"\(stronger.id)\"",
            "merge the two"
          )
          break
        }
        if segment.isOvershadowed(by: stronger), implies(rule, other) {
          find(
            .shadowed,
            .warning,
            file,
            ["rule"],
            "every member is in the stronger \"\(stronger.id)\" too, which decides for them",
            "give it a lower number as priority, or leave out the members of the other"
          )
          break
        }
      }
    }
  }

  private func implies(_ rule: Rule, _ other: Rule) -> Bool {
    RuleLint.implies(
      rule,
      other,
      catalog: definitions.catalog,
      today: words.wording.today
    )
  }
}

extension Segment {
  /// Whether nothing is left to decide where a stronger segment has the same customers: it names a
  /// tone too, or neither does.
  func isOvershadowed(by stronger: Segment) -> Bool { (tone == nil) == (stronger.tone == nil) }
}
