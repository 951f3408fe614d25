import Foundation
import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

/// Groups, members and contrasts agree with asking every customer.
struct SegmentMembersTests {
  private static let noon = Instant(seconds: 1_795_348_800)

  private struct World {
    var folder: TemporaryFolder
    var definitions: Definitions
    var counts: SegmentCounts
    var customers: [CustomerFacts]
    /// In the order in which they are listed.
    var evaluator: MembershipEvaluator

    func isIn(_ facts: CustomerFacts, _ group: CustomerGroup) -> Bool {
      func answer(_ id: Segment.ID) -> Membership.Answer? {
        definitions.segments.first { $0.id == id }.map {
          evaluator.membership(of: facts, in: $0).answer
        }
      }
      let active = definitions.segments.filter { $0.status == .active }.count {
        answer($0.id) == .in
      }
      return switch group {
      case .everybody: true
      case .members(let ids): ids.allSatisfy { answer($0) == .in }
      case .notKnown(let id): answer(id) == .unknown
      case .rest(let id): answer(id) != .in
      case .inNone: active == 0
      case .inSeveral: active > 1
      }
    }
  }

  /// With a tail behind the snapshot.
  private func world(_ seed: UInt64) async throws -> World {
    var source = RandomCustomers(seed: seed + 900)
    let folder = try TemporaryFolder()
    let lines = (0..<500).map { _ in source.line() }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "customers.jsonl")
    var definitions = Definitions(
      settings: StoreSettings(name: "Test", company: "Test"),
      catalog: RandomCustomers.catalog
    )
    for number in 0..<4 {
      var segment = Segment(id: Segment.ID("s\(number)"), name: "S\(number)", priority: number + 1)
      segment.rule = try Rule(source.rule(2), operations: RuleOperations.names)
      if number == 3 { segment.status = .draft }
      definitions.segments.append(segment)
    }
    let counts = SegmentCounts(StoreLocation(folder.path), definitions)
    _ = try await counts.prepare(at: Self.noon)
    let more = (0..<60).map { _ in source.line() }
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: folder("customers.jsonl")))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data((more.joined(separator: "\n") + "\n").utf8))
    try handle.close()
    return World(
      folder: folder,
      definitions: definitions,
      counts: counts,
      customers: NaiveBase(lines + more).facts,
      evaluator: MembershipEvaluator(definitions, at: Self.noon)
    )
  }

  private static let groups: [CustomerGroup] = [
    .everybody, .members(["s0"]), .members(["s1"]), .members(["s0", "s2"]), .notKnown("s1"),
    .rest(of: "s2"), .inNone, .inSeveral, .members(["s3"]), .members(["none"]),
  ]

  @Test(arguments: 1...2)
  func `a list's count is its length, and lists exactly those who belong`(seed: UInt64) async throws
  {
    let world = try await world(seed)
    let overview = try await world.counts.overview(at: Self.noon)
    #expect(overview.customers == world.customers.count)
    for group in Self.groups {
      let expected = Set(world.customers.filter { world.isIn($0, group) }.map(\.customer.id))
      var listed: [Customer.ID] = []
      var count = 0
      repeat {
        let query = MemberQuery(group, offset: listed.count, limit: 37)
        let page = try await world.counts.members(query, at: Self.noon)
        count = page.count
        listed += page.rows.map(\.id)
        if page.rows.isEmpty { break }
      } while listed.count < count
      #expect(count == listed.count && count == expected.count, "seed \(seed), \(group)")
      #expect(Set(listed) == expected, "seed \(seed), \(group)")
      if case .members(let ids) = group, ids.count == 1, ids != ["none"] {
        #expect(overview.size(of: ids[0])?.counts.isIn == count)
      }
    }
    let none = try await world.counts.members(MemberQuery(.inNone, limit: 0), at: Self.noon)
    #expect(overview.inNone == none.count)
    let several = try await world.counts.members(MemberQuery(.inSeveral, limit: 0), at: Self.noon)
    #expect(overview.inSeveral == several.count)
  }

  @Test(arguments: 1...3)
  func `the values of members are those that rules read`(seed: UInt64) async throws {
    let world = try await world(seed)
    let columns = ["behavioral.orders", "firmographic.industry", "tags", "kind"]
    let query = MemberQuery(.everybody, columns: columns, limit: .max)
    let page = try await world.counts.members(query, at: Self.noon)
    let facts = Dictionary(world.customers.map { ($0.customer.id, $0) }) { $1 }
    for row in page.rows {
      let own = facts[row.id]
      #expect(row.values == columns.map { own?.value(at: $0) })
    }
  }

  @Test(arguments: 1...4)
  func `a contrast is that of asking everybody`(seed: UInt64) async throws {
    let world = try await world(seed)
    let pairs: [(CustomerGroup, CustomerGroup)] = [
      (.members(["s0"]), .rest(of: "s0")), (.members(["s1"]), .members(["s2"])),
      (.inNone, .everybody),
    ]
    for (first, second) in pairs {
      let found = try await world.counts.contrast(first, with: second, at: Self.noon)
      let one = world.customers.filter { world.isIn($0, first) }
      let other = world.customers.filter { world.isIn($0, second) }
      #expect(found.first == one.count && found.second == other.count)
      for attribute in world.definitions.catalog.sorted where !attribute.personal {
        var tally = AttributeTally(attribute, zone: TimeZones.utc)
        for facts in one { tally.add(facts.value(at: attribute.path), first: 1, second: 0) }
        for facts in other { tally.add(facts.value(at: attribute.path), first: 0, second: 1) }
        let expected = tally.contrast
        let own = found.attributes.first { $0.id == attribute.path }
        let name = "seed \(seed), \(first), \(attribute.path)"
        #expect(own?.known ?? (-1, -1) == expected.known, "\(name)")
        #expect(own?.numbers?.first.count == expected.numbers?.first.count, "\(name)")
        #expect(Set(own?.levels ?? []) == Set(expected.levels), "\(name)")
        let distance = abs((own?.difference ?? 0) - (expected.difference ?? 0))
        #expect(distance < 1e-9, "\(name)")
      }
    }
  }

  @Test func `members are found by name and id, in the snapshot and behind it`() async throws {
    let folder = try TemporaryFolder()
    let names = ["Zoë Müller", "Ana Petrov", "Zoltan Kiss"]
    var lines = names.enumerated().map { #"{"id":"C-\#($0)","name":"\#($1)"}"# }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "customers.jsonl")
    var definitions = Definitions(
      settings: StoreSettings(name: "Test", company: "Test"),
      catalog: AttributeCatalog(Attribute.builtIn)
    )
    var all = Segment(id: "all", name: "All", priority: 1)
    all.rule = try Rule(true, operations: RuleOperations.names)
    definitions.segments = [all]
    let counts = SegmentCounts(StoreLocation(folder.path), definitions)
    func found(_ text: String) async throws -> [String] {
      let page = try await counts.members(MemberQuery(.members(["all"]), text: text), at: Self.noon)
      #expect(page.count == page.rows.count)
      return page.rows.map(\.id.rawValue)
    }
    #expect(try await found("zo") == ["C-0", "C-2"])
    #expect(try await found("zoe mul") == ["C-0"])
    lines += [#"{"id":"C-9","name":"Zora Mulder"}"#, #"{"id":"C-0","name":"Zoë Meyer"}"#]
    try folder.write(lines.joined(separator: "\n") + "\n", to: "customers.jsonl")
    #expect(try await found("zo") == ["C-2", "C-9", "C-0"])
    #expect(try await found("muller") == [])
    #expect(try await found("c-9") == ["C-9"])
    #expect(try await found("petrov") == ["C-1"])
  }

  @Test func `a damaged snapshot gives nobody who does not belong, and nobody twice`() async throws
  {
    let folder = try TemporaryFolder()
    let lines = (0..<300).map { number in
      let account = number > 200 ? #","account":"C-\#(number % 7)""# : ""
      return
        #"{"id":"C-\#(number)","name":"Zoe","behavioral":{"orders":\#(number % 3)}\#(account)}"#
    }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "customers.jsonl")
    var definitions = Definitions(
      settings: StoreSettings(name: "Test", company: "Test"),
      catalog: RandomCustomers.catalog
    )
    var segment = Segment(id: "some", name: "Some", priority: 1)
    segment.rule = try Rule(
      [">=": [["var": "behavioral.orders"], 1]],
      operations: RuleOperations.names
    )
    definitions.segments = [segment]
    /// Everybody with the account that was read, from a snapshot that nobody has used yet.
    func given(_ text: String) async throws -> [String] {
      var given: [String] = []
      let counts = SegmentCounts(StoreLocation(folder.path), definitions)
      let query = MemberQuery(.members(["some"]), text: text)
      let count = try await counts.everyMember(query, at: Self.noon) { row in
        given.append("\(row.id) \(row.account?.id.rawValue ?? "-")")
      }
      #expect(count == given.count)
      return given
    }
    let right = try await given("")
    #expect(right.count == 200)
    let name = ".cache/customers.snapshot"
    let whole = try folder.read(name)
    let sections = try #require(SnapshotImage.open(ColumnMemory(copying: whole))).sections
    for (section, place) in sections.sorted(by: { $0.key < $1.key }) where !place.range.isEmpty {
      for text in ["", "zoe"] {
        var bytes = whole
        for position in place.range { bytes[position] ^= 0x5A }
        try folder.write(bytes, to: name)
        #expect(try await given(text) == right, "\(section), \(text)")
      }
    }
  }

  @Test func `a list that stops after some gives the first`() async throws {
    let world = try await world(5)
    func given(atMost most: Int?) async throws -> [Customer.ID] {
      var ids: [Customer.ID] = []
      let query = MemberQuery(.everybody)
      let count = try await world.counts.everyMember(query, atMost: most, at: Self.noon) {
        ids.append($0.id)
      }
      #expect(count == ids.count)
      return ids
    }
    let all = try await given(atMost: nil)
    #expect(all.count == world.customers.count)
    for most in [0, 1, 37, all.count, all.count + 1] {
      #expect(try await given(atMost: most) == Array(all.prefix(most)))
    }
  }

  @Test func `identified, likely double and unknown callers are told apart`() async throws {
    let folder = try TemporaryFolder()
    let lines = [
      #"{"id":"A","name":"Zoë","phones":["+49 30 901820"],"emails":["zoe@example.org"]}"#,
      #"{"id":"B","name":"Zoë M","phones":["+4930901820"]}"#,
      #"{"id":"C","emails":["ana@example.org","z@example.org"]}"#,
      #"{"id":"D","emails":["Z@example.org"]}"#, #"{"id":"E","name":"Only a name"}"#,
      #"{"id":"F","behavioral":{"orders":1}}"#,
      #"{"id":"G","kind":"account","name":"Firm","phones":["+49 30 901820"]}"#,
    ]
    try folder.write(lines.joined(separator: "\n") + "\n", to: "customers.jsonl")
    try folder.write(
      [
        #"{"id":"1","customer":"A","at":"2026-11-01T10:00:00Z","channel":"phone"}"#,
        #"{"id":"2","at":"2026-11-01T10:00:00Z","channel":"phone"}"#,
        #"{"id":"3","at":"2026-11-01T11:00:00Z","channel":"chat"}"#, #"{"id":"3","deleted":true}"#,
        #"{"id":"4","at":"2026-11-01T12:00:00Z","channel":"chat"}"#,
        #"{"id":"4","customer":"B","at":"2026-11-01T12:00:00Z","channel":"chat"}"#,
      ].joined(separator: "\n") + "\n",
      to: "journal/interactions.jsonl"
    )
    var definitions = Definitions(
      settings: StoreSettings(name: "Test", company: "Test"),
      catalog: AttributeCatalog(Attribute.builtIn)
    )
    var named = Segment(id: "all", name: "All", priority: 1)
    named.rule = try Rule(true, operations: RuleOperations.names)
    definitions.segments = [named]
    let counts = SegmentCounts(StoreLocation(folder.path), definitions)
    var identities = try await counts.identities(at: Self.noon)
    #expect(identities.identified == 6 && identities.reachable == 5)
    #expect(identities.likelyDuplicates == 4)
    #expect(identities.anonymousContacts == 1)
    #expect(identities.reachableMembers == ["all": 5])
    // The same where one of a pair stands behind the snapshot.
    let more = lines + [#"{"id":"H","phones":["+49 30 901820"]}"#, #"{"id":"C","name":"C"}"#]
    try folder.write(more.joined(separator: "\n") + "\n", to: "customers.jsonl")
    identities = try await counts.identities(at: Self.noon)
    #expect(identities.likelyDuplicates == 3 && identities.identified == 7)
  }
}
