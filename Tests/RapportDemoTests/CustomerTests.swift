import JSONLogic
import RapportDemo
import Testing

struct CustomerTests {
  let customers = DemoFixture.customers

  @Test func `two thousand customers, accounts included, each with an id of its own`() {
    #expect(customers.count == 2_000)
    #expect(DemoFixture.ids(customers).count == 2_000)
    let accounts = customers.filter { $0["kind"] == "account" }
    #expect((60...120).contains(accounts.count))
  }

  @Test(arguments: [1, 40, 137, 500])
  func `the number asked for is the number made, once the hand-written ones fit`(count: Int) {
    let store = DemoStore(customers: count, now: DemoFixture.now)
    let lines = DemoFixture.lines(.customers, of: store)
    #expect(lines.count == store.customers)
    #expect(store.customers == max(count, 38))
  }

  @Test(arguments: DemoStore.Records.allCases)
  func `the same seed gives the same bytes`(records: DemoStore.Records) {
    let make = { (seed: UInt64) in
      DemoFixture.bytes(records, of: DemoStore(customers: 40, seed: seed, now: DemoFixture.now))
    }
    #expect(make(1) == make(1))
    #expect(make(1) != make(2))
  }

  @Test func `more customers are the same ones and then others`() {
    let few = DemoFixture.bytes(.customers, of: DemoStore(customers: 200, now: DemoFixture.now))
    #expect(DemoFixture.bytes(.customers).starts(with: few))
  }

  @Test func `what links to an account links to one that is there`() {
    for customer in customers {
      guard let account = customer["account"]?.stringValue else { continue }
      #expect(DemoFixture.customersByID[account]?["kind"] == "account", "\(account)")
    }
  }

  @Test func `e-mail goes to reserved domains only`() {
    for customer in customers {
      for email in customer["emails"]?.texts ?? [] {
        let parts = email.split(separator: "@")
        #expect(
          parts.count == 2 && ["example.org", "example.com", "example.net"].contains(parts[1])
        )
        let isPlain = email.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "._-@".utf8.contains($0)
        }
        #expect(isPlain, "\(email)")
      }
    }
  }

  @Test func `phones have seven to seventeen digits in many notations`() {
    var notations: Set<String> = []
    for customer in customers {
      for phone in customer["phones"]?.texts ?? [] {
        let digits = phone.filter(\.isNumber)
        #expect((7...17).contains(digits.count), "\(phone)")
        notations.insert(String(phone.map { $0.isNumber ? "0" : $0 }))
      }
    }
    #expect(notations.count > 60)
  }

  @Test func `names come in many scripts, and some are one word or none`() {
    var scripts: Set<String> = []
    var (single, none) = (0, 0)
    for customer in customers where customer["kind"] != "account" {
      guard let name = customer.at("name.full")?.stringValue else {
        none += 1
        continue
      }
      if customer.at("name.family") == nil { single += 1 }
      for scalar in name.unicodeScalars { scripts.insert(Self.script(of: scalar)) }
    }
    let wanted: Set<String> = [
      "latin", "greek", "cyrillic", "hebrew", "arabic", "devanagari", "thai", "kana or han",
      "hangul",
    ]
    #expect(scripts.isSuperset(of: wanted))
    #expect(single > 10 && none > 20)
  }

  private static func script(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x41...0x24F: "latin"
    case 0x370...0x3FF: "greek"
    case 0x400...0x4FF: "cyrillic"
    case 0x590...0x5FF: "hebrew"
    case 0x600...0x6FF: "arabic"
    case 0x900...0x97F: "devanagari"
    case 0xE00...0xE7F: "thai"
    case 0x3040...0x30FF, 0x4E00...0x9FFF: "kana or han"
    case 0xAC00...0xD7AF: "hangul"
    default: "other"
    }
  }

  @Test func `names do not run out`() {
    let store = DemoStore(customers: 4_000, now: DemoFixture.now)
    var words: Set<Substring> = []
    var seen = 0
    var half = 0
    for customer in DemoFixture.lines(.customers, of: store) {
      words.formUnion((customer.at("name.full")?.stringValue ?? "").split(separator: " "))
      seen += 1
      if seen == 2_000 { half = words.count }
    }
    // A million customers have 245,000; growth at this scale tells that lists were not exhausted.
    #expect(words.count > 3_500)
    #expect(Double(words.count) > 1.5 * Double(half))
  }

  @Test func `some of every attribute is missing, and none is missing from everybody`() {
    let people = customers.filter { $0["kind"] != "account" }
    for attribute in DemoFixture.list("attributes.json") {
      let path = attribute["path"]?.stringValue ?? ""
      let known = people.filter { $0.at(path) != nil }.count
      if path.contains(".") && !path.hasPrefix("firmographic.") {
        #expect(known < people.count * 92 / 100, "\(path)")
      }
      if path != "kind" { #expect(known > 0, "\(path)") }
    }
    let stale = people.filter { ($0["asOf"]?.stringValue).map { $0 < "2026-08-25" } ?? false }
    #expect((150...500).contains(stale.count))
    #expect(people.contains { $0["notSaid"] != nil } && people.contains { $0["observed"] != nil })
  }

  @Test func `no date lies in the future, save the end of a contract`() throws {
    for customer in customers {
      for (place, text) in customer.strings() where place != "/firmographic/contractEnds" {
        guard text.utf8.count >= 10, text.utf8.dropFirst(4).first == UInt8(ascii: "-"),
          let day = Day(text)
        else { continue }
        #expect(day <= DemoFixture.today, "\(customer["id"]?.stringValue ?? "")\(place)")
      }
    }
  }

  @Test func `the hand-written caller is as the Desk shows her`() throws {
    let zoe = try #require(DemoFixture.customersByID["C-004211"])
    #expect(zoe.at("name.full") == "Zoë Müller")
    #expect(zoe["company"] == "Kiefer Optik GmbH")
    #expect(zoe.at("behavioral.orders") == 14)
    #expect(zoe.at("behavioral.lastOrder") == "2026-10-02")
    #expect(zoe["note"] == "Prefers e-mail after 18:00.")
    #expect(zoe["phones"]?.texts == ["+49 30 901820"])
  }
}
