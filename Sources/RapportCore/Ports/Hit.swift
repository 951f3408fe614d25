/// One customer found, and how.
package struct Hit: Sendable, Identifiable {
  /// From certain to doubtful.
  package enum Quality: String, Sendable, Hashable, CaseIterable, Comparable {
    case exact, prefix, suffix, nickname, fuzzy, sound

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  }

  /// How one word of the query was found.
  ///
  /// `field` is phone, email, id, name, company or a path.
  package struct Word: Sendable, Hashable {
    package var word: String
    package var field: String
    package var quality: Quality
    /// What matched there, as stored, for highlighting.
    package var text: String

    package init(word: String, field: String, quality: Quality, text: String) {
      self.word = word
      self.field = field
      self.quality = quality
      self.text = text
    }
  }

  package var customer: Customer
  package var words: [Word]
  /// Of the weakest word.
  package var matched: String
  package var quality: Quality

  package var id: Customer.ID { customer.id }

  package init(customer: Customer, words: [Word], matched: String, quality: Quality) {
    self.customer = customer
    self.words = words
    self.matched = matched
    self.quality = quality
  }
}
