import JSONLogic
import Testing

@testable import RapportCore

struct ScriptCheckTests {
  /// A store whose words are all right.
  private static let store: [String: JSON] = [
    "store.json": [
      "name": "x", "company": "X", "goal": ["text": "g"],
      "defaults": ["language": "en", "timeZone": "UTC", "tone": "plain"],
    ],
    "attributes.json": [
      ["path": "geographic.postcode", "label": "postcode", "type": "text", "personal": true],
      ["path": "behavioral.contract", "label": "contract", "type": "text", "find": true],
      ["path": "behavioral.orders", "label": "orders", "type": "integer"],
    ],
    "intents.json": [
      ["id": "complaint", "title": "Complaint", "mood": "complaint"],
      ["id": "question", "title": "Question"],
    ],
    "tones/plain.json": [
      "id": "plain", "name": "Plain", "maxSentenceWords": 20,
      "bannedWords": ["en": ["obviously"]],
      "phrases": [
        "en": [
          "greeting": "Hello {{customer.callName}}.", "apology": "I am sorry.",
          "hold": "One moment.",
          "closing": "Goodbye.", "promise": "You hear from me.",
        ],
        "de": [
          "greeting": "Guten Tag.", "apology": "Das tut mir leid.", "hold": "x", "closing": "y",
        ],
      ],
    ],
    "tones/formal.json": [
      "id": "formal", "name": "Formal", "voice": ["formality": 2, "enthusiasm": -1],
      "bannedWords": ["en": ["sure"]], "maxSentenceWords": 12,
    ],
    "tones/casual.json": ["id": "casual", "name": "Casual", "voice": ["formality": -2]],
    "tones/warm.json": [
      "id": "warm", "name": "Warm", "voice": ["empathy": 2],
      "bannedWords": ["en": ["obviously"], "de": ["offensichtlich"], "ja": ["残念ながら"]],
      "avoid": ["en": ["As per our policy"]],
    ],
    "tones/loud.json": ["id": "loud", "name": "Loud", "voice": ["enthusiasm": 2]],
    "segments/firms.json": segment("firms", 1, "formal"),
    "segments/young.json": segment("young", 2, "casual"),
    "segments/regulars.json": segment("regulars", 3, "warm"),
    "segments/fans.json": segment("fans", 4, "loud"),
  ]

  private static func segment(_ id: String, _ priority: Int, _ tone: String) -> JSON {
    [
      "id": .string(id), "name": .string(id), "priority": JSON(priority), "tone": .string(tone),
      "goal": ["text": "g"], "rule": [">=": [["var": "behavioral.orders"], JSON(priority)]],
    ]
  }

  /// The findings of a script with one text between a greeting and a closing.
  private func findings(
    _ text: String,
    language: String = "en",
    _ changes: [String: JSON] = [:],
    store: [String: JSON] = [:]
  ) -> [Problem] {
    var script: JSONObject = [
      "id": "s", "title": "S", "intent": "question", "channels": ["phone"],
      "segments": ["regulars"],
      "steps": [
        ["id": "a", "kind": "say", "text": .object([language: "{{> greeting}}"])],
        ["id": "b", "kind": "say", "text": .object([language: .string(text)])],
        ["id": "c", "kind": "say", "text": .object([language: "{{> closing}}"])],
      ],
    ]
    for (key, value) in changes { script[key] = value }
    var files = Self.store.merging(store) { $1 }
    files["scripts/s.json"] = .object(script)
    let definitions = Definitions(decoding: DefinitionDocuments(files: files))
    #expect(definitions.problems == [])
    return definitions.scripts.first.map(ScriptCheck(definitions).findings) ?? []
  }

  private func brief(_ problems: [Problem]) -> [String] {
    problems.map { problem in
      let quote = problem.quote.map { " \"\($0)\"" } ?? ""
      return "\(problem.severity.rawValue) \(problem.finding?.rawValue ?? "")"
        + " \(problem.place.pointer ?? "")\(quote)"
    }
  }

  // MARK: words

