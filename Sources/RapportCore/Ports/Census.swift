/// How much of the customer base there is and can be searched.
package struct Census: Sendable, Hashable {
  package var total: Int
  package var searched: Int
  /// Lines that could not be read; each costs its own customer only.
  package var damaged: Int
  /// False while customers are being read, or made ready to be found by errors too.
  package var isComplete: Bool

  /// Without `isComplete`, it is where all can be searched.
  package init(total: Int, searched: Int, damaged: Int, isComplete: Bool? = nil) {
    self.total = total
    self.searched = searched
    self.damaged = damaged
    self.isComplete = isComplete ?? (searched >= total)
  }
}
