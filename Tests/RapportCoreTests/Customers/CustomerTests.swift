import JSONLogic
import Testing

@testable import RapportCore

struct CustomerTests {
  static let zoe = Customer(
    id: "C-004211",
    record: [
      "id": "C-004211",
      "name": [
        "full": "Zoë Müller", "given": "Zoë", "family": "Müller", "preferred": "Zoë",
        "salutation": "Frau",
      ],
      "emails": ["zoe.mueller@example.org"], "phones": ["+49 30 901820"],
      "company": "Kiefer Optik GmbH", "account": "A-0031", "owner": "mk", "language": "de",
      "timeZone": "Europe/Berlin", "since": "2021-03-14", "tags": ["beta"],
      "note": "Prefers e-mail after 18:00.",
      "behavioral": ["orders": 14, "lastOrder": "2026-10-02"],
      "geographic": ["country": "DE", "city": "Berlin"], "firmographic": ["industry": "optics"],
      "notSaid": ["psychographic.values": "2026-11-21"], "asOf": "2026-09-01",
      "observed": ["behavioral.orders": "2026-10-03"], "updated": "2026-10-02T09:12:00Z",
    ]
  )

  static let kiefer = Customer(
    id: "A-0031",
    record: [
      "id": "A-0031", "kind": "account", "name": ["full": "Kiefer Optik GmbH"],
      "firmographic": ["industry": "retail", "employees": 38],
    ]
  )

  @Test func `the fields of a record are read`() {
    let zoe = Self.zoe
    #expect(zoe.emails == ["zoe.mueller@example.org"])
    #expect(zoe.account == "A-0031" && zoe.owner == "mk" && zoe.kind == .person && zoe.rev == 0)
    #expect(zoe.since == CalendarDate(parsing: "2021-03-14"))
    #expect(zoe.updated == Instant(parsing: "2026-10-02T09:12:00Z"))
    #expect(zoe.value(at: "behavioral.orders") == 14)
    #expect(zoe.value(at: "behavioral.nothing") == nil)
    #expect(zoe.notSaid("psychographic.values") == CalendarDate(parsing: "2026-11-21"))
    #expect(zoe.observed("behavioral.orders") == CalendarDate(parsing: "2026-10-03"))
    #expect(zoe.observed("behavioral.lastOrder") == CalendarDate(parsing: "2026-09-01"))
    #expect(Customer(record: ["name": "x"]) == nil)
    #expect(Customer(record: ["id": ""]) == nil)
  }

  @Test(arguments: [
    (#"{"name": {"given": "Ana", "family": "Petrov"}}"#, "Ana Petrov"),
    (#"{"name": {"given": "伟", "family": "王"}, "language": "zh-Hans"}"#, "王 伟"),
    (#"{"name": "Cher"}"#, "Cher"), (#"{"name": {"preferred": "Bo"}}"#, "Bo"),
    (#"{"company": "Kiefer"}"#, "Kiefer"), ("{}", "no name"),
    (#"{"name": {"full": "  "}}"#, "no name"), (#"{"name": 5}"#, "no name"),
  ])
  func `a name is shown in any form`(record: String, shown: String) throws {
    let record = try #require(try JSON(parsing: record).objectValue)
    #expect(CustomerPresentation(Customer(id: "1", record: record)).name == shown)
  }

  @Test func `masked, personal values only tell two customers apart`() throws {
    let shown = CustomerPresentation(Self.zoe, account: Self.kiefer, masked: true)
    #expect(shown.name == "Z. M.")
    #expect(shown.company == "K. O. G.")
    #expect(shown.emails == ["z…@…"])
    #expect(shown.phones == ["…20"])
    #expect(shown.note == "hidden")
    #expect(shown.place == "Berlin")
    let wording = try Self.wording()
    let catalog = AttributeCatalog(Attribute.builtIn)
    let company = try #require(catalog["company"])
    #expect(shown.words(company, wording) == "hidden")
    #expect(CustomerPresentation(Self.zoe).words(company, wording) == "Kiefer Optik GmbH")
  }

  @Test func `a person reads what is missing about the firm from the account`() {
    let facts = CustomerFacts(Self.zoe, account: Self.kiefer)
    #expect(facts.value(at: "firmographic.employees") == 38)
    #expect(facts.value(at: "firmographic.industry") == "optics")
    #expect(facts.isInherited("firmographic.employees"))
    #expect(!facts.isInherited("firmographic.industry"))
    #expect(facts.value(at: "kind") == "person")
    #expect(facts.value(at: "name") == "Zoë Müller")
    #expect(CustomerFacts(Self.zoe).value(at: "firmographic.employees") == nil)
  }

  static func wording(_ languages: [String] = ["en"]) throws -> Wording {
    Wording(
      languages: languages,
      zone: try #require(TimeZones.zone("Europe/Berlin")),
      today: try #require(CalendarDate(parsing: "2026-11-22"))
    )
  }
}
