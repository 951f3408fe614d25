package import JSONLogic

/// What is questionable about how many belong to a segment: nobody does, or it tells nobody apart.
package struct SizeDoubt: Hashable, Sendable {
  package let finding: Finding
  /// `nobody of 2,000 customers belongs; of 31 it is not known`.
  package let words: String

  /// Nil where some belong and some do not, where it is not known of anybody, and where so much is missing
  /// that nobody can tell whether any are kept out.
  ///
  /// - Parameters:
  ///   - counts: how the customers answer.
  ///   - settings: from what share on it is everybody.
  ///   - isSample: whether those who were asked are only some of all.
  package init?(_ counts: AnswerCounts, _ settings: StoreSettings, isSample: Bool = false) {
    let all = (isSample ? "a sample of " : "") + CoverageGap.count(counts.all, "customer")
    let unknown = counts.unknown > 0 ? "of \(countWords(counts.unknown)) it is not known" : nil
    if counts.out > 0, counts.isIn == 0, counts.broken == 0 {
      finding = .noMembers
      words = "nobody of \(all) belongs" + (unknown.map { "; \($0)" } ?? "")
    } else if counts.all > 1, counts.isIn == counts.all {
      finding = .everyone
      words = "everybody of \(all) belongs: it tells nobody apart"
    } else if counts.all > 1, Double(counts.isIn) >= settings[.everyone] * Double(counts.all) {
      finding = .everyone
      words = "\(countWords(counts.isIn)) of \(all) belong: it tells hardly anybody apart"
    } else if let unknown, counts.isIn > 0, counts.isIn + counts.unknown == counts.all,
      // Of a handful it says nothing.
      Double(counts.all) >= settings[.countsOnlyBelow],
      Double(counts.unknown) <= settings[.missingShare] * Double(counts.all)
    {
      finding = .everyone
      words = "\(countWords(counts.isIn)) of \(all) belong, \(unknown), and nobody is kept out"
    } else {
      return nil
    }
  }

  func problem(of segment: Segment) -> Problem {
    let place = Place(file: "segments/\(segment.id).json", pointer: "/rule")
    let remedy =
      finding == .noMembers ? "loosen the rule" : "add a condition that tells them apart"
    return Problem(.warning, at: place, words, remedy: remedy, finding: finding)
  }

  /// Among the lines of what a change would do.
  package var line: RefiningLine {
    RefiningLine(.warning, finding == .noMembers ? "Nobody" : "Everybody", words)
  }
}
