/// The answer to one query.
package struct FindResult: Sendable {
  /// Best first, at most as many as were asked for.
  package var hits: [Hit]
  /// How many there are in all among those searched.
  package var count: Int
  /// How many of them fit as typed: not by typing errors, sound or only some of the words.
  package var certain: Int
  /// How many customers could be searched so far, and how many there are as far as is known.
  package var searched: Int
  package var total: Int
  /// False while another question may find more: not everybody has been read, or only what is written
  /// as it was typed can be found so far.
  package var isComplete: Bool

  /// Without `isComplete`, it is where all have been searched.
  package init(
    hits: [Hit],
    count: Int,
    certain: Int,
    searched: Int,
    total: Int,
    isComplete: Bool? = nil
  ) {
    self.hits = hits
    self.count = count
    self.certain = certain
    self.searched = searched
    self.total = total
    self.isComplete = isComplete ?? (searched >= total)
  }
}
