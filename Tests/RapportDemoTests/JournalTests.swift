import JSONLogic
import RapportDemo
import Testing

struct JournalTests {
  let interactions = DemoFixture.lines(.interactions, of: DemoFixture.smallStore)

  @Test func `two thousand customers have twenty thousand contacts`() {
    let bytes = DemoFixture.bytes(.interactions)
    #expect(bytes.count { $0 == UInt8(ascii: "\n") } == 20_000)
  }

  @Test func `contacts stand in the order in which they happened, up to the last hours`() {
    let times = interactions.compactMap { $0["at"]?.stringValue }
    let ids = interactions.compactMap { $0["id"]?.stringValue }
    #expect(times.count == 3_000)
    #expect(times == times.sorted())
    #expect(Set(ids).count == 3_000)
    #expect(ids.allSatisfy { $0.utf8.count == 26 })
    #expect((times.last ?? "") <= "2026-11-22T08:44:00Z")
    #expect(times.filter { $0 >= "2026-11-15" }.count > 150)
  }

  @Test func `every contact names customers and definitions that exist`() {
    let scripts = Dictionary(
      uniqueKeysWithValues: DemoFixture.all("scripts").map { ($0["id"]?.stringValue ?? "", $0) }
    )
    let services = DemoFixture.ids(DemoFixture.all("services"))
    let tones = DemoFixture.ids(DemoFixture.all("tones"))
    let segments = DemoFixture.ids(DemoFixture.all("segments"))
    let agents = DemoFixture.ids(DemoFixture.list("agents.json"))
    var seen: Set<String> = []
    for contact in interactions {
      let text = { (key: String) in contact[key]?.stringValue ?? "" }
      #expect(DemoFixture.customersByID[text("customer")] != nil)
      #expect(agents.contains(text("agent")) && tones.contains(text("tone")))
      let script = scripts[text("script")]
      #expect(script?["intent"] == contact["intent"])
      #expect(script?["channels"]?.texts.contains(text("channel")) == true)
      #expect(segments.isSuperset(of: contact["segments"]?.objectValue?.keys ?? []))
      #expect(services.isSuperset(of: contact["offered"]?.texts ?? []))
      let offered = Set(contact["offered"]?.texts ?? [])
      #expect(offered.isSuperset(of: contact["accepted"]?.texts ?? []))
      if let earlier = contact["continues"]?.stringValue { #expect(seen.contains(earlier)) }
      seen.insert(text("id"))
    }
  }

  @Test func `an old promise was kept by the next contact, about the same reason`() {
    var open: [String: JSON] = [:]
    var kept = 0
    for contact in interactions {
      let customer = contact["customer"]?.stringValue ?? ""
      if let promise = open.removeValue(forKey: customer) {
        #expect(contact["intent"] == promise["intent"] && contact["continues"] == promise["id"])
        kept += 1
      }
      if contact["followUp"] != nil { open[customer] = contact }
      #expect((contact["outcome"] == "follow-up") == (contact["followUp"] != nil))
    }
    #expect(kept > 100)
    let oldest = open.values.compactMap { $0["followUp"]?["at"]?.stringValue }.min() ?? ""
    #expect(oldest >= "2026-11-20")
  }

  @Test(arguments: [42, 7] as [UInt64])
  func `each agent has a handful of promises open, some overdue and some due today`(
    seed: UInt64
  ) {
    let store = DemoStore(customers: 1_000, seed: seed, now: DemoFixture.now)
    var open: [String: JSON] = [:]
    for contact in DemoFixture.lines(.interactions, of: store) {
      let customer = contact["customer"]?.stringValue ?? ""
      open[customer] = contact["followUp"]
    }
    let agents = Set(open.values.compactMap { $0["by"]?.stringValue })
    #expect(agents.count >= 8)
    for agent in agents {
      let days = open.values.filter { $0["by"]?.stringValue == agent }
        .compactMap { $0["at"]?.stringValue }.filter { $0 <= "2026-11-22" }.sorted()
      #expect((3...6).contains(days.count), "\(agent): \(days)")
      #expect(days.contains("2026-11-22") && days.first ?? "" < "2026-11-22", "\(agent): \(days)")
    }
  }

  @Test func `her last contact was two days ago by e-mail, not solved, rated 2 of 5`() throws {
    let last = try #require(interactions.last { $0["customer"] == "C-004211" })
    #expect(last["at"] == "2026-11-20T17:41:09Z")
    #expect(last["channel"] == "email")
    #expect(last["script"] == "charged-twice-email")
    #expect(last["outcome"] == "unresolved")
    let rating = try #require(
      DemoFixture.lines(.surveys, of: DemoFixture.smallStore).first {
        $0["interaction"] == last["id"]
      }
    )
    #expect(rating["score"] == 2 && rating["max"] == 5)
  }

  @Test func `ratings lie on their scale and most invitations stay unanswered`() {
    let surveys = DemoFixture.lines(.surveys, of: DemoFixture.smallStore)
    let answered = surveys.filter { $0["score"] != nil }
    #expect((300...900).contains(answered.count) && answered.count < surveys.count / 2)
    let contacts = DemoFixture.ids(interactions)
    for survey in answered {
      let score = survey["score"]?.intValue ?? -1
      #expect((survey["min"]?.intValue ?? 0)...(survey["max"]?.intValue ?? 0) ~= score)
      if let contact = survey["interaction"]?.stringValue { #expect(contacts.contains(contact)) }
    }
    #expect(Set(answered.compactMap { $0["kind"]?.stringValue }) == ["csat", "loyalty"])
  }

  @Test func `orders agree with what the customers' records say`() throws {
    var paid: [String: [JSON]] = [:]
    for order in DemoFixture.lines(.orders) where order["state"] == "paid" {
      paid[order["customer"]?.stringValue ?? "", default: []].append(order)
    }
    var checked = 0
    for (id, orders) in paid {
      let record = try #require(DemoFixture.customersByID[id])
      let count = try #require(record.at("behavioral.orders")?.intValue)
      #expect(orders.count == count, "\(id)")
      if let last = record.at("behavioral.lastOrder")?.stringValue {
        #expect(orders.last?["at"]?.stringValue?.hasPrefix(last) == true, "\(id)")
      }
      guard let spend = record.at("behavioral.spend12m")?.doubleValue else { continue }
      let from = DemoFixture.today.ordinal - 365
      let recent = orders.filter { (Day($0["at"]?.stringValue ?? "")?.ordinal ?? 0) > from }
      let sum = recent.compactMap { $0["amount"]?.stringValue.flatMap(Double.init) }.reduce(0, +)
      #expect(abs(sum - spend) < 0.01, "\(id)")
      checked += 1
    }
    #expect(checked > 1_000)
  }

  @Test func `subscriptions begin before they renew, pause or end`() {
    var started: Set<String> = []
    for event in DemoFixture.lines(.lifecycle) {
      let customer = event["customer"]?.stringValue ?? ""
      if event["event"] == "start" { started.insert(customer) }
      #expect(started.contains(customer))
    }
    #expect(started.count > 200)
  }
}
