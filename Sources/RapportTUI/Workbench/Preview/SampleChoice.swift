import RapportCore

/// Chooses the customers that a draft is shown for.
///
/// Whoever is given first is chosen first, so that the same customers give the same samples.
enum SampleChoice {
  /// Customers besides the one of whom nothing is known.
  static let count = 4

  /// Two of different segments, one of whom something is not known, one in no segment; where there
  /// are none like that, more of different segments.
  static func samples(
    _ candidates: [(known: KnownCustomer, memberships: [Membership])]
  ) -> [Sample] {
    var chosen: [Int] = []
    func isIn(_ index: Int) -> Membership? {
      candidates[index].memberships.first { $0.answer == .in }
    }
    func take(_ wanted: Int, where fits: (Int) -> Bool) {
      var taken = 0
      for index in candidates.indices where taken < wanted && chosen.count < count {
        guard !chosen.contains(index), fits(index) else { continue }
        chosen.append(index)
        taken += 1
      }
    }
    func isOfNewSegment(_ index: Int) -> Bool {
      guard let segment = isIn(index)?.segment else { return false }
      return !chosen.contains { isIn($0)?.segment == segment }
    }
    take(2, where: isOfNewSegment)
    take(1) { index in candidates[index].memberships.contains { $0.answer == .unknown } }
    take(1) { isIn($0) == nil }
    take(count, where: isOfNewSegment)
    take(count) { _ in true }
    return chosen.map { sample(candidates[$0].known, candidates[$0].memberships) }
  }

  private static func sample(_ known: KnownCustomer, _ memberships: [Membership]) -> Sample {
    let belongs = memberships.filter { $0.answer == .in }.map(\.name)
    let unknown = memberships.count { $0.answer == .unknown }
    var parts = [belongs.isEmpty ? "in no segment" : WorkbenchFacts.some(belongs)]
    if unknown > 0 { parts.append("\(unknown) not known") }
    return Sample(
      known: known,
      name: CustomerPresentation(known.customer, account: known.account).name,
      detail: parts.joined(separator: ", ")
    )
  }
}