  @Test(arguments: [
    ("This is Obviously wrong.", ["error banned-word /steps/1/text/en \"Obviously\""]),
    ("This is obvious, as one sees.", []),
    (
      "As per our  policy it is so.",
      ["warning avoided-phrase /steps/1/text/en \"As per our policy\""]
    ),
    ("It is our policy.", []),
    ("Please calm down now.", ["warning negative /steps/1/text/en \"calm down\""]),
    ("The sea is calm. Down there it is not.", []),
    ("You have to wait.", ["warning negative /steps/1/text/en \"You have to\""]),
    ("You do not have to wait.", []),
    ("We guarantee that.", ["warning promise /steps/1/text/en \"guarantee\""]),
    ("The warranty is two years.", []),
    ("You hear from us soon.", ["warning vague /steps/1/text/en \"soon\""]),
    ("You hear from us soon, by Friday.", []),
    ("You hear from us soon: within 3 days.", []),
    ("It leaves as soon as it is scanned.", []),
    ("We call {{customer.callName}} soon.", []),
  ])
  func `words that put off, promise or say nothing`(text: String, expected: [String]) {
    #expect(brief(findings(text)) == expected)
  }

  @Test(arguments: [
    ("de", "Das ist offensichtlich so.", ["error banned-word /steps/1/text/de \"offensichtlich\""]),
    ("de", "Das ist offen und ersichtlich so.", []),
    ("de", "Das garantieren wir.", ["warning promise /steps/1/text/de \"garantieren\""]),
    ("de", "Die Garantie gilt zwei Jahre.", []),
    ("de", "Wir melden uns demnächst.", ["warning vague /steps/1/text/de \"demnächst\""]),
    ("fr", "Nous allons garantir cela.", ["warning promise /steps/1/text/fr \"garantir\""]),
    ("fr", "Calmez-vous, je regarde.", ["warning negative /steps/1/text/fr \"Calmez-vous\""]),
    ("es", "Se lo puedo garantizar.", ["warning promise /steps/1/text/es \"garantizar\""]),
    ("es", "Hasta pronto y gracias.", []),
    ("ja", "残念ながらできません。", ["error banned-word /steps/1/text/ja \"残念ながら\""]),
    ("ja", "残念です。", []),
  ])
  func `words of other languages`(language: String, text: String, expected: [String]) {
    // The default tone speaks no French, Spanish or Japanese, so nobody expects a greeting.
    #expect(brief(findings(text, language: language)) == expected)
  }

