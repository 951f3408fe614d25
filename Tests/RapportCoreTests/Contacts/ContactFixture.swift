import JSONLogic
import RapportCore
import Testing

/// A small company in versions that tell each other apart, and a contact with everything in it.
enum ContactFixture {
  static let store: [String: JSON] = [
    "store.json": [
      "name": "tea", "company": "Tea", "format": 1,
      "defaults": ["language": "en", "timeZone": "Europe/Berlin", "tone": "plain"],
    ],
    "agents.json": [
      ["id": "mk", "name": "Maria", "languages": ["en"]],
      ["id": "jr", "name": "Jürgen", "languages": ["de"]],
    ],
    "intents.json": [["id": "bill", "title": ["en": "Billing dispute"]]],
    "attributes.json": [
      ["path": "behavioral.orders", "label": ["en": "orders"], "type": "integer"],
      ["path": "psychographic.values", "label": ["en": "values"], "type": "list"],
    ],
    "tones/plain.json": ["id": "plain", "name": "Plain", "revision": 4],
    "segments/loyal.json": [
      "id": "loyal", "name": "Loyal", "status": "active", "priority": 1, "revision": 7,
      "goal": ["text": "Keep them"], "rule": [">=": [["var": "behavioral.orders"], 12]],
    ],
    "segments/green.json": [
      "id": "green", "name": "Green", "status": "active", "priority": 2, "revision": 3,
      "goal": ["text": "Keep them"], "rule": ["in": ["green", ["var": "psychographic.values"]]],
    ],
    "segments/rare.json": [
      "id": "rare", "name": "Rare", "status": "active", "priority": 3, "revision": 2,
      "goal": ["text": "Keep them"], "rule": ["<": [["var": "behavioral.orders"], 2]],
    ],
    "scripts/charged.json": [
      "id": "charged", "title": "Charged twice", "intent": "bill", "revision": 5,
      "steps": [["id": "open", "kind": "say", "label": "Open", "text": ["en": "Hello."]]],
    ],
  ]

  static var now: Instant {
    get throws { try #require(Instant(parsing: "2026-11-22T14:04:00Z")) }
  }

  static func guidance(of contact: Contact) throws -> Guidance {
    let definitions = Definitions(decoding: DefinitionDocuments(files: store))
    #expect(definitions.problems.isEmpty, "\(definitions.problems)")
    let customer = Customer(
      id: "C-1",
      record: ["id": "C-1", "behavioral": ["orders": 14], "language": "en"]
    )
    return Tailor(definitions).guidance(
      for: contact.customer == nil ? nil : customer,
      account: nil,
      in: Situation(of: contact, agent: definitions.agents.first, now: try now)
    )
  }

  static var contact: Contact {
    get throws {
      var contact = Contact(
        id: "01JDTEST",
        agent: "mk",
        customer: "C-1",
        openedAt: try now.adding(seconds: -312),
        channel: .chat
      )
      contact.intent = "bill"
      contact.language = "en"
      contact.mood = .upset
      contact.ticks = ["open": .done, "who": .skipped]
      contact.branches = ["what": "refund"]
      contact.asks = ["order": "AB-123456"]
      contact.offers = ["line": .done, "voucher": .skipped]
      contact.verified = ["geographic.postcode"]
      contact.note = "wants it in writing"
      contact.continues = "01JC"
      contact.promise = Promise(due: .moment(try now.adding(seconds: 90_000)), by: "jr", what: "x")
      contact.rating = 2
      contact.handleSeconds = 312
      return contact
    }
  }
}
