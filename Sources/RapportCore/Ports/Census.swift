/// How much of the customer base there is and can be searched.
package struct Census: Sendable, Hashable {
  package var total: Int
  package var searched: Int
  /// Lines that could not be read; each costs its own customer only.
  package var damaged: Int

  package init(total: Int, searched: Int, damaged: Int) {
    self.total = total
    self.searched = searched
    self.damaged = damaged
  }
}
