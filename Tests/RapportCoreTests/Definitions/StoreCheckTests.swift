import JSONLogic
import Testing

@testable import RapportCore

struct StoreCheckTests {
  /// 2026-11-22T09:04:00Z.
  private static let now = Instant(seconds: 1_795_338_240)

  /// A small store without a problem.
  private static let good: [String: String] = [
    "store.json": #"""
    {"name": "x", "company": "X", "goal": {"text": "g"}, "defaults": {"language": "en",
     "timeZone": "Europe/Berlin", "country": "DE", "currency": "EUR", "tone": "warm"}}
    """#,
    "agents.json": #"[{"id": "mk", "name": "Maria"}]"#,
    "attributes.json": #"""
    [{"path": "behavioral.orders", "label": "orders", "type": "integer"},
     {"path": "behavioral.lastOrder", "label": "last order", "type": "date"},
     {"path": "technographic.device", "label": "device", "type": "choice", "choices": ["ios", "web"]},
     {"path": "technographic.bikes", "label": "bikes", "type": "list", "choices": ["city", "cargo"]},
     {"path": "technographic.app", "label": "app", "type": "version"},
     {"path": "geographic.postcode", "label": "postcode", "type": "text"}]
    """#,
    "intents.json": #"[{"id": "billing", "title": "Billing"}]"#,
    "segments/a.json": #"""
    {"id": "a", "name": "A", "priority": 10, "goal": {"text": "g"}, "tone": "warm", "owner": "mk",
     "services": ["line"], "rule": {">=": [{"var": "behavioral.orders"}, 12]}}
    """#,
    "segments/b.json": #"""
    {"id": "b", "name": "B", "priority": 20, "goal": {"text": "g"}, "rule": {"in_segment": "a"}}
    """#,
    "tones/warm.json": #"""
    {"id": "warm", "name": "W",
     "phrases": {"en": {"greeting": "a", "apology": "b", "hold": "c", "closing": "d"}}}
    """#,
    "services/line.json": #"""
    {"id": "line", "name": "Line", "kind": "support-hours", "offer": "o",
     "hours": {"timeZone": "Europe/Berlin", "weekly": {"mon": ["08:00-12:00", "12:00-18:00"]}}}
    """#,
    "scripts/s.json": #"""
    {"id": "s", "title": "S", "intent": "billing", "channels": ["phone"], "steps": [
     {"id": "one", "kind": "say", "text": "t"},
     {"id": "two", "kind": "choose", "text": "?", "next": [{"label": "y", "to": "one"}]},
     {"id": "end", "kind":"say", "text": "{{> greeting}} {{> closing}}"}]}
    """#,
  ]

  private func problems(_ changes: [String: String] = [:]) throws -> [String] {
    var files: [String: JSON] = [:]
    for (file, text) in Self.good.merging(changes, uniquingKeysWith: { $1 }) {
      files[file] = try JSON(parsing: text)
    }
    let definitions = Definitions(decoding: DefinitionDocuments(files: files))
    return StoreCheck.problems(of: definitions, at: Self.now).map(\.description)
  }

  private func replace(_ file: String, _ old: String, _ new: String) throws -> [String] {
    let text = try #require(Self.good[file])
    try #require(text.contains(old))
    return try problems([file: text.replacing(old, with: new)])
  }

  @Test func `a good store has no problem`() throws {
    #expect(try problems() == [])
  }

  @Test(arguments: [
    (
      "segments/a.json", #""tone": "warm""#, #""tone": "wram""#,
      "segments/a.json#/tone: there is no tone \"wram\"; did you mean \"warm\"?"
    ),
    (
      "segments/a.json", #"["line"]"#, #"["lime", "line"]"#,
      "segments/a.json#/services/0: there is no service \"lime\"; did you mean \"line\"?"
    ),
    (
      "segments/a.json", #""owner": "mk""#, #""owner": "km""#,
      "segments/a.json#/owner: there is no agent \"km\"; did you mean \"mk\"?"
    ),
    (
      "segments/a.json", #""goal": {"text": "g"},"#, "",
      "segments/a.json: no goal; say what the segment is for: {\"text\": ...}"
    ),
    (
      "segments/b.json", "20", "10",
      "segments/b.json#/priority: priority 10 is that of \"a\" too; the one with more conditions "
        + "wins, then the id"
    ),
    (
      "segments/b.json", #"{"in_segment": "a"}"#, #"{"in_segment": "c"}"#,
      "segments/b.json#/rule: there is no segment \"c\"; did you mean \"a\"?"
    ),
    (
      "segments/b.json", #"{"in_segment": "a"}"#, #"{"!": {"in_segment": "b"}}"#,
      "segments/b.json#/rule: the rule asks for itself: b, b; take one in_segment out of the circle"
    ),
    (
      "store.json", "Europe/Berlin", "Europe/Berlni",
      "store.json#/defaults/timeZone: there is no time zone \"Europe/Berlni\"; did you mean "
        + "\"Europe/Berlin\"?"
    ),
    (
      "store.json", #", "tone": "warm""#, "",
      "store.json#/defaults: no default tone; name one in \"tone\""
    ),
    (
      "store.json", #""goal": {"text": "g"}, "#, "",
      "store.json: no goal; say what the segments are for: {\"text\": ...}"
    ),
    (
      "store.json", #""EUR""#, #""euro""#,
      "store.json#/defaults/currency: \"euro\" is no currency; such as \"EUR\""
    ),
    (
      "services/line.json", "12:00-18:00", "11:59-18:00",
      "services/line.json#/hours/weekly/mon/1: it overlaps the span at /hours/weekly/mon/0; "
        + "make one span of the two, or begin it at 12:00"
    ),
    (
      "services/line.json", #"{"mon": ["08:00-12:00", "12:00-18:00"]}"#,
      #"{"mon": ["00:00-02:00"], "sun": ["22:00-01:00"]}"#,
      "services/line.json#/hours/weekly/mon/0: it overlaps the span at /hours/weekly/sun/0; "
        + "make one span of the two, or begin it at 01:00"
    ),
    (
      "services/line.json", #""offer": "o""#, #""offer": "o", "instead": "line""#,
      "services/line.json#/instead: it stands in for itself: line, line"
    ),
    (
      "scripts/s.json", #""to": "one""#, #""to": "onne""#,
      "scripts/s.json#/steps/1/next/0/to: there is no step \"onne\"; did you mean \"one\"?"
    ),
    (
      "scripts/s.json", #""id": "two""#, #""id": "one""#,
      "scripts/s.json#/steps/1/id: the step \"one\" is there twice"
    ),
    (
      "scripts/s.json", #""text": "t""#, #""text": {"de": "t"}"#,
      "scripts/s.json#/steps: no language has every step, so it is never shown; translate the "
        + "missing ones"
    ),
    (
      "scripts/s.json", #""kind": "say""#, #""kind": "verify", "needs": ["geographic.postcod"]"#,
      "scripts/s.json#/steps/0/needs/0: unknown attribute \"geographic.postcod\"; did you mean "
        + "\"geographic.postcode\"?"
    ),
    (
      "tones/warm.json", #", "closing": "d""#, "",
      "tones/warm.json#/phrases/en: the default tone has no closing in \"en\", which leaves a blank "
        + "in scripts"
    ),
    (
      "agents.json", "]", #", {"id": "mk", "name": "M"}]"#,
      "agents.json#/1/id: \"mk\" is there twice; the first one counts"
    ),
    (
      "scripts/s.json", #""text": "t""#, #""text": "Hi {{custmer.callName}}""#,
      "scripts/s.json#/steps/0/text/en: line 1, column 4: unknown variable "
        + "\"custmer.callName\"; did you mean \"customer.callName\"?"
    ),
    (
      "scripts/s.json", #""text": "t""#, #""text": "{{ask.order}}""#,
      "scripts/s.json#/steps/0/text/en: line 1, column 1: unknown variable \"ask.order\"; add it "
        + "to \"asks\""
    ),
    (
      "scripts/s.json", #""text": "t""#,
      #""text": "{{> greting}} {{#customer}}{{id}}{{/customer}}""#,
      "scripts/s.json#/steps/0/text/en: line 1, column 1: unknown phrase \"greting\"; did you mean "
        + "\"greeting\"?"
    ),
    (
      "tones/warm.json", #""hold": "c""#, #""hold": "{{now.moring}} {{ask.x}} {{company.name}}""#,
      "tones/warm.json#/phrases/en/hold: line 1, column 1: unknown variable \"now.moring\"; did you "
        + "mean \"now.morning\"?"
    ),
    (
      "services/line.json", #""weekly": {"mon": ["08:00-12:00", "12:00-18:00"]}"#, #""weekly": {}"#,
      "services/line.json#/hours/weekly: it is never open; list spans, or no hours"
    ),
    (
      "services/line.json", #""timeZone": "Europe/Berlin""#, #""timeZone": "Berlin""#,
      "services/line.json#/hours/timeZone: there is no time zone \"Berlin\"; did you mean "
        + "\"Europe/Berlin\"?"
    ),
    (
      "attributes.json", "geographic.postcode", "geografic.postcode",
      "attributes.json#/5/path: \"geografic.postcode\" is in no family; did you mean "
        + "\"geographic\"?"
    ),
  ])
  func `what would make a screen wrong is named`(
    file: String,
    old: String,
    new: String,
    problem: String
  ) throws {
    #expect(try replace(file, old, new) == [problem])
  }

  @Test(arguments: [
    (
      #"{">=": [{"var": "behavioral.order"}, 12]}"#,
      "#/rule/>=/0: unknown attribute \"behavioral.order\"; did you mean \"behavioral.orders\"?"
    ),
    (
      #"{">=": [{"var": "behavioral.orders"}, "12"]}"#,
      "#/rule: text \"12\" never equals behavioral.orders, which is a whole number; write 12 without quotes"
    ),
    (
      #"{"===": [{"var": "technographic.device"}, "iso"]}"#,
      "#/rule: \"iso\" is no choice of technographic.device; did you mean \"ios\"?"
    ),
    (
      #"{"in": [{"var": "technographic.device"}, ["ios", "fax"]]}"#,
      "#/rule: \"fax\" is no choice of technographic.device; choices are ios, web"
    ),
    (
      #"{"in": ["cargp", {"var": "technographic.bikes"}]}"#,
      "#/rule: \"cargp\" is no choice of technographic.bikes; did you mean \"cargo\"?"
    ),
    (
      #"{"some": [{"var": "technographic.bikes"}, {"===": [{"var": ""}, "cty"]}]}"#,
      "#/rule/some/1: \"cty\" is no choice of technographic.bikes; did you mean \"city\"?"
    ),
    (
      #"{"===": [{"var": "technographic.bikes"}, "city"]}"#,
      "#/rule: one value is compared, and technographic.bikes is a list; ask for its items with in, some, all or none"
    ),
    (
      #"{"within_days": [{"var": "behavioral.orders"}, 9]}"#,
      "#/rule: within_days wants a date, and behavioral.orders is a whole number; compare it with a number, by ===, < or >="
    ),
    (
      #"{"<": [{"var": "technographic.app"}, "4.2"]}"#,
      "#/rule: versions are compared as text; use sem_ver"
    ),
    (
      #"{"sem_ver": [{"var": "technographic.app"}, "=<", "four"]}"#,
      "#/rule: \"four\" is no version; such as \"4.2.0\""
    ),
    (
      #"{"matches": [{"var": "geographic.postcode"}, "("]}"#,
      "#/rule: the pattern cannot be used: missing ): (; write it in RE2's dialect"
    ),
    (#"{"==": [{"var": "behavioral.orders"}, 1]}"#, "#/rule: compares text with numbers; use ==="),
    (
      #"{"<=": [20, {"var": "behavioral.orders"}, 10]}"#,
      "#/rule: nothing lies between 20 and 10; swap them"
    ),
    ("true", "#/rule: the rule holds for everybody"),
    (
      #"{">": [{"age_years": {"var": "behavioral.lastOrder"}}, "1"]}"#,
      "#/rule: text \"1\" where a number is wanted"
    ),
  ])
  func `a rule that compiles is compared with the catalog`(rule: String, problem: String) throws {
    let found = try replace("segments/b.json", #"{"in_segment": "a"}"#, rule)
    #expect(found.contains("segments/b.json\(problem)"), "\(found)")
  }

  @Test func `pinned customers for whom the rule says otherwise are named`() throws {
    var files: [String: JSON] = [:]
    for (file, text) in Self.good { files[file] = try JSON(parsing: text) }
    files["segments/a.json"]?["golden"] = [
      "members": ["C-1", "C-2", "C-9"], "nonmembers": ["C-1"],
    ]
    let definitions = Definitions(decoding: DefinitionDocuments(files: files))
    #expect(StoreCheck.problems(of: definitions, at: Self.now).count == 1)
    let known = Dictionary(
      uniqueKeysWithValues: [("C-1", 14), ("C-2", 3)].map { (id: Customer.ID, orders: Int) in
        (id, KnownCustomer(Customer(id: id, record: ["behavioral": ["orders": JSON(orders)]])))
      }
    )
    let problems = StoreCheck.golden(of: definitions, at: Instant(seconds: 0), known)
    #expect(
      problems.map(\.description) == [
        "segments/a.json#/golden/members/1: \"C-2\" must belong and does not; 3 orders (12 or more)",
        "segments/a.json#/golden/members/2: there is no customer \"C-9\"",
        "segments/a.json#/golden/nonmembers/0: \"C-1\" must not belong and does; 14 orders (12 or "
          + "more)",
      ]
    )
  }
}
