import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

/// What a change of segments does to the customers agrees with asking each of them before and after.
struct SegmentsEffectTests {
  private static let noon = Instant(seconds: 1_795_348_800)

  private func rule(_ json: JSON) throws -> Rule {
    try Rule(json, operations: RuleOperations.names)
  }

  private func definitions(_ segments: [Segment]) -> Definitions {
    var definitions = Definitions(
      settings: StoreSettings(name: "Test", company: "Test"),
      catalog: RandomCustomers.catalog
    )
    definitions.segments = segments
    return definitions
  }

  private func segments(_ source: inout RandomCustomers) throws -> [Segment] {
    let ids = (0..<7).map { "s\($0)" }
    return try ids.enumerated().map { position, id in
      var segment = Segment(id: Segment.ID(id), name: id, priority: position + 1)
      segment.rule = try rule(source.rule(2, segments: Array(ids[..<position])))
      segment.manual = (0..<position).map { number in
        .init(customer: Customer.ID(source.id()), member: number % 2 == 0, reason: "")
      }
      return segment
    }
  }

  private func store(_ source: inout RandomCustomers) throws -> (TemporaryFolder, [CustomerFacts]) {
    let folder = try TemporaryFolder()
    let lines = (0..<100).map { _ in source.line() }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "customers.jsonl")
    return (folder, NaiveBase(lines).facts)
  }

  @Test(arguments: 1...2)
  func `whoever joins or leaves anything by random changes is counted`(seed: UInt64) async throws {
    var source = RandomCustomers(seed: seed + 300)
    let (folder, facts) = try store(&source)
    let old = try segments(&source)
    let counts = SegmentCounts(StoreLocation(folder.path), definitions(old))
    for round in 0..<5 {
      var new = old
      new[round % 7].rule = try rule(source.rule(2, segments: ["s0"]))
      new[(round + 2) % 7].manual = [
        .init(customer: Customer.ID(source.id()), member: round % 2 == 0, reason: "")
      ]
      if round % 3 == 0 { new[(round + 1) % 7].status = .retired }
      if round % 4 == 0 {
        var comer = Segment(id: "new", name: "new", priority: 99)
        comer.rule = try rule(source.rule(2, segments: ["s1", "s2"]))
        new.append(comer)
      }
      let pairs = new.compactMap { segment -> SegmentsChange.Pair? in
        let before = old.first { $0.id == segment.id }
        let pair = SegmentsChange.Pair(segment.id, before: before, after: segment)
        return SegmentsChange([pair]).keepsMembers ? nil : pair
      }
      let change = SegmentsChange(pairs)
      let effect = try await counts.effect(of: change, samples: 1_000, at: Self.noon)
      let naive = NaiveEffect(facts, definitions(old), definitions(new), at: Self.noon)
      let told = Set(effect.parts.map(\.id))
      for segment in new {
        let expected = naive.difference(of: segment.id)
        guard told.contains(segment.id) else {
          #expect(expected.joining + expected.leaving == 0, "seed \(seed), \(round), \(segment.id)")
          continue
        }
        let found = effect[segment.id]
        #expect(found.before == expected.before, "seed \(seed), round \(round), \(segment.id)")
        #expect(found.after == expected.after, "seed \(seed), round \(round), \(segment.id)")
        #expect(
          Set(found.joiners) == Set(expected.joiners),
          "seed \(seed), round \(round), \(segment.id)"
        )
        #expect(
          Set(found.leavers) == Set(expected.leavers),
          "seed \(seed), round \(round), \(segment.id)"
        )
      }
      let moves = naive.moves(of: change.together)
      #expect(effect.fromNone == moves.fromNone && effect.toNone == moves.toNone, "seed \(seed)")
    }
    // What was tried out has changed nothing of what is.
    let evaluator = MembershipEvaluator(definitions(old), at: Self.noon)
    for (segment, size) in zip(old, try await counts.sizes(of: old.map(\.id), at: Self.noon)) {
      let isIn = facts.count { evaluator.membership(of: $0, in: segment).answer == .in }
      #expect(size.counts.isIn == isIn, "seed \(seed), \(segment.id)")
    }
  }

  @Test func `a rule's preview names the segments whose rules ask for it`() async throws {
    let folder = try TemporaryFolder()
    let lines = (1...20).map { #"{"id":"C-\#($0)","behavioral":{"orders":\#($0)}}"# }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "customers.jsonl")
    var many = Segment(id: "many", name: "Many", priority: 1)
    many.rule = try rule([">": [["var": "behavioral.orders"], 15]])
    var few = Segment(id: "few", name: "Few", priority: 2)
    few.rule = try rule(["!": [["in_segment": ["many"]]]])
    let counts = SegmentCounts(StoreLocation(folder.path), definitions([many, few]))
    many.rule = try rule([">": [["var": "behavioral.orders"], 12]])
    let preview = try await counts.preview(of: many, samples: 5, at: Self.noon)
    #expect(preview.difference.joining == 3)
    #expect(preview.others.map(\.id) == ["few"])
    #expect(preview.others.first?.difference.leaving == 3)
    #expect(preview.others.first?.difference.words == "0 join, 3 leave: 12 (was 15)")
  }

  @Test func `segments that come to ask for themselves are counted as broken`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"id":"C-1","behavioral":{"orders":9}}"# + "\n", to: "customers.jsonl")
    var first = Segment(id: "first", name: "First", priority: 1)
    first.rule = try rule([">": [["var": "behavioral.orders"], 5]])
    var second = Segment(id: "second", name: "Second", priority: 2)
    second.rule = try rule(["in_segment": ["first"]])
    let counts = SegmentCounts(StoreLocation(folder.path), definitions([first, second]))
    var circle = first
    circle.rule = try rule(["in_segment": ["second"]])
    let effect = try await counts.effect(
      of: SegmentsChange([.init("first", before: first, after: circle)]),
      samples: 5,
      at: Self.noon
    )
    #expect(effect["first"].after.broken == 1 && effect["second"].after.broken == 1)
  }
}