  @Test func `a word that several tones ban is told once`() throws {
    let found = findings(
      "This is sure, and obviously so.",
      ["segments": []],
      store: ["tones/warm.json": ["id": "warm", "name": "W", "bannedWords": ["en": ["sure"]]]]
    )
    #expect(
      found.filter { $0.finding == .bannedWord }.map(\.message) == [
        "\"obviously\" is banned in the tone plain",
        "\"sure\" is banned in the tones formal and warm",
      ]
    )
  }

  @Test func `what is said when nothing is known of the customer is read too`() {
    let text =
      "{{#customer.company}}Fine.{{/customer.company}}{{^customer.company}}Obviously.{{/customer.company}}"
    #expect(brief(findings(text)) == ["error banned-word /steps/1/text/en \"Obviously\""])
  }

  // MARK: sentences and messages

  private func sentence(_ words: Int) -> String {
    "We " + String(repeating: "go ", count: words - 2) + "on."
  }

  @Test func `a sentence may be as long as the tone says`() {
    let everyone: [String: JSON] = ["segments": ["firms"]]
    #expect(findings(sentence(12), everyone).isEmpty)
    let long = findings(sentence(13), everyone)
    #expect(long.map(\.finding) == [.longSentence] && long.first?.severity == .warning)
    #expect(long.first?.message.hasPrefix("a sentence of 13 words: \"We go go") == true)
    #expect(long.first?.remedy == "make two of it; at most 12 in the tone formal")
    // Without a limit of its own it is the store's 25.
    #expect(findings(sentence(25)).isEmpty)
    #expect(findings(sentence(26)).map(\.finding) == [.longSentence])
  }

  @Test func `what only a strict tone finds too long is a hint`() {
    let found = findings(sentence(15), ["segments": ["firms", "regulars"]])
    #expect(
      found.map(\.severity) == [.hint]
        && found.first?.message.contains("12 words of the tone formal") == true
    )
  }

  @Test func `words for each channel`() {
    let short = String(repeating: "Now we go home. ", count: 17)
    #expect(findings(short).isEmpty)
    let turn = findings(short + "Now we go home.")
    #expect(turn.map(\.finding) == [.longMessage])
    #expect(turn.first?.message.hasPrefix("72 words in one turn on the phone") == true)
    // A chat is cut at the ends of sentences.
    #expect(findings(short + short, ["channels": ["chat"]]).isEmpty)
    let store: [String: JSON] = [
      "tones/warm.json": ["id": "warm", "name": "W", "maxSentenceWords": 90]
    ]
    #expect(findings(sentence(40), ["channels": ["chat"]], store: store).isEmpty)
    let chat = findings(sentence(41), ["channels": ["chat"]], store: store)
    #expect(chat.map(\.finding) == [.longMessage])
    let email: [String: JSON] = ["channels": ["email"], "subject": ["en": "S"]]
    #expect(findings(short + short, email).isEmpty)  // 136 and a greeting
    #expect(findings(short + short + short, email).map(\.finding) == [.longMessage])
  }

  @Test func `the phrases of the tone count in a turn`() {
    let text = "{{> greeting}} " + String(repeating: "Now we go home. ", count: 17)
    #expect(findings(text).isEmpty)  // 68 and 2
    let long: JSON = [
      "en": ["greeting": "Hello, this is somebody from somewhere.", "closing": "Goodbye."]
    ]
    let store: [String: JSON] = ["tones/warm.json": ["id": "warm", "name": "W", "phrases": long]]
    #expect(findings(text, store: store).map(\.finding) == [.longMessage])
  }

  @Test func `exclamation marks`() {
    #expect(brief(findings("Great!! Go.")) == ["warning exclamations /steps/1/text/en \"Great!!\""])
    #expect(findings("Great! Go.").isEmpty)
    #expect(
      brief(findings("Great! Go.", ["segments": ["firms"]])) == [
        "warning exclamations /steps/1/text/en \"Great!\""
      ]
    )
  }

  // MARK: voice

  @Test func `a formal tone is not familiar`() {
    let firms: [String: JSON] = ["segments": ["firms"]]
    #expect(
      brief(findings("We don't know. The bank's card is fine.", firms)) == [
        "warning informal /steps/1/text/en \"don't\""
      ]
    )
    #expect(
      brief(findings("No worries, we go on.", firms)) == [
        "warning informal /steps/1/text/en \"No worries\""
      ]
    )
    #expect(findings("We do not know.", firms).isEmpty)
    #expect(findings("We don't know.").isEmpty)
  }

  @Test func `a script for one voice should carry it`() {
    let plain =
      "We look at it now. You get it back today. We write to you when it is done and paid."
    let casual = findings(plain, ["segments": ["young"]])
    #expect(casual.map(\.finding) == [.voice] && casual.first?.severity == .hint)
    #expect(
      findings(
        "We'll look now. You'll get it back today. We'll write when it's done.",
        ["segments": ["young"]]
      ).isEmpty
    )
    let loud = findings(plain, ["segments": ["fans"]])
    #expect(loud.map(\.finding) == [.voice])
    #expect(
      findings(
        "We look at it now! You get it back today! We write to you when it is done.",
        ["segments": ["fans"]]
      ).isEmpty
    )
    #expect(findings(plain).isEmpty)
    #expect(findings("Too short.", ["segments": ["young"]]).isEmpty)
  }

  @Test func `what is hard to read`() {
    let hard =
      "Notwithstanding aforementioned contractual obligations, subsequent reimbursement necessitates comprehensive "
      + "documentation demonstrating authorisation, verification, identification and unconditional accountability."
    let found = findings(hard)
    #expect(found.map(\.finding) == [.hardToRead] && found.first?.severity == .warning)
    #expect(
      found.first?.message.hasPrefix(
        "the text in \"en\" is hard to read by Flesch, such as \"Notwith"
      ) == true
    )
  }

  // MARK: greeting, being heard

  @Test func `a script greets and says goodbye`() {
    let one: JSON = [["id": "a", "kind": "say", "text": ["en": "It is on its way."]]]
    #expect(
      brief(findings("", ["steps": one])) == [
        "warning no-greeting /steps", "warning no-closing /steps",
      ]
    )
    let own: JSON = [
      ["id": "a", "kind": "say", "text": ["en": "Good morning. It is on its way. Take care."]]
    ]
    #expect(findings("", ["steps": own]).isEmpty)
    #expect(findings("", ["steps": one, "channels": ["social"]]).isEmpty)
  }

  private let complaint: [String: JSON] = ["intent": "complaint", "segments": ["fans"]]

  @Test(arguments: [
    ("Open the lid, then call me.", [Finding.noAcknowledgement]),
    ("Open the lid. I am sorry about that.", [.lateAcknowledgement]),
    ("Please open the lid. {{> apology}}", [.lateAcknowledgement]),
    ("I am sorry about that. Open the lid.", []), ("{{> apology}} Please open the lid.", []),
    ("You are right. Could you open the lid?", []), ("It is paid back. I understand.", []),
  ])
  func `a complaint is heard before anybody is told what to do`(text: String, expected: [Finding]) {
    #expect(findings(text, complaint).compactMap(\.finding) == expected)
  }

  @Test func `who is calling may be asked first, and no complaint needs no apology`() {
    let steps: JSON = [
      ["id": "a", "kind": "say", "text": ["en": "{{> greeting}}"]],
      [
        "id": "v", "kind": "verify", "needs": ["geographic.postcode"],
        "text": ["en": "Tell me your postcode, please."],
      ],
      ["id": "b", "kind": "say", "text": ["en": "{{> apology}} Send it back. {{> closing}}"]],
    ]
    #expect(findings("", complaint.merging(["steps": steps]) { $1 }).isEmpty)
    #expect(findings("Open the lid, then call me.", ["segments": ["fans"]]).isEmpty)
    let warm = findings("Open the lid. I am sorry.")
    #expect(warm.map(\.severity) == [.hint])
  }

  @Test func `a playful tone in a complaint is an error of the reason`() {
    var files = Self.store
    files["tones/loud.json"] = ["id": "loud", "name": "L", "voice": ["humor": 1]]
    let playful = Definitions(decoding: DefinitionDocuments(files: files))
    #expect(
      ScriptCheck(playful).jokes().map(\.description) == [
        "intents.json#/0: the tone loud is playful, and \"complaint\" is a complaint; add \"caps\": {\"humor\": 0}"
      ]
    )
    files["intents.json"] = [
      ["id": "complaint", "title": "Complaint", "mood": "complaint", "caps": ["humor": 0]]
    ]
    #expect(ScriptCheck(Definitions(decoding: DefinitionDocuments(files: files))).jokes().isEmpty)
  }

  // MARK: values

  @Test func `what is asked is said somewhere`() {
    let asks: JSON = [["id": "order", "label": "Order"], ["id": "day", "label": "Day"]]
    #expect(
      brief(findings("It is {{ask.order}}.", ["asks": asks])) == [
        "warning unused-ask /asks/1 \"day\""
      ]
    )
    #expect(findings("It is {{ask.order}}{{#ask}}, {{day}}{{/ask}}.", ["asks": asks]).isEmpty)
  }

  @Test func `a phrase of the store's own must be there in the language`() {
    #expect(findings("{{> promise}} We go on.").isEmpty)
    #expect(
      brief(findings("{{> promise}} Es geht weiter.", language: "de")) == [
        "warning missing-phrase /steps/1/text/de \"{{> promise}}\""
      ]
    )
  }

  @Test(arguments: [
    ("Hello {{customer.callName}}.", [String]()), ("It is {{customer.behavioral.orders}}.", []),
    ("It is {{customer.geographic.postcode}}.", ["{{customer.geographic.postcode}}"]),
    ("It is {{customer.behavioral.contract}}.", ["{{customer.behavioral.contract}}"]),
    ("Dear {{customer.name.family}}.", ["{{customer.name.family}}"]),
    ("{{#customer.email}}Yes.{{/customer.email}}", ["{{customer.email}}"]),
    ("{{ask.orderNumber}} and {{ask.day}}.", ["{{ask.orderNumber}}"]),
  ])
  func `nothing personal is said in public`(text: String, expected: [String]) {
    let asks: JSON = [
      ["id": "orderNumber", "label": "Order", "pattern": "[A-Z]{2}-[0-9]{6}"],
      ["id": "day", "label": "Day"],
    ]
    let used = text.contains("ask.") ? asks : []
    let open = findings(text, ["channels": ["social"], "asks": used])
      .filter { $0.finding == .personalData }
    #expect(open.compactMap(\.quote) == expected)
    #expect(open.allSatisfy { $0.severity == .error })
    let closed = findings(text, ["channels": ["chat"], "asks": used])
    #expect(!closed.contains { $0.finding == .personalData })
  }

  @Test func `an ask may say whether it is personal, and none is asked for in public`() {
    let asks: JSON = [["id": "orderNumber", "label": "Order", "personal": false]]
    #expect(findings("It is {{ask.orderNumber}}.", ["channels": ["social"], "asks": asks]).isEmpty)
    let steps: JSON = [
      [
        "id": "v", "kind": "verify", "needs": ["geographic.postcode"],
        "text": ["en": "Which postcode?"],
      ]
    ]
    #expect(
      brief(findings("", ["channels": ["social"], "steps": steps])) == [
        "error personal-data /steps/0/needs \"geographic.postcode\""
      ]
    )
  }

  // MARK: tones and offers

  @Test func `the phrases of a tone are judged by its own voice`() throws {
    var files = Self.store
    files["tones/formal.json"] = [
      "id": "formal", "name": "F", "voice": ["formality": 2, "enthusiasm": -1],
      "maxSentenceWords": 5,
      "bannedWords": ["en": ["sure"]],
      "say": ["en": ["We're sure."]],
      "phrases": ["en": ["greeting": "Good day to you and yours, my friend.", "closing": "Bye!"]],
      "channels": [
        "social": ["phrases": ["en": ["greeting": "Good day, {{customer.name.full}}."]]]
      ],
    ]
    let definitions = Definitions(decoding: DefinitionDocuments(files: files))
    let tone = try #require(definitions.tones.first { $0.id == "formal" })
    #expect(
      brief(ScriptCheck(definitions).findings(of: tone)) == [
        "error personal-data /channels/social/phrases/en/greeting \"{{customer.name.full}}\"",
        "warning exclamations /phrases/en/closing \"Bye!\"",
        "warning long-sentence /phrases/en/greeting \"Good day to you and yours, my friend.\"",
        "error banned-word /say/en/0 \"sure\"", "warning informal /say/en/0 \"We're\"",
      ]
    )
  }

  @Test func `an offer is said by every tone`() throws {
    var files = Self.store
    files["services/line.json"] = [
      "id": "line", "name": "Line", "kind": "benefit",
      "offer": ["en": "We guarantee you a seat soon."],
    ]
    let definitions = Definitions(decoding: DefinitionDocuments(files: files))
    let service = try #require(definitions.services.first)
    #expect(
      brief(ScriptCheck(definitions).findings(of: service)) == [
        "warning promise /offer/en \"guarantee\"", "warning vague /offer/en \"soon\"",
      ]
    )
  }

  @Test(
    arguments: [
      (["social"], false, true), ([], true, true), ([], false, false), (["phone"], true, false),
    ] as [([String], Bool, Bool)]
  )
  func `nothing personal is offered in public`(
    channels: [String],
    answersInPublic: Bool,
    isFound: Bool
  ) throws {
    var files = Self.store
    files["services/line.json"] = [
      "id": "line", "name": "Line", "kind": "benefit",
      "channels": .array(channels.map { .string($0) }),
      "offer": ["en": "We bring it to {{customer.geographic.postcode}}."],
      "whenClosed": ["en": "We write to {{customer.email}} tomorrow, {{customer.callName}}."],
    ]
    if answersInPublic {
      files["scripts/open.json"] = [
        "id": "open", "intent": "question", "channels": ["social"],
        "steps": [["id": "s", "kind": "say", "text": ["en": "Good day."]]],
      ]
    }
    let definitions = Definitions(decoding: DefinitionDocuments(files: files))
    let service = try #require(definitions.services.first)
    let found = ScriptCheck(definitions).findings(of: service)
      .filter { $0.finding == .personalData }
    let expected = [
      "error personal-data /offer/en \"{{customer.geographic.postcode}}\"",
      "error personal-data /whenClosed/en \"{{customer.email}}\"",
    ]
    #expect(brief(found) == (isFound ? expected : []))
  }

  // MARK: waivers

  @Test func `what is accepted is not found, but counted with its reason`() throws {
    let waive: JSON = [
      ["finding": "promise", "pointer": "/steps/1", "reason": "the law does"],
      ["finding": "vague", "reason": "nobody remembers"],
    ]
    #expect(brief(findings("We guarantee that.", ["waive": waive])) == [])
    #expect(
      findings("We guarantee that.", ["waive": [["finding": "vague", "reason": "x"]]]).count == 1
    )
    var files = Self.store
    files["scripts/s.json"] = [
      "id": "s", "title": "S", "intent": "question", "channels": ["phone"], "waive": waive,
      "steps": [
        ["id": "a", "kind": "say", "text": ["en": "{{> greeting}} {{> closing}}"]],
        ["id": "b", "kind": "say", "text": ["en": "We guarantee that."]],
      ],
    ]
    let definitions = Definitions(decoding: DefinitionDocuments(files: files))
    let verdict = definitions.verdict(on: ScriptCheck(definitions).all())
    #expect(verdict.waived.map(\.reason) == ["the law does"])
    #expect(verdict.waived.first?.problem.finding == .promise)
    #expect(
      verdict.problems.map(\.description) == [
        "scripts/s.json#/waive/1: it accepts what is no longer found: \"nobody remembers\"; remove it"
      ]
    )
  }

  // MARK: any text

  @Test(arguments: [11, 12] as [UInt64])
  func `no text breaks it, and every place exists`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "{{> greeting}}", "{{> apology}}", "{{ask.x}}", "{{#customer.company}}",
      "{{/customer.company}}",
      "{{customer.callName}}", ", ", ". ", "!", "\n", "Please open it", "guarantee", "soon",
      "don't",
      "漢字", "😀", "{{", "}}", "\u{202E}", "\u{FFFC}", "\u{FFFA}",
    ]
    for _ in 0..<60 {
      let text = (0..<Int(random.next() % 12)).map { _ in
        pieces[Int(random.next() % UInt64(pieces.count))]
      }.joined()
      for problem in findings(
        text,
        ["channels": ["phone", "email", "chat", "social"], "segments": []]
      ) {
        #expect(problem.place.pointer?.isEmpty == false, "seed \(seed): \(text)")
        #expect(problem.quote?.isEmpty != true, "seed \(seed): \(text)")
      }
    }
  }

  @Test func `a long script is read in time that grows with it`() {
    func time(_ count: Int) -> Duration {
      let text = String(repeating: "Please open it soon, don't wait! We guarantee. ", count: count)
      return ContinuousClock().measure {
        _ = findings(text, ["channels": ["phone", "email", "chat", "social"], "segments": []])
      }
    }
    _ = time(10)
    let (small, large) = (time(250), time(2_000))
    // Eight times the text: quadratic would be 64 times the time.
    #expect(large < small * 30, "\(small), \(large)")
  }
}
