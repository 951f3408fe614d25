import JSONLogic
import Testing

@testable import RapportCore

struct DefinitionsDecodingTests {
  private func decode(_ files: [String: JSON]) -> Definitions {
    Definitions(decoding: DefinitionDocuments(files: files))
  }

  private func problems(_ files: [String: JSON]) -> [String] {
    var files = files
    files["store.json"] = files["store.json"] ?? ["name": "test"]
    return decode(files).problems.map { "\($0.severity.rawValue) \($0)" }
  }

  @Test func `the example of the store's description is read whole`() throws {
    let segment: JSON = [
      "id": "loyal-advocates", "name": "Loyal advocates", "status": "active", "priority": 20,
      "revision": 7, "summary": "Order monthly.",
      "goal": ["text": "Keep them.", "metric": "retention", "target": 0.95, "by": "2027-06-30"],
      "needs": ["fast exchange"], "preferences": ["first name"], "behaviors": ["orders"],
      "rule": [
        "and": [
          [">=": [["var": "behavioral.orders"], 12]],
          ["within_days": [["var": "behavioral.lastOrder"], 90]],
        ]
      ],
      "tone": "warm", "adjust": ["detail": -1], "services": ["priority-line"],
      "golden": ["members": ["C-004211"], "nonmembers": ["C-000007"]],
      "manual": [
        [
          "customer": "C-000123", "member": true, "reason": "key account", "by": "mk",
          "until": "2027-01-31",
        ]
      ], "owner": "mk", "reviewEveryDays": 90,
    ]
    let store: JSON = [
      "format": 1, "name": "northwind",
      "company": ["name": "Northwind", "phone": "+49 30 1"],
      "goal": ["text": "Solve it."],
      "defaults": [
        "language": "de", "timeZone": "Europe/Berlin", "country": "DE", "currency": "EUR",
        "channel": "chat", "tone": "warm",
      ], "thresholds": ["conditions": 5],
    ]
    let definitions = decode(["store.json": store, "segments/loyal-advocates.json": segment])
    #expect(definitions.problems == [])
    let loyal = try #require(definitions.segments.first)
    #expect(loyal.id == "loyal-advocates")
    #expect(loyal.goal?.by == CalendarDate(parsing: "2027-06-30"))
    #expect(loyal.conditionCount == 2)
    #expect(loyal.adjust[.detail] == -1)
    #expect(loyal.goldenMembers == ["C-004211"])
    #expect(loyal.manual.first?.until == CalendarDate(parsing: "2027-01-31"))
    #expect(definitions.settings.language == "de")
    #expect(definitions.settings.channel == .chat)
    #expect(definitions.settings.company == "Northwind")
    #expect(definitions.settings.companyDetails["phone"] == "+49 30 1")
    #expect(definitions.settings[.conditions] == 5)
    #expect(definitions.settings[.missingShare] == 0.2)
    #expect(definitions.catalog["emails"]?.personal == true)
    #expect(definitions.documents.files["store.json"] == store)
  }

  @Test func `tones, services, reasons and scripts are read`() throws {
    let definitions = decode([
      "store.json": ["name": "x"],
      "tones/warm.json": [
        "id": "warm", "name": "Warm", "voice": ["formality": -1, "empathy": 2],
        "address": ["de": "du"], "say": ["en": ["I see."]], "maxSentenceWords": 18,
        "phrases": ["en": ["greeting": "Hello."]],
        "channels": ["chat": ["phrases": ["en": ["greeting": "Hi!"]], "voice": ["humor": 1]]],
      ],
      "services/line.json": [
        "id": "line", "name": ["en": "Line"], "kind": "support-hours", "channels": ["phone"],
        "hours": [
          "timeZone": "Europe/Berlin", "weekly": ["mon": ["08:00-12:00", "22:00-02:00"]],
          "closed": ["2026-12-25"],
        ], "rank": 2, "instead": "callback", "validUntil": "2027-03-31",
        "limit": ["amount": "20.00", "currency": "EUR"],
      ],
      "intents.json": [
        [
          "id": "billing", "title": "Billing", "caps": ["humor": -2], "offers": "after-solution",
          "examples": ["you charged me twice"],
        ]
      ],
      "scripts/twice.json": [
        "id": "twice", "title": "Twice", "intent": "billing", "subject": ["en": "Payment"],
        "asks": [["id": "order", "label": ["en": "Order"], "pattern": "[A-Z]+"]],
        "steps": [
          ["id": "open", "kind": "say", "text": ["en": "{{> greeting}}"]],
          ["id": "who", "kind": "verify", "text": "Who?", "needs": ["geographic.postcode"]],
          ["id": "pick", "kind": "choose", "next": [["label": "Yes", "to": "open"]]],
        ],
      ],
      "agents.json": [["id": "mk", "name": "Maria", "languages": ["de"], "role": "supervisor"]],
    ])
    #expect(definitions.problems == [])
    let tone = try #require(definitions.tones.first)
    #expect(tone.voice[.empathy] == 2 && tone.voice[.formality] == -1)
    #expect(tone.channels[.chat]?.phrases["en"]?["greeting"] == "Hi!")
    let service = try #require(definitions.services.first)
    #expect(service.hours?.weekly[.mon]?.map(\.start) == [480, 1320])
    #expect(service.hours?.weekly[.mon]?.map(\.end) == [720, 120])
    #expect(service.limit == "20.00 EUR")
    #expect(definitions.intents.first?.offers == .afterSolution)
    #expect(definitions.intents.first?.examples["en"] == ["you charged me twice"])
    let script = try #require(definitions.scripts.first)
    #expect(script.steps.map(\.kind) == [.say, .verify, .choose])
    #expect(script.steps[2].next.first?.to == "open")
    #expect(definitions.agents.first?.role == .supervisor)
  }

