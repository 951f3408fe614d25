import JSONLogic
import Testing

@testable import RapportCore

struct TailorTests {
  /// Friday 2026-11-20, 15:00 in Berlin.
  private static let now = Instant(seconds: 1_795_183_200)

  private static let store: [String: JSON] = [
    "store.json": [
      "name": "northwind", "company": ["name": "Northwind", "phone": "+49 30 1"], "format": 1,
      "defaults": ["language": "en", "timeZone": "Europe/Berlin", "tone": "plain"],
      "always": [
        [
          "id": "next-step", "kind": "do", "at": "end", "label": "Before you close",
          "text": ["en": "Say what happens next.", "de": "Sag, was passiert."],
        ]
      ],
    ],
    "agents.json": [["id": "mk", "name": "Maria", "languages": ["en"]]],
    "intents.json": [
      [
        "id": "bill", "title": ["en": "Billing dispute"], "caps": ["humor": -2],
        "offers": "after-solution",
      ]
    ],
    "attributes.json": [
      ["path": "behavioral.orders", "label": ["en": "orders"], "type": "integer"],
      ["path": "behavioral.lastOrder", "label": ["en": "last order"], "type": "date"],
      [
        "path": "geographic.postcode", "label": ["en": "postcode"], "type": "text", "find": true,
      ],
      [
        "path": "technographic.device", "label": ["en": "device"], "type": "choice",
        "choices": [["value": "ios", "label": ["en": "iPhone", "de": "iPhone"]]],
      ],
      ["path": "behavioral.subscribed", "label": ["en": "subscribed"], "type": "boolean"],
      ["path": "technographic.bikes", "label": ["en": "bikes"], "type": "list"],
    ],
    "tones/plain.json": [
      "id": "plain", "name": "Plain",
      "phrases": [
        "en": [
          "greeting": "Hello {{customer.callName}}, here is {{agent.name}}.", "closing": "Bye.",
        ],
        "de": ["greeting": "Guten Tag {{customer.callName}}!", "closing": "Bis bald."],
      ],
    ],
    "tones/warm.json": [
      "id": "warm", "name": "Warm", "address": ["de": "du"], "voice": ["empathy": 2],
      "phrases": [
        "de": ["greeting": "Hallo {{customer.callName}}!", "apology": "Das tut mir leid."],
        "en": ["apology": "I am sorry."],
      ],
    ],
    "segments/loyal.json": [
      "id": "loyal", "name": "Loyal advocates", "status": "active", "priority": 1,
      "goal": ["text": "Keep them"], "tone": "warm", "services": ["line"],
      "rule": [">=": [["var": "behavioral.orders"], 12]],
    ],
    "services/line.json": [
      "id": "line", "name": "Priority line", "kind": "support-hours",
      "offer": ["en": "The {{service.name}} is yours.", "de": "Die {{service.name}} ist da."],
      "hours": ["timeZone": "Europe/Berlin", "weekly": ["fri": ["08:00-20:00"]]],
    ],
    "scripts/charged.json": [
      "id": "charged", "title": "Charged twice", "intent": "bill",
      "subject": ["en": "Your order {{ask.order}}", "de": "Deine Bestellung {{ask.order}}"],
      "asks": [
        ["id": "order", "label": ["en": "Order number"], "pattern": "[A-Z]{2}-[0-9]{6}"]
      ],
      "steps": [
        [
          "id": "open", "kind": "say", "label": "Open",
          "text": ["en": "{{> greeting}}", "de": "{{> greeting}}"],
        ],
        [
          "id": "who", "kind": "verify", "label": "Verify", "needs": ["geographic.postcode"],
          "text": ["en": "Your postcode, please?", "de": "Deine Postleitzahl?"],
        ],
        [
          "id": "fix", "kind": "say", "label": "Put it right",
          "text": [
            "en": "Order {{ask.order}} of {{customer.behavioral.lastOrder}} is paid back.",
            "de": "Bestellung {{ask.order}} vom {{customer.behavioral.lastOrder}} ist erstattet.",
          ],
        ],
        [
          "id": "close", "kind": "say", "label": "Close",
          "text": ["en": "{{> closing}}", "de": "{{> closing}}"],
        ],
      ],
    ],
  ]

  private func tailor(_ change: (inout [String: JSON]) -> Void = { _ in }) -> Tailor {
    var files = Self.store
    change(&files)
    return Tailor(Definitions(decoding: DefinitionDocuments(files: files)))
  }

