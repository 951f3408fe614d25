import RapportCore
import Testing

/// Which way satisfaction went, judged in one way for all screens.
struct SatisfactionTrendsTests {
  private let settings = StoreSettings(name: "x", company: "x")

  /// Of one segment alone, and of all customers with as many satisfied as before.
  private func trend(_ now: Proportion, _ before: Proportion) -> Satisfaction.Trend? {
    var report = SatisfactionReport()
    report.segments["a"] = Satisfaction(now: now, before: before)
    return SatisfactionTrends(report, of: [Segment(id: "a", name: "A", priority: 1)], settings)["a"]
  }

  @Test func `which way it went is said only where the answers tell`() {
    #expect(trend(Proportion(20, of: 20), Proportion(1, of: 50)) == nil)
    #expect(trend(Proportion(45, of: 50), Proportion(44, of: 50)) == .same)
    #expect(trend(Proportion(700, of: 1000), Proportion(900, of: 1000)) == .down)
    #expect(trend(Proportion(48, of: 50), Proportion(30, of: 50)) == .up)
    // Sure, and yet too little to matter.
    #expect(trend(Proportion(92_000, of: 100_000), Proportion(90_000, of: 100_000)) == .same)
  }

  @Test func `what one figure alone would show is no difference among many`() {
    let rose = Satisfaction(now: Proportion(36, of: 46), before: Proportion(26, of: 48))
    let same = Satisfaction(now: Proportion(40, of: 50), before: Proportion(40, of: 50))
    #expect(trend(rose.now, rose.before) == .up)
    let segments = (0..<12).map { Segment(id: Segment.ID("s\($0)"), name: "S", priority: $0) }
    var report = SatisfactionReport()
    for segment in segments { report.segments[segment.id] = segment.id == "s3" ? rose : same }
    let trends = SatisfactionTrends(report, of: segments, settings)
    #expect(trends["s3"] == .same && trends.changed.isEmpty && trends.figures.count == 12)
  }

  @Test func `a retired segment is no figure any more`() {
    var definitions = Definitions(settings: settings, catalog: AttributeCatalog([]))
    definitions.segments = ["a", "b"].map { Segment(id: $0, name: "S", priority: 1) }
    var facts = WeekFacts(definitions, at: Instant(seconds: 1_800_000_000))
    #expect(facts.trends == nil)
    var report = SatisfactionReport()
    for segment in definitions.segments {
      report.segments[segment.id] = Satisfaction(
        now: Proportion(40, of: 50),
        before: Proportion(20, of: 50)
      )
    }
    facts.satisfaction = report
    #expect(facts.trends?.changed.count == 2)
    facts.definitions.segments[0].status = .retired
    #expect(facts.trends?.changed.map(\.segment?.id) == ["b"])
    facts.satisfaction = nil
    #expect(facts.trends == nil)
  }

  @Test func `the week and the state of each segment say the same`() throws {
    var definitions = Definitions(settings: settings, catalog: AttributeCatalog([]))
    definitions.segments = (0..<8).map {
      Segment(id: Segment.ID("s\($0)"), name: "S\($0)", priority: $0)
    }
    var facts = WeekFacts(definitions, at: Instant(seconds: 1_800_000_000))
    var report = SatisfactionReport()
    for (place, segment) in definitions.segments.enumerated() {
      report.segments[segment.id] = Satisfaction(
        now: Proportion(20 + 3 * place, of: 50),
        before: Proportion(30, of: 50)
      )
    }
    facts.satisfaction = report
    let changed = WeekReview(facts, whole: [.changed]).lines.filter { $0.topic == .changed }.map(
      \.words
    )
    let states = facts.states
    #expect(!changed.isEmpty)
    for segment in definitions.segments {
      let isTold = changed.contains { $0.hasPrefix("\(segment.name):") }
      let trend = try #require(states[segment.id]?.trend)
      #expect(isTold == (trend != .same), "\(segment.name) \(trend) \(changed)")
    }
  }
}
