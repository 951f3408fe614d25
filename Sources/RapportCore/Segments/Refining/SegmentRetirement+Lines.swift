import JSONLogic

extension SegmentRetirement {
  /// What it would do, line by line.
  ///
  /// - Parameters:
  ///   - effect: what it does to the customers; nil while they are not counted.
  ///   - feedback: how often agents said something of it.
  ///   - language: of the offers' names.
  ///   - names: what other segments are called.
  /// - Returns: the lines.
  package func lines(
    effect: SegmentsEffect?,
    feedback: Int,
    language: String,
    names: SegmentNames
  ) -> [RefiningLine] {
    let isBack = status == .active
    var lines: [RefiningLine] = []
    if let effect {
      let difference = effect[segment.id]
      let count = countWords(isBack ? difference.after.isIn : difference.leaving)
      let words = isBack ? "\(count) are in it then" : "\(count) are in it no more"
      lines.append(RefiningLine(.plain, "Customers", words))
    }
    let verb = isBack ? "Members get" : "They lose"
    if let tone {
      lines.append(RefiningLine(.plain, verb, "the tone \(tone.name), where it is the strongest"))
    }
    let (all, onlyHere) = services
    for service in all {
      let name = service.name.text(preferring: [language, "en"]) ?? service.id.rawValue
      let rest = onlyHere.contains { $0.id == service.id } ? "" : "; another segment gives it too"
      lines.append(RefiningLine(.plain, verb, "the offer \(name)\(rest)"))
    }
    if uses.isEmpty {
      lines.append(RefiningLine(.plain, "Referred to", "by nothing"))
    } else {
      lines.append(RefiningLine(.heading, "What refers to it"))
      lines += uses.map { use in
        RefiningLine(
          use.isOnly && !isBack ? .warning : .plain,
          use.reference.kind.rawValue,
          "\(use.name): \(consequence(use, isBack))"
        )
      }
    }
    if feedback > 0 {
      let words = feedback == 1 ? "1 line" : "\(countWords(feedback)) lines"
      lines.append(RefiningLine(.plain, "Feedback", "\(words) of agents about it stay"))
    }
    let others = effect?.parts.filter { !$0.isDirect && $0.isSeen } ?? []
    return lines + RefiningLine.others(others, names: names)
  }

  private func consequence(_ use: SegmentUse, _ isBack: Bool) -> String {
    switch use.manner {
    case .serves where isBack: "is for its members then"
    case .serves: use.isOnly ? "is for nobody then" : "is for its other segments only"
    case .asks where (segment.status == .retired) == (status == .retired):
      "asks who is in it, and is told as before"
    case .asks where isBack: "asks who is in it, and is told again"
    case .asks: "asks who is in it: nobody then"
    }
  }
}
