/// What sets one group of customers apart from another.
package struct GroupContrast: Sendable {
  package var first: Int
  package var second: Int
  /// The strongest difference first; those of which too little is known are last.
  package var attributes: [AttributeContrast]

  package init(first: Int, second: Int, attributes: [AttributeContrast]) {
    self.first = first
    self.second = second
    self.attributes = attributes.sorted { left, right in
      func strength(_ contrast: AttributeContrast) -> Double {
        contrast.difference?.magnitude ?? -1
      }
      return (strength(right), left.id) < (strength(left), right.id)
    }
  }

  /// Those that are worth a word.
  package var noticeable: [AttributeContrast] {
    attributes.filter { attribute in
      // What only one customer has is theirs, as a number of a contract is.
      let isShared = attribute.levels.first.map { $0.first + $0.second > 1 } ?? true
      let difference = attribute.difference?.magnitude ?? 0
      return isShared && difference >= StandardisedDifference.noticeable
    }
  }
}
