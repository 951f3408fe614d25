/// A share as people are told it: only as much as the answers carry.
package struct ShareWords: Sendable {
  private let countsOnlyBelow: Int
  private let fewBelow: Int

  package init(_ settings: StoreSettings) {
    countsOnlyBelow = Int(settings[.countsOnlyBelow])
    fewBelow = Int(settings[.fewAnswersBelow])
  }

  /// `3 of 3`, `80 %, 49-94, few answers`, `90 %, 79-96`; nil where there is no answer.
  package func text(_ share: Proportion) -> String? {
    guard let value = share.share, let interval = share.interval else { return nil }
    guard share.count >= countsOnlyBelow else { return "\(share.successes) of \(share.count)" }
    let words =
      "\(Self.percent(value)) %, \(Self.percent(interval.lowerBound))-\(Self.percent(interval.upperBound))"
    return share.count < fewBelow ? words + ", few answers" : words
  }

  /// The same with what it is of: `90 %, 79-96, of 50 answers`; `no answer yet`.
  package func text(_ share: Proportion, of noun: String) -> String {
    guard let text = text(share) else { return "no \(noun) yet" }
    guard share.count >= countsOnlyBelow else { return "\(text) \(noun)s" }
    return "\(text), of \(NumberWords.words(Double(share.count))) \(noun)s"
  }

  /// Whether there are enough answers to compare it with something else.
  package func isComparable(_ share: Proportion) -> Bool { share.count >= fewBelow }

  /// Whole; what is not all is not called 100, nor what is something 0.
  package static func percent(_ share: Double) -> Int {
    let rounded = Int((share * 100).rounded())
    if rounded == 100, share < 1 { return 99 }
    if rounded == 0, share > 0 { return 1 }
    return rounded
  }
}
