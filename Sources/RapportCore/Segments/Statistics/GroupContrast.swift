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
    attributes.filter { ($0.difference?.magnitude ?? 0) >= StandardisedDifference.noticeable }
  }
}
