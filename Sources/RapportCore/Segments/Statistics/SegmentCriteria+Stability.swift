import JSONLogic

/// Whether the members stay the same for long enough to be served as a group.
extension SegmentCriteria {
  static func stable(
    _ segment: Segment,
    _ counts: AnswerCounts?,
    _ turnover: SegmentTurnover?,
    _ catalog: AttributeCatalog
  ) -> Criterion {
    func unknown(_ why: String) -> Criterion { Criterion("stable", .unknown, why) }
    guard let counts else { return unknown("its members are not counted yet") }
    guard let turnover else { return unknown("who came and went was not read") }
    let days = SegmentTurnover.days
    if let changed = turnover.ruleChanged {
      return unknown("its rule is of \(changed): known when it is \(days) days old")
    }
    switch turnover.moves {
    case .tooMany(let count):
      return unknown(
        "\(number(count)) customers or more changed in \(days) days: too many to compare one by one"
      )
    case .counted(let move):
      let moved = move.joined + move.left
      let base = max(counts.isIn, counts.isIn - move.joined + move.left)
      guard base > 0 else { return unknown("there is nobody in it") }
      let notKnown = move.notKnown > 0 ? "; not known of \(number(move.notKnown)) of them" : ""
      let words =
        "\(number(move.joined)) joined and \(number(move.left)) left by changed records in "
        + "\(days) days, of \(number(base)) (\(share(moved, base)))\(notKnown)"
      if Double(moved) > mostMoved * Double(base) { return Criterion("stable", .notMet, words) }
      if 2 * move.notKnown > base {
        return unknown(
          "of \(number(move.notKnown)) of \(number(base)) members no record is older than "
            + "\(days) days: known when records were kept for so long"
        )
      }
      guard let rule = segment.rule, rule.changesByItself(catalog) else {
        return Criterion("stable", .met, words)
      }
      return unknown("\(words); whom days and contacts alone moved is not kept")
    }
  }
}
