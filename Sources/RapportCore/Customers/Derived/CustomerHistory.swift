package import JSONLogic

/// What the journals keep of one customer, as far as attributes are derived from it.
package struct CustomerHistory: Sendable {
  /// When and how they were in touch, in the order of the journal: of two at the same moment the
  /// second is the later one.
  package var contacts: [(at: Instant, channel: Channel?)]
  /// What they said of contacts, in the order of the journal.
  package var ratings: [CustomerRating]
  /// Nil for whoever never bought anything.
  package var scores: PurchaseScores?

  package init(
    contacts: [(at: Instant, channel: Channel?)] = [],
    ratings: [CustomerRating] = [],
    scores: PurchaseScores? = nil
  ) {
    self.contacts = contacts
    self.ratings = ratings
    self.scores = scores
  }

  /// The value of an attribute that is derived from journals.
  ///
  /// - Parameters:
  ///   - derivation: of the attribute.
  ///   - moment: what happened later does not count.
  ///   - zone: the store's, in whose calendar days are counted.
  /// - Returns: nil where there is none, and for ages of dates, which no journal tells.
  package func value(of derivation: Derivation, at moment: Instant, zone: Zone) -> JSON? {
    func days(since instant: Instant) -> Int { zone.date(moment).days(since: zone.date(instant)) }
    /// The latest that has happened; of several at one moment the last one.
    func last<Event>(_ events: [Event], _ at: (Event) -> Instant) -> Event? {
      var last: Event?
      for event in events where at(event) <= moment && last.map({ at($0) <= at(event) }) ?? true {
        last = event
      }
      return last
    }
    switch derivation {
    case .days, .years: return nil
    case .contacts(let window):
      return JSON(contacts.count { $0.at <= moment && days(since: $0.at) <= window })
    case .lastContactDays: return last(contacts, \.at).map { JSON(days(since: $0.at)) }
    case .lastContactChannel:
      return last(contacts, \.at).flatMap(\.channel).map { .string($0.rawValue) }
    case .lastRating: return last(ratings, \.at).map { JSON($0.score) }
    case .recencyScore: return scores.map { JSON($0.recency) }
    case .frequencyScore: return scores.map { JSON($0.frequency) }
    case .spendScore: return scores.map { JSON($0.spend) }
    case .buyerGroup: return scores.map { .string($0.group.rawValue) }
    }
  }
}
