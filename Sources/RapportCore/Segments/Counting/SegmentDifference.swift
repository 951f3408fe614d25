package import JSONLogic

/// What would change if a rule took another's place.
package struct SegmentDifference: Sendable {
  package var before = AnswerCounts()
  package var after = AnswerCounts()
  package var joining = 0
  package var leaving = 0
  /// Some of them, by id, in the order of the file.
  package var joiners: [Customer.ID] = []
  package var leavers: [Customer.ID] = []

  package init() {}

  /// `12 join, 3 leave: 1,213 (was 1,204), 31 not known (was 40)`.
  package var words: String {
    func count(_ after: Int, _ before: Int, _ noun: String) -> String {
      let was = after == before ? "" : " (was \(countWords(before)))"
      return countWords(after) + noun + was
    }
    var words = "\(countWords(joining)) join, \(countWords(leaving)) leave: "
    words += count(after.isIn, before.isIn, "")
    if before.unknown != after.unknown {
      words += ", " + count(after.unknown, before.unknown, " not known")
    }
    if before.broken != after.broken {
      words += ", " + count(after.broken, before.broken, " cannot be told")
    }
    return words
  }
}
