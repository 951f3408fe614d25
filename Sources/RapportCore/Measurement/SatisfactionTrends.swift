/// Which way satisfaction went, of all customers and of each active segment, judged together.
///
/// Whoever looks at many figures finds a difference by chance in some of them. So there is one judgement
/// for all screens and commands: Fisher's exact test of every figure with enough answers, adjusted for
/// each other, and a difference that is large enough to matter.
package struct SatisfactionTrends: Sendable {
  /// Of adjusted values below it, 1 in 20 is expected to be chance.
  private static let chance = 0.05

  /// A figure with enough answers in both periods.
  package struct Figure: Sendable {
    /// Nil is all customers.
    package var segment: Segment?
    package var satisfaction: Satisfaction
    package var trend: Satisfaction.Trend
    fileprivate var probability: Double
  }

  /// All customers first, then the segments in their order.
  package let figures: [Figure]

  package init(_ report: SatisfactionReport, of active: [Segment], _ settings: StoreSettings) {
    let shares = ShareWords(settings)
    let all: [(segment: Segment?, satisfaction: Satisfaction)] =
      [(nil, report.all)] + active.map { ($0, report.segments[$0.id] ?? Satisfaction()) }
    let comparable = all.filter {
      shares.isComparable($0.satisfaction.now) && shares.isComparable($0.satisfaction.before)
    }
    let adjusted = FalseDiscovery.adjusted(
      comparable.map { FisherExactTest.probability($0.satisfaction.now, $0.satisfaction.before) }
    )
    figures = zip(comparable, adjusted).map { figure, probability in
      let difference =
        (figure.satisfaction.now.share ?? 0) - (figure.satisfaction.before.share ?? 0)
      let isReal = probability < Self.chance && abs(difference) >= settings[.minEffect]
      return Figure(
        segment: figure.segment,
        satisfaction: figure.satisfaction,
        trend: !isReal ? .same : difference > 0 ? .up : .down,
        probability: probability
      )
    }
  }

  /// Those that really changed, the surest first.
  package var changed: [Figure] {
    figures.filter { $0.trend != .same }.sorted { $0.probability < $1.probability }
  }

  /// Nil where there are too few answers to tell.
  package subscript(segment: Segment.ID) -> Satisfaction.Trend? {
    figures.first { $0.segment?.id == segment }?.trend
  }
}
