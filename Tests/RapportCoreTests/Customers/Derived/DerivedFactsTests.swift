import JSONLogic
import Testing

@testable import RapportCore

struct DerivedFactsTests {
  private static let catalog: JSON = [
    [
      "path": "behavioral.lastOrder", "label": ["en": "last order", "de": "letzte Bestellung"],
      "type": "date",
    ]
  ]

  private func definitions(_ rule: JSON) -> Definitions {
    Definitions(
      decoding: DefinitionDocuments(files: [
        "store.json": ["name": "x", "defaults": ["timeZone": "Europe/Berlin"]],
        "attributes.json": Self.catalog,
        "segments/s.json": ["id": "s", "name": "S", "priority": 1, "rule": rule],
      ])
    )
  }

  private func derived(
    _ record: JSONObject,
    _ history: CustomerHistory?,
    at moment: String = "2026-11-22T10:00:00Z"
  ) throws -> DerivedFacts {
    DerivedFacts(
      of: Customer(id: "C-1", record: record),
      account: nil,
      history: history,
      catalog: definitions(true).catalog,
      at: try #require(Instant(parsing: moment)),
      zone: try #require(TimeZones.zone("Europe/Berlin"))
    )
  }

  private func contact(_ at: String, _ channel: Channel?) throws -> (Instant, Channel?) {
    (try #require(Instant(parsing: at)), channel)
  }

  @Test func `contacts are counted by calendar days of the store's zone`() throws {
    let history = CustomerHistory(contacts: [
      // In Berlin the 23rd of October, 30 days ago; one minute earlier it is the 22nd.
      try contact("2026-10-22T22:00:00Z", .email), try contact("2026-10-22T21:59:00Z", .chat),
      try contact("2026-08-24T10:00:00Z", nil), try contact("2025-11-22T10:00:00Z", .phone),
      try contact("2026-11-22T10:00:01Z", .phone),
    ])
    let values = try derived([:], history).values
    #expect(values["behavioral.contacts30"] == 1)
    #expect(values["behavioral.contacts90"] == 3)
    #expect(values["behavioral.contacts365"] == 4)
    #expect(values["behavioral.lastContactDays"] == 30)
    #expect(values["behavioral.lastContactChannel"] == "email")
    let none = try derived([:], CustomerHistory()).values
    #expect(
      none == ["behavioral.contacts30": 0, "behavioral.contacts90": 0, "behavioral.contacts365": 0]
    )
    #expect(try derived([:], nil).values == [:])
  }

  @Test func `the last rating is the customer's own, from 1 to 5, up to the moment`() throws {
    func rating(_ at: String, _ score: Int, _ more: JSONObject = [:]) -> CustomerRating? {
      var survey: JSONObject = ["kind": "csat", "answeredAt": .string(at), "score": JSON(score)]
      for (key, value) in more { survey[key] = value }
      return CustomerRating(survey: survey)
    }
    let history = CustomerHistory(
      ratings: [
        rating("2026-11-01T10:00:00Z", 2),
        rating("2026-11-02T10:00:00Z", 10, ["min": 0, "max": 10]),
        rating("2026-11-03T10:00:00Z", 1, ["source": "agent"]),
        rating("2026-11-23T10:00:00Z", 1),
        CustomerRating(survey: ["kind": "csat", "sentAt": "2026-11-04T10:00:00Z"]),
        rating("2026-11-05T10:00:00Z", 3, ["kind": "loyalty"]),
      ].compactMap(\.self)
    )
    #expect(try derived([:], history).values["behavioral.lastRating"] == 5)
    let reversed = CustomerHistory(
      ratings: [rating("2026-11-01T10:00:00Z", 1, ["reversed": true])].compactMap(\.self)
    )
    #expect(try derived([:], reversed).values["behavioral.lastRating"] == 5)
  }

  @Test func `dates have ages, also over a 29 February`() throws {
    let values = try derived(["behavioral": ["lastOrder": "2024-02-29"]], nil).values
    #expect(values["behavioral.lastOrderDays"] == 997)
    #expect(values["behavioral.lastOrderYears"] == 2)
    let early = try derived(
      ["behavioral": ["lastOrder": "2024-02-29"]],
      nil,
      at: "2026-02-28T12:00:00Z"
    )
    #expect(early.values["behavioral.lastOrderYears"] == 1)
    #expect(try derived(["behavioral": ["lastOrder": "2027-01-01"]], nil).values == [:])
  }

  @Test func `rules read them and say them like any other, and what is stored wins`() throws {
    let rule: JSON = [
      "and": [
        [">=": [["var": "behavioral.contacts30"], 2]],
        ["<": [["var": "behavioral.lastOrderDays"], 60]],
      ]
    ]
    let definitions = definitions(rule)
    #expect(
      StoreCheck.problems(of: definitions, at: Instant(seconds: 0)).filter {
        $0.severity == .error && $0.place.file.hasPrefix("segments")
      } == []
    )
    let history = CustomerHistory(contacts: [
      try contact("2026-11-20T10:00:00Z", .email), try contact("2026-11-21T10:00:00Z", .phone),
    ])
    func membership(_ record: JSONObject) throws -> Membership {
      let moment = try #require(Instant(parsing: "2026-11-22T10:00:00Z"))
      let facts = CustomerFacts(
        Customer(id: "C-1", record: record),
        derived: try derived(record, history)
      )
      let evaluator = MembershipEvaluator(definitions, at: moment)
      return try #require(evaluator.memberships(of: facts).first)
    }
    let member = try membership(["behavioral": ["lastOrder": "2026-11-02"]])
    #expect(member.answer == .in)
    #expect(
      member.why == "2 contacts in 30 days (2 or more), 20 days since last order (less than 60)"
    )
    let stored = try membership(["behavioral": ["lastOrder": "2026-11-02", "contacts30": 0]])
    #expect(stored.why == "0 contacts in 30 days (2 or more)")
    #expect(try membership([:]).why == "not known: days since last order")
  }

  @Test func `an attribute that the store declares keeps its own meaning`() {
    let own: JSON = [["path": "behavioral.contacts30", "label": "Besuche", "type": "text"]]
    let definitions = Definitions(
      decoding: DefinitionDocuments(files: ["store.json": ["name": "x"], "attributes.json": own])
    )
    #expect(definitions.catalog["behavioral.contacts30"]?.kind == .text)
    #expect(definitions.catalog["behavioral.contacts90"]?.derivation == .contacts(days: 90))
    #expect(definitions.catalog["sinceYears"]?.label.text(in: "en") == "years since customer")
  }
}
