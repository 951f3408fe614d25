import JSONLogic
import Testing

@testable import RapportDemo

struct SegmentTests {
  let rules = NaiveRule(
    segments: Dictionary(
      uniqueKeysWithValues: DemoFixture.all("segments").map { ($0["id"]?.stringValue ?? "", $0) }
    ),
    customers: DemoFixture.customersByID,
    today: DemoFixture.today
  )

  @Test func `the generator's own answers are those of the rules, for every customer`() throws {
    let store = DemoFixture.store
    var checked = 0
    for profile in store.journalProfiles() {
      let customer = try #require(DemoFixture.customersByID[profile.id])
      let account = store.account(of: profile)
      let memberships = DemoMemberships(of: profile, account: account, today: store.today)
      for (segment, answer) in memberships.answers {
        let expected = try rules.membership(segment, of: customer)
        let agrees = (answer.map { $0 ? 2 : 0 } ?? 1) == expected
        if !agrees { Issue.record("\(profile.id) \(segment): the rule says \(expected)") }
        checked += 1
      }
    }
    #expect(checked == 2_000 * 12)
  }

  @Test func `every segment holds between 1 and 30 of a hundred customers, and some are in none`()
    throws
  {
    var sizes: [String: Int] = [:]
    var counts: [Int: Int] = [:]
    for customer in DemoFixture.customers {
      let segments = try rules.segments.keys.filter {
        try rules.membership($0, of: customer) == 2
      }
      for segment in segments { sizes[segment, default: 0] += 1 }
      counts[segments.count, default: 0] += 1
    }
    for segment in rules.segments.keys {
      #expect((20...600).contains(sizes[segment] ?? 0), "\(segment): \(sizes[segment] ?? 0)")
    }
    #expect((300...800).contains(counts[0] ?? 0))
    #expect(counts.filter { $0.key >= 2 }.values.reduce(0, +) > 400)
  }

  @Test(arguments: [UInt64(42), 7, 4_711])
  func `golden members and nonmembers hold for every seed`(seed: UInt64) throws {
    let store = DemoStore(customers: 100, seed: seed, now: DemoFixture.now)
    let customers = DemoFixture.lines(.customers, of: store)
    let rules = NaiveRule(
      segments: rules.segments,
      customers: Dictionary(
        uniqueKeysWithValues: customers.map { ($0["id"]?.stringValue ?? "", $0) }
      ),
      today: DemoFixture.today
    )
    for (id, segment) in rules.segments {
      for (key, answer) in [("members", 2), ("nonmembers", 0)] {
        for golden in segment["golden"]?[key]?.texts ?? [] {
          let customer = try #require(rules.customers[golden], "\(id): \(golden)")
          #expect(try rules.membership(id, of: customer) == answer, "\(id): \(golden)")
        }
      }
    }
  }

  @Test func `the caller of the Desk drawing is in two segments, and one is not known yet`() throws
  {
    let zoe = try #require(DemoFixture.customersByID["C-004211"])
    var answers: [Int: Set<String>] = [:]
    for segment in rules.segments.keys {
      answers[try rules.membership(segment, of: zoe), default: []].insert(segment)
    }
    #expect(answers[2] == ["loyal-advocates", "mobile-first"])
    #expect(answers[1] == ["green-minded"])
  }

  @Test func `the rules use all six families and the operations of the profile`() {
    let rules = rules.segments.values.compactMap { $0["rule"]?.compact() }.joined()
    let families = [
      "demographic.", "behavioral.", "psychographic.", "geographic.", "technographic.",
      "firmographic.",
    ]
    let operations = [
      "===", "<=", ">=", "in", "some", "all", "none", "within_days", "age_years", "sem_ver",
      "in_segment", "starts_with", "icontains", "count_where",
    ]
    for family in families { #expect(rules.contains("\"" + family)) }
    for operation in operations { #expect(rules.contains("{\"\(operation)\":")) }
  }
}
