/// One customer found, and how.
package struct Hit: Sendable, Identifiable {
  /// From certain to doubtful.
  ///
  /// `partial` is that of a hit which some words of the query do not fit at all.
  package enum Quality: String, Sendable, Hashable, CaseIterable, Comparable {
    case exact, prefix, suffix, nickname, fuzzy, sound, partial

    /// Whether it is a guess.
    package var isDoubtful: Bool { self >= .fuzzy }

    /// Whether another name than the typed one was found, so that it stays marked on the Desk.
    package var needsConfirming: Bool { isDoubtful || self == .nickname }

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
  /// Of the query's words those that fit, in their order, and those that do not.
  package var words: [Word]
  package var missing: [String]
  /// Of the weakest word.
  package var matched: String
  package var quality: Quality

  package var id: Customer.ID { customer.id }

  package init(
    customer: Customer,
    words: [Word],
    missing: [String] = [],
    matched: String,
    quality: Quality
  ) {
    self.customer = customer
    self.words = words
    self.missing = missing
    self.matched = matched
    self.quality = quality
  }
}
