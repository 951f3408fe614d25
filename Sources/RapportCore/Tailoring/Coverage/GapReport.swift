/// What nobody wrote, reason by reason: for everybody, and for each segment.
///
/// Making one asks the coverage for every place of every segment's matrix: work for another thread
/// than the one that draws.
package struct GapReport: Sendable {
  /// A reason, or all of them, for which customers get no script in their language.
  package struct Item: Sendable, Identifiable {
    package struct ID: Hashable, Sendable {
      /// Nil: everybody.
      package var segment: Segment.ID?
      package var language: String
      /// Nil: any reason, in every channel.
      package var intent: Intent.ID?

      package init(segment: Segment.ID?, language: String, intent: Intent.ID?) {
        self.segment = segment
        self.language = language
        self.intent = intent
      }
    }

    package let id: ID
    /// Those in which it is missing, in the coverage's order.
    package var channels: [Channel]
    /// The most contacts first.
    package var reasons: [Intent.ID]
    /// What they get instead, channel by channel.
    package var answers: [Coverage.Answer]
    /// Who speak the language, and their contacts about these reasons through these channels; nil where
    /// nobody counted.
    package var customers: Int?
    package var contacts: Int?

    /// `none`, `in English`, `in English or none`.
    package var words: String {
      var words: [String] = []
      for word in answers.map(\.words) where !words.contains(word) { words.append(word) }
      return words.sorted().joined(separator: " or ")
    }
  }

  package let coverage: Coverage
  /// Everybody's, and what a segment misses beyond them; the most contacts first, then the most
  /// customers.
  package let all: [Item]
  private let own: [Segment.ID: [Item]]

  package init(_ coverage: Coverage) {
    self.coverage = coverage
    let everybodys = coverage.gaps(of: nil)
    let known = Set(
      everybodys.flatMap { gap in
        gap.missing.map { Place(language: gap.language, channel: gap.channel, intent: $0.intent) }
      }
    )
    var all = Self.items(everybodys, of: nil, coverage)
    var own: [Segment.ID: [Item]] = [:]
    for segment in coverage.segments {
      let gaps = coverage.gaps(of: segment.id)
      own[segment.id] = Self.items(gaps, of: segment.id, coverage).sorted(by: Self.matters)
      let beyond = gaps.map { gap in
        var gap = gap
        gap.missing.removeAll { cell in
          known.contains(
            Place(language: gap.language, channel: gap.channel, intent: cell.intent)
          )
        }
        return gap
      }
      all += Self.items(beyond, of: segment.id, coverage)
    }
    self.all = all.sorted(by: Self.matters)
    self.own = own
  }

  /// What those who are in one segment alone do not get; all there is where none is named.
  package func items(of segment: Segment.ID?) -> [Item] { segment.map { own[$0] ?? [] } ?? all }

  private struct Place: Hashable {
    var language: String
    var channel: Channel
    var intent: Intent.ID
  }

  /// One for each language and reason; one for a language in which there is nothing at all.
  private static func items(
    _ gaps: [CoverageGap],
    of segment: Segment.ID?,
    _ coverage: Coverage
  ) -> [Item] {
    Dictionary(grouping: gaps, by: \.language).flatMap { language, gaps in
      let gaps = coverage.channels.compactMap { channel in gaps.first { $0.channel == channel } }
      let isNothing =
        gaps.count == coverage.channels.count
        && gaps.allSatisfy { $0.missing.count == $0.reasons && $0.reasons > 1 }
      var items: [Intent.ID?: Item] = [:]
      var counts: [Intent.ID: Int] = [:]
      for gap in gaps {
        for cell in gap.missing {
          let key = isNothing ? nil : cell.intent
          var item =
            items[key]
            ?? Item(
              id: Item.ID(segment: segment, language: language, intent: key),
              channels: [],
              reasons: [],
              answers: [],
              customers: gap.customers,
              contacts: coverage.demand == nil ? nil : 0
            )
          if item.channels.last != gap.channel { item.channels.append(gap.channel) }
          if !item.reasons.contains(cell.intent) { item.reasons.append(cell.intent) }
          item.answers.append(cell.answer)
          if let contacts = cell.contacts {
            item.contacts? += contacts
            counts[cell.intent, default: 0] += contacts
          }
          items[key] = item
        }
      }
      return items.values.map { item in
        var item = item
        item.reasons.sort { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }
        return item
      }
    }
  }

  private static func matters(_ left: Item, _ right: Item) -> Bool {
    let (first, second) = (left.contacts ?? 0, right.contacts ?? 0)
    if first != second { return first > second }
    let (many, few) = (left.customers ?? 0, right.customers ?? 0)
    if many != few { return many > few }
    return left.order < right.order
  }
}

extension GapReport.Item {
  fileprivate var order: (String, String, String) {
    (id.segment?.rawValue ?? "", id.language, id.intent?.rawValue ?? "")
  }
}
