/// Reasons for which customers of one segment, channel and language get no script in their language.
package struct CoverageGap: Sendable {
  /// Nil: everybody.
  package var segment: Segment.ID?
  package var channel: Channel
  package var language: String
  /// Most contacts first.
  package var missing: [Coverage.Cell]
  /// Of how many reasons.
  package var reasons: Int
  /// Who speak the language, and their contacts about these reasons; nil where nobody counted.
  package var customers: Int?
  package var contacts: Int?
}

extension Coverage {
  /// What a segment needs and nobody wrote, the most contacts first, then the most customers.
  ///
  /// A language is needed where somebody of the segment speaks it; where nobody counted, all are.
  package func gaps(of segment: Segment.ID?) -> [CoverageGap] {
    var gaps: [CoverageGap] = []
    for language in languages {
      let customers = customers(segment, language)
      guard customers != 0 else { continue }
      for channel in channels {
        let missing = definitions.intents.map { cell(segment, $0.id, channel, language) }
          .filter(\.answer.isGap)
          .sorted { ($1.contacts ?? 0, $0.intent) < ($0.contacts ?? 0, $1.intent) }
        guard !missing.isEmpty else { continue }
        gaps.append(
          CoverageGap(
            segment: segment,
            channel: channel,
            language: language,
            missing: missing,
            reasons: definitions.intents.count,
            customers: customers,
            contacts: demand == nil ? nil : missing.reduce(0) { $0 + ($1.contacts ?? 0) }
          )
        )
      }
    }
    return gaps.sorted(by: CoverageGap.matters)
  }

  /// Everybody's gaps, and those that a segment has beyond them; in the same order.
  package var gaps: [CoverageGap] {
    let all = gaps(of: nil)
    let known = Dictionary(
      all.map {
        (
          Demand.Topic(Demand.Group(nil, $0.language), "", $0.channel),
          Set($0.missing.map(\.intent))
        )
      }
    ) { first, _ in first }
    let own = segments.flatMap { gaps(of: $0.id) }.filter { gap in
      let topic = Demand.Topic(Demand.Group(nil, gap.language), "", gap.channel)
      return !(known[topic] ?? []).isSuperset(of: gap.missing.map(\.intent))
    }
    return (all + own).sorted(by: CoverageGap.matters)
  }

  /// The gaps as hints of a check: one for all languages that have no script at all, and one for each
  /// other language and set of reasons.
  package var problems: [Problem] {
    let lines = CoverageGap.Line.all(gaps)
    let whole = lines.filter { line in
      line.segment == nil && line.channels.count == channels.count
        && line.missing.count == line.reasons
    }
    let isFolded = whole.count > 1
    var messages = isFolded ? [unspoken(whole)] : []
    let told = Set(whole.map(\.language))
    for line in lines where !isFolded || !(line.segment == nil && told.contains(line.language)) {
      messages.append(line.words(in: self))
    }
    return messages.map { Problem(.hint, at: Place(file: "scripts"), $0, finding: .gap) }
  }

  private func unspoken(_ lines: [CoverageGap.Line]) -> String {
    let names = lines.prefix(3).map { line in
      LocalFormat.languageName(line.language)
        + (line.customers.map { " (\(CoverageGap.count($0, "customer")))" } ?? "")
    }
    let rest = lines.count > names.count ? " and \(lines.count - names.count) more" : ""
    var text =
      "no script at all in \(lines.count) languages: " + names.joined(separator: ", ") + rest
    if demand != nil {
      let customers = lines.reduce(0) { $0 + ($1.customers ?? 0) }
      let contacts = lines.reduce(0) { $0 + ($1.contacts ?? 0) }
      text +=
        "; \(CoverageGap.count(customers, "customer")), \(CoverageGap.count(contacts, "contact"))"
    }
    return text
  }
}

extension CoverageGap {
  static func matters(_ left: CoverageGap, _ right: CoverageGap) -> Bool {
    let (first, second) = (left.contacts ?? 0, right.contacts ?? 0)
    if first != second { return first > second }
    let (many, few) = (left.customers ?? 0, right.customers ?? 0)
    if many != few { return many > few }
    let (own, other) = (left.segment?.rawValue ?? "", right.segment?.rawValue ?? "")
    return (own, left.language, left.channel.rawValue)
      < (other, right.language, right.channel.rawValue)
  }

  /// `1 customer`, `1,204 customers`.
  package static func count(_ number: Int, _ noun: String) -> String {
    "\(NumberWords.words(Double(number))) \(noun)\(number == 1 ? "" : "s")"
  }

  /// The gaps of some channels that miss the same.
  package struct Line: Sendable {
    package var segment: Segment.ID?
    package var language: String
    package var channels: [Channel]
    /// Most contacts first.
    package var missing: [Intent.ID]
    package var reasons: Int
    package var customers: Int?
    package var contacts: Int?

    /// In the order of the gaps.
    package static func all(_ gaps: [CoverageGap]) -> [Line] {
      var lines: [Line] = []
      var places: [Key: Int] = [:]
      for gap in gaps {
        let intents = gap.missing.map(\.intent)
        let key = Key(segment: gap.segment, language: gap.language, missing: Set(intents))
        if let place = places[key] {
          lines[place].channels.append(gap.channel)
          if let contacts = gap.contacts { lines[place].contacts? += contacts }
        } else {
          places[key] = lines.count
          lines.append(
            Line(
              segment: gap.segment,
              language: gap.language,
              channels: [gap.channel],
              missing: intents,
              reasons: gap.reasons,
              customers: gap.customers,
              contacts: gap.contacts
            )
          )
        }
      }
      return lines
    }

    private struct Key: Hashable {
      var segment: Segment.ID?
      var language: String
      var missing: Set<Intent.ID>
    }

    /// `Spanish by chat and social: no script for 5 of 9 reasons: a, b and 3 more; 91 customers, 290
    /// contacts`.
    package func words(in coverage: Coverage) -> String {
      let name = segment.map { id in
        (coverage.segments.first { $0.id == id }?.name ?? id.rawValue) + ", "
      }
      let ways = Channel.allCases.filter(channels.contains).map(\.words)
      let isAll = channels.count > 1 && channels.count == coverage.channels.count
      let through = isAll ? "in every channel" : "by \(ways.inWords)"
      var text =
        "\(name ?? "")\(LocalFormat.languageName(language)) \(through): no script for "
      text +=
        missing.count == reasons
        ? "any of \(reasons) reasons"
        : "\(missing.count) of \(reasons) reasons: \(missing.map(\.rawValue).inWords)"
      if let customers { text += "; " + CoverageGap.count(customers, "customer") }
      if let contacts { text += ", " + CoverageGap.count(contacts, "contact") }
      return text
    }
  }
}
