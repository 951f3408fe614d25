import JSONLogic
import RapportCore
import Testing

/// The figures of groups, as science.md says they are, and as plain sums say.
struct StatisticsTests {
  private static let orders = Attribute(
    path: "behavioral.orders",
    label: LocalizedText(["en": "orders"]),
    kind: .integer
  )

  private func isNear(_ left: Double?, _ right: Double, _ tolerance: Double = 1e-9) -> Bool {
    left.map { abs($0 - right) <= tolerance } ?? false
  }

  @Test func `moments are those of plain sums, however the values come`() {
    var random = SplitMix64(seed: 4)
    let values = (0..<500).map { _ in Double.random(in: 1e6...1e6 + 3, using: &random) }
    let mean = values.reduce(0, +) / 500
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 499
    let moments = Moments(values)
    #expect(isNear(moments.mean, mean, 1e-6) && isNear(moments.variance, variance, 1e-6))
    var weighted = Moments()
    for value in [1.0, 2.0, 5.0] { weighted.add(value, times: 3) }
    let plain = Moments([1, 2, 5, 1, 2, 5, 1, 2, 5])
    #expect(weighted.count == 9 && isNear(weighted.mean, plain.mean))
    #expect(isNear(weighted.variance, plain.variance ?? 0))
    #expect(Moments([.nan, .infinity]).count == 0)
    #expect(Moments([7]).variance == nil)
  }

  @Test func `the standardised difference is the distance of means by the spread of both`() {
    // Means 4 and 2, variances 2.5 and 2.5.
    let (one, other) = (Moments([2, 3, 4, 5, 6]), Moments([0, 1, 2, 3, 4]))
    #expect(isNear(StandardisedDifference.of(one, other), 2 / 2.5.squareRoot()))
    #expect(isNear(StandardisedDifference.of(other, one), -2 / 2.5.squareRoot()))
    #expect(StandardisedDifference.of(one, one) == 0)
    #expect(StandardisedDifference.of(one, Moments([3])) == nil)
    #expect(StandardisedDifference.of(Moments([1, 1]), Moments([2, 2])) == -10)
    // 60 % and 40 %: 0.2 / sqrt(0.24).
    let shares = StandardisedDifference.ofShares((60, 100), (40, 100))
    #expect(isNear(shares, 0.2 / 0.24.squareRoot()))
    #expect(StandardisedDifference.ofShares((0, 0), (1, 2)) == nil)
  }

  @Test func `an overlap is told of either, and of each`() {
    let overlap = Overlap(first: 60, second: 30, both: 20)
    #expect(overlap.either == 70)
    #expect(isNear(overlap.ofEither, 2.0 / 7))
    #expect(isNear(overlap.ofFirst, 1.0 / 3) && isNear(overlap.ofSecond, 2.0 / 3))
    let nobody = Overlap(first: 0, second: 0, both: 0)
    #expect(nobody.ofEither == nil && nobody.ofFirst == nil)
  }

  @Test func `levels are told apart by how often they occur, items of lists one by one`() {
    let device = Attribute(
      path: "technographic.device",
      label: LocalizedText(["en": "device"]),
      kind: .choice
    )
    var tally = AttributeTally(device, zone: TimeZones.utc)
    tally.add("ios", first: 30, second: 20)
    tally.add("android", first: 10, second: 80)
    tally.add("", first: 5, second: 5)
    tally.add(.null, first: 5, second: 5)
    let contrast = tally.contrast
    #expect(contrast.known == (40, 100))
    let ios = contrast.levels.first { $0.value == "ios" }
    #expect(ios.flatMap { contrast.lift(of: $0) }.map { isNear($0, 0.75 / 0.2) } == true)
    let expected = StandardisedDifference.ofShares((30, 40), (20, 100)) ?? 0
    #expect(isNear(contrast.difference.map(abs), abs(expected)))
    let tags = Attribute(path: "tags", label: LocalizedText(["en": "tags"]), kind: .list)
    var list = AttributeTally(tags, zone: TimeZones.utc)
    list.add(["beta", "vip", "vip"], first: 2, second: 1)
    list.add("vip", first: 1, second: 0)
    list.add([], first: 9, second: 9)
    #expect(list.contrast.known == (3, 1))
    #expect(list.contrast.levels.first { $0.value == "vip" }?.first == 3)
    #expect(list.contrast.levels.first { $0.value == "beta" }?.first == 2)
  }