/// Asks every customer before and after.
private struct NaiveEffect {
  private let facts: [CustomerFacts]
  private let old: [[Segment.ID: Membership.Answer]]
  private let new: [[Segment.ID: Membership.Answer]]

  init(
    _ facts: [CustomerFacts],
    _ before: Definitions,
    _ after: Definitions,
    at moment: Instant
  ) {
    func answers(_ definitions: Definitions) -> [[Segment.ID: Membership.Answer]] {
      let evaluator = MembershipEvaluator(definitions, at: moment)
      return facts.map { facts in
        let own = definitions.segments.map { segment in
          (segment.id, evaluator.membership(of: facts, in: segment).answer)
        }
        return Dictionary(own) { first, _ in first }
      }
    }
    self.facts = facts
    (old, new) = (answers(before), answers(after))
  }

  func difference(of id: Segment.ID) -> SegmentDifference {
    var difference = SegmentDifference()
    for (position, facts) in facts.enumerated() {
      let (was, will) = (old[position][id] ?? .out, new[position][id] ?? .out)
      difference.before.add(Answer(was))
      difference.after.add(Answer(will))
      if was != .in, will == .in { difference.joiners.append(facts.customer.id) }
      if was == .in, will != .in { difference.leavers.append(facts.customer.id) }
    }
    difference.joining = difference.joiners.count
    difference.leaving = difference.leavers.count
    return difference
  }

  func moves(of ids: Set<Segment.ID>) -> (fromNone: Int, toNone: Int) {
    var moves = (fromNone: 0, toNone: 0)
    for position in facts.indices {
      let was = ids.contains { old[position][$0] == .in }
      let will = ids.contains { new[position][$0] == .in }
      if will, !was { moves.fromNone += 1 }
      if was, !will { moves.toNone += 1 }
    }
    return moves
  }
}
