package import JSONLogic

/// What came of the contacts of some customers.
package struct SegmentOutcome: Sendable, Hashable {
  /// Nil where contacts are told apart by something else than who their customer is.
  package var customers: Int?
  package var contacts = 0
  /// Ratings that customers gave, and of them those from 4 of 5 on.
  package var rated = 0
  package var satisfied = 0

  package init(customers: Int? = nil) { self.customers = customers }

  /// A rating from so many of 5 on is one of a satisfied customer.
  package static let satisfiedFrom = 4.0

  /// `1,204 contacts, 41 of 48 satisfied`; `no contacts yet`.
  package var words: String {
    guard contacts > 0 || rated > 0 else { return "no contacts yet" }
    let contacts =
      "\(NumberWords.words(Double(contacts))) \(contacts == 1 ? "contact" : "contacts")"
    return rated == 0 ? "\(contacts), not rated" : "\(contacts), \(satisfied) of \(rated) satisfied"
  }
}

/// The values that the members of a segment have of one attribute.
package struct AttributeValues: Sendable {
  package struct Entry: Sendable, Hashable {
    package var value: JSON
    package var count: Int

    package init(_ value: JSON, _ count: Int) {
      self.value = value
      self.count = count
    }
  }

  package var members: Int
  package var missing: Int
  /// Numbers, dates and texts ascending; a list counts for each of its items.
  package var entries: [Entry]

  package init(members: Int, missing: Int, entries: [Entry]) {
    self.members = members
    self.missing = missing
    self.entries = entries
  }
}