  private func customer(_ json: JSON? = nil) throws -> Customer {
    let record: JSON =
      json ?? [
        "id": "C-1", "name": ["given": "Zoë", "family": "Müller"], "language": "de",
        "timeZone": "Europe/Berlin", "geographic": ["country": "DE", "postcode": "10115"],
        "behavioral": ["orders": 14, "lastOrder": "2026-10-02", "subscribed": true],
        "technographic": ["device": "ios", "bikes": ["e-cargo", "city"]],
      ]
    let object = try #require(record.objectValue)
    return try #require(Customer(record: object))
  }

  private func guidance(
    _ tailor: Tailor,
    _ customer: Customer?,
    answer: Membership.Answer = .in,
    _ change: (inout Situation) -> Void = { _ in }
  ) -> Guidance {
    var situation = Situation(
      agent: tailor.definitions.agents.first,
      channel: .phone,
      intent: "bill",
      now: Self.now
    )
    change(&situation)
    let loyal = Membership(
      segment: "loyal",
      name: "Loyal advocates",
      revision: 1,
      answer: answer,
      because: []
    )
    return tailor.guidance(
      customer: customer,
      account: nil,
      situation: situation,
      memberships: [loyal],
      read: { _ in RuleReading(.in, because: "") }
    )
  }

  @Test func `a call is tailored to the segment, the tone and the language`() throws {
    let tailor = tailor()
    #expect(tailor.definitions.problems.isEmpty, "\(tailor.definitions.problems)")
    #expect(tailor.problems.isEmpty)
    let guidance = guidance(tailor, try customer()) { $0.asks = ["order": "AB-123456"] }
    #expect(guidance.tone.tone.id == "warm" && guidance.tone.from == "loyal")
    let script = try #require(guidance.script)
    #expect(script.language == "de")
    #expect(script.because == "for everybody, in German")
    #expect(script.notice == "German is not among your languages")
    #expect(script.steps.map(\.id) == ["open", "who", "fix", "next-step", "close"])
    #expect(
      script.steps.map { $0.spans.complete } == [
        "Hallo Zoë!", "Deine Postleitzahl?",
        "Bestellung AB-123456 vom 2. Oktober 2026 ist erstattet.", "Sag, was passiert.",
        "Bis bald.",
      ]
    )
    #expect(script.steps[1].compare.first?.label == "postcode")
    #expect(script.steps[1].compare.first?.value == "10115")
    #expect(script.steps[3].always)
    let line = try #require(guidance.services.first)
    #expect(line.status == "open, until 20:00 here and there")
    #expect(line.waits == "after the solution")
    // The name has no German text of its own: it is a plain text in the store's language.
    #expect(line.say.contains(.hole(path: "service.name", label: "service.name")))
  }

  @Test func `blanks are labelled, and what was filled in by hand goes first`() throws {
    let tailor = tailor()
    let caller = try customer(["id": "C-2", "name": "", "language": "en"])
    let fix = try #require(guidance(tailor, caller).script?.steps[2])
    #expect(
      fix.spans.preview == "Order [Order number] of [last order] is paid back."
    )
    let filled = guidance(tailor, caller) {
      $0.asks = ["order": "AB-1", "customer.behavioral.lastOrder": "May"]
    }
    #expect(filled.script?.steps[2].spans.complete == "Order AB-1 of May is paid back.")
  }

  @Test(arguments: [
    ["id": "C-3"] as JSON, ["id": "C-3", "name": ["full": " "]],
    ["id": "C-3", "name": ["full": "Kiefer GmbH"], "kind": "account"],
  ])
  func `a greeting without a name is whole`(record: JSON) throws {
    let script = guidance(tailor(), try customer(record)).script
    #expect(script?.steps[0].spans.complete == "Hello, here is Maria.")
  }

  @Test func `a caller who stays unknown is greeted in the default tone`() {
    let guidance = guidance(tailor(), nil, answer: .unknown)
    #expect(guidance.tone.tone.id == "plain")
    #expect(guidance.tone.prospects.map(\.tone) == ["warm"])
    #expect(guidance.script?.steps[0].spans.complete == "Hello, here is Maria.")
    #expect(guidance.services.first?.because == "ask first: Loyal advocates not known yet")
  }

  @Test func `an upset caller hears an apology first`() throws {
    let guidance = guidance(tailor(), try customer()) { $0.mood = .upset }
    #expect(guidance.script?.steps.map(\.id).prefix(2) == ["open", "apology"])
    #expect(guidance.script?.steps[1].spans.complete == "Das tut mir leid.")
    #expect(guidance.tone.words.first == "apology first")
  }

  /// What is said, step by step, where the script apologizes in its third step.
  private func said(_ fix: String, _ mood: Mood, channel: Channel = .phone) throws -> [String] {
    let tailor = tailor {
      $0["scripts/charged.json"]?["asks"] = []
      $0["scripts/charged.json"]?["subject"] = "Payment"
      $0["scripts/charged.json"]?["steps"] = [
        ["id": "open", "kind": "say", "label": "A", "text": ["de": "{{> greeting}}"]],
        ["id": "who", "kind": "say", "label": "B", "text": ["de": "Die Postleitzahl?"]],
        ["id": "fix", "kind": "say", "label": "C", "text": ["de": .string(fix)]],
      ]
    }
    let guidance = guidance(tailor, try customer()) {
      $0.mood = mood
      $0.channel = channel
    }
    return (guidance.script?.steps ?? []).filter { $0.kind == .say }.map(\.spans.preview)
  }

  @Test func `an apology that the script makes later comes first, and once`() throws {
    let fix = "Gut. {{> apology}} Ich buche zurück."
    #expect(
      try said(fix, .calm)
        == ["Hallo Zoë!", "Die Postleitzahl?", "Gut. Das tut mir leid. Ich buche zurück."]
    )
    #expect(
      try said(fix, .upset)
        == ["Hallo Zoë!", "Das tut mir leid.", "Die Postleitzahl?", "Gut. Ich buche zurück."]
    )
    #expect(
      try said("{{> apology}}", .upset) == ["Hallo Zoë!", "Das tut mir leid.", "Die Postleitzahl?"]
    )
    #expect(
      try said("{{> apology}} Ich buche zurück.", .upset, channel: .email)
        == ["Hallo Zoë!\n\nDas tut mir leid.\n\nDie Postleitzahl?\n\nIch buche zurück."]
    )
  }

  @Test(arguments: [
    ("de", "Es tut mir leid, dass das passiert ist. Ich sehe nach.", true),
    ("de", "Dafür möchte ich mich entschuldigen: Entschuldigung!", true),
    ("de", "Bitte verzeihen Sie die Umstände.", true),
    ("de", "Das hätte nicht sein sollen, sagt {{agent.name}}.", true),
    ("de", "Leider sehe ich das erst jetzt.", false),
    ("en", "I'm sorry that you were charged twice.", true),
    ("en", "We apologise for the trouble.", true),
    ("en", "My apologies, {{customer.callName}}.", true),
    ("en", "I understand. Let me look.", false),
  ])
  func `a script that says sorry in its own words first gets no second apology`(
    language: String,
    words: String,
    isSaid: Bool
  ) throws {
    let tailor = tailor {
      $0["tones/warm.json"]?["phrases"]?["de"]?["apology"] =
        "Das hätte nicht sein sollen. Es tut mir leid."
      $0["tones/warm.json"]?["phrases"]?["en"]?["greeting"] = "Hello."
      $0["scripts/charged.json"]?["steps"] = [
        ["id": "open", "kind": "say", "label": "A", "text": [language: "{{> greeting}}"]],
        ["id": "note", "kind": "do", "label": "N", "text": [language: "Sorry."]],
        ["id": "own", "kind": "say", "label": "B", "text": [language: .string(words)]],
        ["id": "late", "kind": "say", "label": "C", "text": [language: "{{> apology}} Gut."]],
      ]
    }
    for _ in 0..<2 {
      let guidance = guidance(tailor, try customer()) {
        $0.mood = .upset
        $0.language = language
      }
      let steps = (guidance.script?.steps ?? []).filter { $0.kind == .say }
      #expect(steps.map(\.id).contains("apology") == !isSaid)
      // Either way it is said once.
      #expect(steps.last?.spans.complete == "Gut.")
    }
  }

  @Test func `others that would do are told with why, and any can be chosen`() throws {
    let tailor = tailor {
      var plain = $0["scripts/charged.json"]
      plain?["id"] = "plain"
      plain?["title"] = "Plain answer"
      $0["scripts/plain.json"] = plain
      $0["scripts/charged.json"]?["segments"] = ["loyal"]
      var letter = plain
      letter?["id"] = "letter"
      letter?["channels"] = ["email"]
      $0["scripts/letter.json"] = letter
    }
    let zoe = try customer()
    let best = try #require(guidance(tailor, zoe).script)
    #expect(best.script.id == "charged" && best.rank == 0)
    #expect(best.because == "for Loyal advocates, in German")
    #expect(
      best.alternatives == [
        .init(
          id: "plain",
          title: "Plain answer",
          language: "de",
          because: "for everybody, in German"
        )
      ]
    )
    let chosen = try #require(guidance(tailor, zoe) { $0.script = "plain" }.script)
    #expect(chosen.script.id == "plain" && chosen.rank == 1)
    #expect(chosen.because == "chosen by you, for everybody, in German")
    #expect(chosen.alternatives.map(\.id) == ["charged"])
    let foreign = try #require(guidance(tailor, zoe) { $0.script = "letter" }.script)
    #expect(foreign.because == "chosen by you, in German")
    #expect(foreign.alternatives.map(\.id) == ["charged", "plain"])
  }

  @Test func `a tone is previewed for a customer, or for nobody`() throws {
    let tailor = tailor()
    let warm = try #require(tailor.definitions.tones.first { $0.id == "warm" })
    let situation = Situation(agent: nil, channel: .phone, now: Self.now)
    let zoe = tailor.preview(of: warm, for: try customer(), in: situation)
    #expect(zoe.tone.language == "de" && zoe.tone.from == nil)
    #expect(
      zoe.phrases.map { "\($0.name): \($0.spans.preview)" } == [
        "greeting: Hallo Zoë!", "apology: Das tut mir leid.", "hold: [hold in German]",
        "closing: Bis bald.",
      ]
    )
    let nobody = tailor.preview(of: warm, for: nil, in: situation)
    #expect(nobody.phrases[0].spans.preview == "Hello, here is [your name].")
    #expect(nobody.phrases[1].spans.preview == "I am sorry.")
  }

  @Test func `hours in a time zone that does not exist take only their service away`() throws {
    let tailor = tailor {
      $0["services/line.json"]?["hours"] = [
        "timeZone": "Europe/Berlni", "weekly": ["fri": ["08:00-20:00"]],
      ]
      $0["services/mail.json"] = [
        "id": "mail", "name": "Mail", "kind": "resource",
        "offer": ["en": "Write.", "de": "Schreib."],
      ]
    }
    let services = guidance(tailor, try customer()).services
    #expect(services.map(\.id) == ["mail", "line"])
    #expect(services[0].answer == .in)
    #expect(services[1].answer == .broken && services[1].status == "")
    #expect(
      services[1].because == "cannot be used: there is no time zone \"Europe/Berlni\""
    )
  }

  @Test func `a script of nearly a megabyte is rendered whole`() throws {
    let paragraph = "Wort für Wort, {{customer.callName}}. "
    let tailor = tailor {
      $0["scripts/charged.json"]?["steps"] = [
        [
          "id": "a", "kind": "say", "label": "A",
          "text": ["de": .string(String(repeating: paragraph, count: 25_000))],
        ]
      ]
    }
    let script = try #require(guidance(tailor, try customer()).script)
    let text = try #require(script.steps[0].spans.complete)
    #expect(text == String(repeating: "Wort für Wort, Zoë. ", count: 25_000))
  }

  @Test func `an e-mail has a subject and one block`() throws {
    let guidance = guidance(tailor(), try customer()) {
      $0.channel = .email
      $0.asks = ["order": "AB-1"]
    }
    let script = try #require(guidance.script)
    #expect(script.subject.complete == "Deine Bestellung AB-1")
    #expect(script.steps.map(\.id) == ["open", "who", "next-step"])
    #expect(
      script.steps[0].spans.complete
        == "Hallo Zoë!\n\nBestellung AB-1 vom 2. Oktober 2026 ist erstattet.\n\nBis bald."
    )
  }

  @Test func `a language without a script is answered in the store's, with a notice`() throws {
    let guidance = guidance(tailor(), try customer()) { $0.language = "tr" }
    #expect(guidance.script?.language == "en")
    #expect(guidance.script?.notice == "not in Turkish, but in English")
  }

  @Test func `values are written in the customer's language and country`() throws {
    let tailor = tailor {
      $0["scripts/charged.json"]?["steps"] = [
        [
          "id": "a", "kind": "say", "label": "A",
          "text": [
            "de":
              "{{customer.technographic.device}}, {{customer.behavioral.subscribed}}, {{customer.technographic.bikes}}, {{customer.behavioral.orders}}, {{company.phone}}, {{now.weekday}}{{#segment.loyal}}, treu{{/segment.loyal}}{{#now.afternoon}}, nachmittags{{/now.afternoon}}"
          ],
        ]
      ]
    }
    #expect(
      guidance(tailor, try customer()).script?.steps[0].spans.complete
        == "iPhone, ja, e-cargo und city, 14, +49 30 1, Freitag, treu, nachmittags"
    )
  }

  @Test func `what cannot be used is named with its place, and the rest works`() throws {
    let tailor = tailor {
      $0["scripts/charged.json"]?["steps"] = [
        ["id": "a", "kind": "say", "label": "A", "text": ["en": "Hello {{name"]],
        ["id": "b", "kind": "say", "label": "B", "text": ["en": "Fine."]],
      ]
      $0["scripts/charged.json"]?["asks"] = [["id": "order", "label": "O", "pattern": "("]]
      $0["services/line.json"]?["hours"] = [
        "timeZone": "Europe/Berlni", "weekly": ["fri": ["08:00-20:00"]],
      ]
      $0["tones/warm.json"]?["phrases"] = [
        "en": ["greeting": "{{> hold}}", "hold": "{{> greeting}}"]
      ]
    }
    #expect(
      tailor.problems.map { "\($0.place)" } == [
        "scripts/charged.json#/asks/0/pattern", "scripts/charged.json#/steps/0/text/en",
        "services/line.json#/hours/timeZone", "tones/warm.json#/phrases/en/greeting",
      ]
    )
    #expect(tailor.problems[1].message.hasPrefix("line 1, column 7: the tag that opens here"))
    #expect(tailor.problems[2].remedy == "did you mean \"Europe/Berlin\"?")
    let steps = try #require(guidance(tailor, nil).script?.steps)
    #expect(steps[0].spans == [.hole(path: "step", label: "step, whose text cannot be read")])
    #expect(steps[1].spans.complete == "Fine.")
  }

  @Test func `a reason that does not exist, or none`() {
    let tailor = tailor()
    #expect(
      guidance(tailor, nil) { $0.intent = "bil" }.noScript
        == "there is no reason \"bil\"; did you mean \"bill\"?"
    )
    let none = guidance(tailor, nil) { $0.intent = nil }
    #expect(none.script == nil && none.noScript == nil)
  }

  @Test func `values in what the caller wrote are recognised by their pattern`() throws {
    let tailor = tailor()
    let script = try #require(tailor.definitions.scripts.first)
    let found = tailor.recognize(
      in: "You charged AB-123456 twice, (AB-123456) and CD-000001! XAB-123456 is not mine.",
      for: script
    )
    #expect(found.map(\.values) == [["AB-123456", "CD-000001"]])
    #expect(found.first?.ask.id == "order")
    #expect(tailor.accepts("AB-123456", for: script.asks[0]))
    #expect(!tailor.accepts("AB-12345", for: script.asks[0]))
  }

  @Test func `memberships, questions and eligibility are read from the customer's data`() throws {
    let tailor = tailor {
      $0["services/line.json"]?["eligibility"] = ["===": [["var": "geographic.country"], "DE"]]
    }
    let situation = Situation(agent: nil, channel: .phone, intent: "bill", now: Self.now)
    let known = tailor.guidance(for: try customer(), in: situation)
    #expect(known.memberships.map(\.answer) == [.in])
    #expect(known.tone.from == "loyal")
    let line = try #require(known.services.first)
    #expect(line.answer == .in)
    #expect(line.because.hasPrefix("for Loyal advocates; "), "\(line.because)")

    let abroad = try customer([
      "id": "C-4", "behavioral": ["orders": 20], "geographic": ["country": "FR"],
    ])
    let refused = try #require(tailor.guidance(for: abroad, in: situation).services.first)
    #expect(refused.answer == .out && refused.because.hasPrefix("not for them: "))

    let nobody = tailor.guidance(for: nil, in: situation)
    #expect(nobody.memberships.map(\.answer) == [.unknown])
    #expect(nobody.tone.prospects.map(\.tone) == ["warm"])
    #expect(nobody.services.first?.because.hasPrefix("ask first: ") ?? false)
  }
}