  @Test func `numbers and dates are compared as numbers, and what is none is not known`() {
    var tally = AttributeTally(Self.orders, zone: TimeZones.utc)
    tally.add(12, first: 2, second: 0)
    tally.add("12", first: 1, second: 0)
    tally.add(3, first: 0, second: 4)
    tally.add(4, first: 1, second: 1)
    let numbers = tally.contrast.numbers
    #expect(numbers?.first.count == 3 && numbers?.second.count == 5)
    #expect(isNear(numbers?.first.mean, 28.0 / 3))
    let date = Attribute(path: "since", label: LocalizedText(["en": "since"]), kind: .date)
    var dates = AttributeTally(date, zone: TimeZones.utc)
    dates.add("1970-01-11", first: 1, second: 0)
    dates.add("1970-01-21T10:00:00Z", first: 1, second: 0)
    dates.add("soon", first: 1, second: 0)
    #expect(dates.contrast.numbers?.first.mean == 15)
  }

  private func segment(rule: JSON?) throws -> Segment {
    var segment = Segment(id: "s", name: "S", priority: 1)
    segment.rule = try rule.map { try Rule($0, operations: RuleOperations.names) }
    return segment
  }

  @Test func `the six criteria say what is met, what is not, and what nobody knows`() throws {
    var segment = try segment(rule: [">": [["var": "behavioral.orders"], 5]])
    func verdicts(_ criteria: SegmentCriteria) -> [String: String] {
      Dictionary(criteria.all.map { ($0.name, $0.verdict.rawValue) }) { first, _ in first }
    }
    let blind = SegmentCriteria(
      segment,
      counts: nil,
      reachable: nil,
      contrast: nil,
      ownWays: [],
      catalog: AttributeCatalog([])
    )
    #expect(
      blind.all.map(\.name) == [
        "measurable", "substantial", "accessible", "differentiable", "actionable", "stable",
      ]
    )
    #expect(blind.all.count { $0.verdict == .unknown } == 5)
    segment.goal = StoreSettings.Goal(text: "Keep them.")
    segment.goal?.metric = "csat"
    segment.goal?.target = 0.8
    let counts = AnswerCounts(isIn: 300, unknown: 10, all: 1_000)
    let strong = AttributeContrast(
      id: "technographic.device",
      known: (300, 700),
      numbers: nil,
      levels: [],
      difference: 0.4
    )
    let good = SegmentCriteria(
      segment,
      counts: counts,
      reachable: 290,
      contrast: GroupContrast(first: 300, second: 700, attributes: [strong]),
      ownWays: ["tone warm"],
      catalog: AttributeCatalog([])
    )
    #expect(good.all.count { $0.verdict == .met } == 5)
    #expect(verdicts(good)["stable"] == "not known")
    var own = strong
    own.id = "behavioral.orders"
    segment.status = .draft
    let bad = SegmentCriteria(
      segment,
      counts: AnswerCounts(isIn: 9, unknown: 400, all: 1_000),
      reachable: 2,
      contrast: GroupContrast(first: 9, second: 991, attributes: [own]),
      ownWays: [],
      catalog: AttributeCatalog([])
    )
    #expect(bad.all.count { $0.verdict == .notMet } == 5)
    #expect(good.all.last?.evidence == "who came and went was not read")
    let evidence = bad.all.map(\.evidence).joined(separator: " | ")
    #expect(evidence.contains("members differ only in what the rule reads"))
    #expect(evidence.contains("9 of 1000 (0.9 %); fewer than 30"))
  }

  private func stable(
    _ turnover: SegmentTurnover,
    rule: JSON = [">": [["var": "behavioral.orders"], 5]]
  ) throws -> SegmentCriteria.Criterion {
    let criteria = SegmentCriteria(
      try segment(rule: rule),
      counts: AnswerCounts(isIn: 300, unknown: 0, all: 1_000),
      reachable: nil,
      contrast: nil,
      turnover: turnover,
      ownWays: [],
      catalog: AttributeCatalog([])
    )
    return try #require(criteria.all.last)
  }

  private func move(_ joined: Int, _ left: Int, notKnown: Int = 0) -> SegmentTurnover.Moves {
    var move = SizeMove()
    (move.joined, move.left, move.notKnown) = (joined, left, notKnown)
    return .counted(move)
  }

  @Test func `stable is a segment that few join or leave, with how many and of how many`() throws {
    let few = try stable(SegmentTurnover(move(10, 5)))
    #expect(few.verdict == .met)
    #expect(
      few.evidence == "10 joined and 5 left by changed records in 30 days, of 300 (5 %)"
    )
    let partly = try stable(SegmentTurnover(move(10, 5, notKnown: 40)))
    #expect(partly.verdict == .met && partly.evidence.hasSuffix("; not known of 40 of them"))
    let many = try stable(SegmentTurnover(move(10, 50)))
    #expect(many.verdict == .notMet && many.evidence.contains("of 340 (17.6 %)"))
  }

  @Test func `where the records do not tell whether it is stable it says what is missing`() throws {
    let new = SegmentTurnover(move(0, 0), ruleChanged: CalendarDate(parsing: "2026-11-10"))
    #expect(try stable(new).verdict == .unknown)
    #expect(try stable(new).evidence.contains("its rule is of 2026-11-10"))
    let imported = try stable(SegmentTurnover(move(1, 0, notKnown: 280)))
    #expect(imported.verdict == .unknown && imported.evidence.contains("of 280 of 300 members"))
    let crowd = try stable(SegmentTurnover(.tooMany(40_000)))
    #expect(
      crowd.verdict == .unknown && crowd.evidence.contains("40,000 customers or more changed")
    )
    let recent: JSON = ["within_days": [["var": "behavioral.lastOrder"], 90]]
    let byDays = try stable(SegmentTurnover(move(1, 1)), rule: recent)
    #expect(byDays.verdict == .unknown && byDays.evidence.hasPrefix("1 joined and 1 left"))
    #expect(byDays.evidence.hasSuffix("whom days and contacts alone moved is not kept"))
    #expect(try stable(SegmentTurnover(move(0, 90)), rule: recent).verdict == .notMet)
  }

  @Test func `a turnover knows a change of the rule within its days, and no older one`() throws {
    let now = try #require(Instant(parsing: "2026-11-29T12:00:00Z"))
    func change(_ day: String, _ id: String, rule: JSON) throws -> DefinitionChange {
      let edit = DefinitionChange.Edit(
        DefinitionReference(.segment, id),
        before: ["id": .string(id), "rule": true],
        after: ["id": .string(id), "rule": rule]
      )
      let at = try #require(Instant(parsing: "\(day)T08:00:00Z"))
      return DefinitionChange(id: "X", at: at, by: "lb", reason: "r", edits: [edit])
    }
    let changes = [
      try change("2026-11-20", "s", rule: true), try change("2026-11-15", "other", rule: false),
      try change("2026-11-10", "s", rule: false), try change("2026-10-01", "s", rule: false),
    ]
    func changed(_ changes: [DefinitionChange]) -> CalendarDate? {
      SegmentTurnover(of: "s", .counted([:]), changes: changes, at: now, zone: TimeZones.utc)
        .ruleChanged
    }
    #expect(changed(changes) == CalendarDate(parsing: "2026-11-10"))
    #expect(changed(Array(changes.suffix(1))) == nil)
  }
}
