import Foundation
import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

/// Counting what is derived agrees with deriving it customer by customer.
struct DerivedCountsTests {
  private static let noon = Instant(seconds: 1_795_348_800)

  /// Found by fuzzing: a path that the rule computes, and a key with a dot in it.
  private static let found: [JSON] = [
    [">=": [["var": ["cat": ["behavioral.", "contacts90"]]], 1]],
    ["exists": "behavioral.contacts90"], ["exists": ["behavioral", "contacts90"]],
  ]

  private var definitions: Definitions {
    var declared = Array(RandomCustomers.catalog.attributes.values)
    declared.append(
      Attribute(path: "firmographic.contractEnds", label: LocalizedText([:]), kind: .date)
    )
    return Definitions(
      settings: StoreSettings(name: "Test", company: "Test"),
      catalog: AttributeCatalog(declared + Attribute.derived(from: declared))
    )
  }

  @Test(arguments: 1...3)
  func `sizes of rules over derived attributes are those of reading every customer`(
    seed: UInt64
  ) async throws {
    var customers = RandomCustomers(seed: seed)
    var journals = RandomJournals(seed: seed)
    let folder = try TemporaryFolder()
    var lines = (0..<150).map { _ in customers.line() }
    lines.append(#"{"id":"C-1","kind":"account","firmographic":{"contractEnds":"2026-11-01"}}"#)
    // What a record keeps itself wins.
    lines.append(#"{"id":"C-2","behavioral":{"contacts30":5,"lastRating":" "},"account":"C-1"}"#)
    var interactions: [String] = []
    var surveys: [String] = []
    var orders: [String] = []
    let counts = SegmentCounts(StoreLocation(folder.path), definitions)
    for round in 0..<3 {
      if round > 0 { lines += (0..<20).map { _ in customers.line() } }
      interactions += (0..<200).map { _ in journals.interaction() }
      surveys += (0..<200).map { _ in journals.survey() }
      orders += (0..<(round == 0 ? 60 : 200)).map { _ in journals.order() }
      try folder.write(lines, to: "customers.jsonl")
      try folder.write(interactions, to: "journal/interactions.jsonl")
      try folder.write(surveys, to: "journal/surveys.jsonl")
      try folder.write(orders, to: "journal/orders.jsonl")
      for hours in round == 1 ? [0, 7, 36] : [0] {
        let moment = Self.noon.adding(seconds: Int64(hours * 3_600))
        let naive = try await facts(lines, StoreLocation(folder.path), at: moment)
        for number in 0..<40 {
          let json = number < Self.found.count ? Self.found[number] : journals.rule()
          let rule = try Rule(json, operations: RuleOperations.names)
          let size = try await counts.size(of: rule, at: moment)
          let operations = RuleOperations.bound(
            today: TimeZones.utc.date(moment),
            zone: TimeZones.utc
          )
          var expected = AnswerCounts()
          for facts in naive { expected.add(rule.answer(facts, operations: operations)) }
          #expect(
            size == expected,
            "seed \(seed), round \(round), \(hours) h, rule \(number): \(rule.json)"
          )
        }
      }
    }
  }

  private func facts(
    _ lines: [String],
    _ location: StoreLocation,
    at moment: Instant
  ) async throws -> [CustomerFacts] {
    let journal = JSONJournal(location)
    var all: [CustomerFacts] = []
    for plain in NaiveBase(lines).facts {
      let history = try await journal.history(
        of: plain.customer.id,
        at: moment,
        zone: TimeZones.utc,
        withScores: true
      )
      let derived = DerivedFacts(
        of: plain.customer,
        account: plain.account,
        history: history,
        catalog: definitions.catalog,
        at: moment,
        zone: TimeZones.utc
      )
      all.append(CustomerFacts(plain.customer, account: plain.account, derived: derived))
    }
    return all
  }
}

extension TemporaryFolder {
  fileprivate func write(_ lines: [String], to path: String) throws {
    try write(lines.joined(separator: "\n") + "\n", to: path)
  }
}