  @Test func `everything wrong is named at once, with its place and what would be right`() {
    let problems = problems([
      "segments/loyal.json": [
        "id": "loyl", "name": 5, "status": "activ", "priority": 0, "adjust": ["humour": 1],
        "rule": ["and": [["withn_days": [["var": "behavioral.lastOrder"], 90]]]],
        "neds": ["speed"], "goal": ["text": "Keep", "by": "2027-02-30"],
      ]
    ])
    #expect(
      problems == [
        "warning segments/loyal.json#/adjust/humour: unknown key \"humour\"; did you mean \"humor\"?",
        "error segments/loyal.json#/goal/by: text \"2027-02-30\" where a date such as "
          + "\"2027-01-31\" is wanted",
        "error segments/loyal.json#/id: the id \"loyl\" is not the file's name; write \"loyal\"",
        "error segments/loyal.json#/name: number 5 where text is wanted",
        "warning segments/loyal.json#/neds: unknown key \"neds\"; did you mean \"needs\"?",
        "error segments/loyal.json#/priority: 0 is out of range; 1 to 1000000",
        "error segments/loyal.json#/rule/and/0/withn_days: no operation is called "
          + "\"withn_days\"; did you mean \"within_days\"",
        "error segments/loyal.json#/status: unknown word \"activ\"; did you mean \"active\"?",
      ]
    )
  }

  @Test func `a segment whose rule cannot be read is kept as broken and the others work`() {
    let definitions = decode([
      "store.json": ["name": "x"],
      "segments/a.json": ["id": "a", "name": "A", "priority": 1, "rule": ["nonsense": 1]],
      "segments/b.json": ["id": "b", "name": "B", "priority": 2, "rule": ["===": [1, 1]]],
    ])
    #expect(definitions.segments.map(\.id) == ["a", "b"])
    #expect(definitions.segments[0].broken != nil && definitions.segments[0].rule == nil)
    #expect(definitions.segments[1].broken == nil && definitions.segments[1].rule != nil)
  }

  @Test func `the strongest segment comes first, then the more conditions, then the id`() {
    let two: JSON = ["and": [["===": [["var": "a"], 1]], ["===": [["var": "b"], 1]]]]
    let one: JSON = ["===": [["var": "a"], 1]]
    func segment(_ id: String, _ priority: Int, _ rule: JSON) -> JSON {
      ["id": .string(id), "name": "n", "priority": JSON(priority), "rule": rule]
    }
    let definitions = decode([
      "store.json": ["name": "x"], "segments/a.json": segment("a", 20, one),
      "segments/b.json": segment("b", 20, two), "segments/c.json": segment("c", 10, one),
      "segments/d.json": segment("d", 20, one),
    ])
    #expect(definitions.segments.map(\.id) == ["c", "b", "a", "d"])
  }

  @Test func `hours that cannot be read make the service unusable, because half would be a lie`() {
    let definitions = decode([
      "store.json": ["name": "x"],
      "services/line.json": [
        "id": "line", "name": "Line", "kind": "support-hours",
        "hours": ["timeZone": "UTC", "weekly": ["mon": ["8-12", "13:00-25:00"], "mo": []]],
      ],
    ])
    #expect(definitions.services.first?.broken != nil)
    #expect(definitions.problems.count == 3)
  }

  @Test(arguments: [
    ("store.json", "[]"), ("attributes.json", "{}"), ("agents.json", #""x""#),
    ("intents.json", "[1]"), ("segments/a.json", "null"), ("attributes.json", #"[{"path": "a"}]"#),
    ("agents.json", #"[{"name": "x"}]"#),
    ("scripts/a.json", #"{"steps": [1, {"kind": []}], "intent": ["x"]}"#),
    ("tones/a.json", #"{"voice": [1], "phrases": {"en": "x", "??": {}}, "channels": {"fax": {}}}"#),
  ])
  func `a document of the wrong shape is a problem and nothing else`(
    file: String,
    text: String
  ) throws {
    var files: [String: JSON] = ["store.json": ["name": "x"]]
    files[file] = try JSON(parsing: text)
    let definitions = decode(files)
    #expect(!definitions.problems.isEmpty)
    #expect(definitions.problems.allSatisfy { $0.place.file == file })
  }

  @Test func `random damage never traps and is always named`() {
    var generator = SplitMix64(seed: 5)
    let good: JSON = [
      "id": "a", "name": "A", "priority": 3, "rule": ["===": [["var": "x"], 1]],
      "golden": ["members": ["C"], "nonmembers": []], "adjust": ["detail": 1],
      "manual": [["customer": "C", "member": true, "reason": "r"]], "goal": ["text": "t"],
      "services": ["s"], "needs": ["n"],
    ]
    let values: [JSON] = [nil, true, 1.5, "x", [], [:], [nil], ["x": 1], -3, "\u{0}"]
    for _ in 0..<500 {
      var bad = good
      let keys = bad.objectValue?.keys ?? []
      for _ in 0..<2 {
        let key = keys[Int.random(in: keys.indices, using: &generator)]
        bad[key] = values[Int.random(in: values.indices, using: &generator)]
      }
      let definitions = decode(["store.json": ["name": "x"], "segments/a.json": bad])
      #expect(definitions.segments.count == 1, "seed 5: \(bad)")
    }
  }

  @Test func `a missing store is named`() {
    #expect(
      decode([:]).problems.map(\.description)
        == ["store.json: the file is missing; run rapport init"]
    )
  }
}
