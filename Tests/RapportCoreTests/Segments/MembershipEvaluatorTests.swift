import JSONLogic
import Testing

@testable import RapportCore

struct MembershipEvaluatorTests {
  static let catalog: JSON = [
    [
      "path": "behavioral.orders", "label": ["en": "orders"], "type": "integer",
      "question": ["en": "How often did you order?", "de": "Wie oft?"],
    ],
    [
      "path": "behavioral.lastOrder", "label": ["en": "last order"], "type": "date",
      "question": ["en": "When did you last order from us?"], "reason": ["en": "So that it fits."],
    ],
    [
      "path": "behavioral.spend12m", "label": ["en": "spend in 12 months"], "type": "number",
      "unit": ["en": "EUR"],
    ],
    [
      "path": "behavioral.newsletter", "label": ["en": "newsletter"], "type": "boolean",
      "question": ["en": "Do you get our newsletter?"],
    ],
    [
      "path": "demographic.born", "label": ["en": "born"], "type": "date", "protected": true,
      "question": ["en": "When were you born?"],
    ],
    ["path": "firmographic.employees", "label": ["en": "employees"], "type": "integer"],
    ["path": "geographic.country", "label": ["en": "country"], "type": "text"],
    ["path": "geographic.postcode", "label": ["en": "postcode"], "type": "text", "personal": true],
    [
      "path": "technographic.device", "label": ["en": "device"], "type": "choice",
      "choices": [
        ["value": "ios", "label": ["en": "iOS"]], ["value": "android", "label": ["en": "Android"]],
        ["value": "web", "label": ["en": "Web"]],
      ], "question": ["en": "What do you use?"],
    ],
    ["path": "technographic.bikes", "label": ["en": "bikes"], "type": "list"],
    ["path": "technographic.version", "label": ["en": "app version"], "type": "version"],
  ]

  static func evaluator(
    _ rules: [(id: String, rule: JSON)],
    extra: [String: JSON] = [:],
    masked: Bool = false
  ) throws -> MembershipEvaluator {
    var files: [String: JSON] = [
      "store.json": ["name": "x", "defaults": ["timeZone": "Europe/Berlin"]],
      "attributes.json": catalog,
    ]
    for (position, (id, rule)) in rules.enumerated() {
      var segment: JSON = [
        "id": .string(id), "name": .string(id.uppercased()), "priority": JSON(10 + position),
        "rule": rule,
      ]
      for (key, value) in extra[id]?.objectValue ?? [:] { segment[key] = value }
      files["segments/\(id).json"] = segment
    }
    let definitions = Definitions(decoding: DefinitionDocuments(files: files))
    try #require(definitions.problems.filter { !$0.message.contains("no operation") } == [])
    let moment = try #require(Instant(parsing: "2026-11-22T10:00:00Z"))
    return MembershipEvaluator(definitions, at: moment, languages: ["en"], masked: masked)
  }

  private func facts(_ record: JSONObject, account: JSONObject? = nil) -> CustomerFacts {
    var record = record
    record["id"] = "C-1"
    return CustomerFacts(
      Customer(id: "C-1", record: record),
      account: account.map { Customer(id: "A-1", record: $0) }
    )
  }

  private func membership(_ rule: String, _ record: String) throws -> Membership {
    let evaluator = try Self.evaluator([("s", JSON(parsing: rule))])
    let record = try #require(try JSON(parsing: record).objectValue)
    return try #require(evaluator.memberships(of: facts(record)).first)
  }

  @Test(arguments: [
    (
      #"{">=": [{"var": "behavioral.orders"}, 12]}"#, #"{"behavioral": {"orders": 14}}"#,
      "in: 14 orders (12 or more)"
    ),
    (
      #"{">=": [{"var": "behavioral.orders"}, 12]}"#, #"{"behavioral": {"orders": 1}}"#,
      "out: 1 order (12 or more)"
    ),
    (
      #"{"!": {">=": [{"var": "behavioral.orders"}, 12]}}"#, #"{"behavioral": {"orders": 1}}"#,
      "in: 1 order (less than 12)"
    ),
    (
      #"{"<": [12, {"var": "behavioral.orders"}]}"#, #"{"behavioral": {"orders": 14}}"#,
      "in: 14 orders (more than 12)"
    ),
    (
      #"{"<=": [10, {"var": "behavioral.orders"}, 20]}"#, #"{"behavioral": {"orders": 14}}"#,
      "in: 14 orders (10 to 20)"
    ),
    (
      #"{">": [{"var": "behavioral.spend12m"}, 1000]}"#, #"{"behavioral": {"spend12m": 1289.5}}"#,
      "in: spend in 12 months 1289.5 EUR (more than 1000 EUR)"
    ),
    (
      #"{"within_days": [{"var": "behavioral.lastOrder"}, 90]}"#,
      #"{"behavioral": {"lastOrder": "2026-10-03"}}"#, "in: last order 50 days ago (within 90)"
    ),
    (
      #"{"!": {"within_days": [{"var": "behavioral.lastOrder"}, 90]}}"#,
      #"{"behavioral": {"lastOrder": "2026-01-03"}}"#,
      "in: last order 323 days ago (not within 90)"
    ),
    (
      #"{"within_days": [{"var": "behavioral.lastOrder"}, 90]}"#,
      #"{"behavioral": {"lastOrder": "2026-11-22"}}"#, "in: last order today (within 90)"
    ),
    (
      #"{"within_days": [{"var": "behavioral.lastOrder"}, 90]}"#,
      #"{"behavioral": {"lastOrder": "2026-11-25"}}"#, "out: last order in 3 days (within 90)"
    ),
    (
      #"{">=": [{"age_years": {"var": "demographic.born"}}, 18]}"#,
      #"{"demographic": {"born": "1984-06-15"}}"#, "in: born 42 years ago (18 or more)"
    ),
    (
      #"{">=": [{"age_years": {"var": "since"}}, 5]}"#, #"{"since": "2019-04-01"}"#,
      "in: customer for 7 years (5 or more)"
    ),
    (
      #"{"within_days": [{"var": "since"}, 60]}"#, #"{"since": "2026-11-10"}"#,
      "in: customer for 12 days (within 60)"
    ),
    (
      #"{"within_days": [{"var": "since"}, 60]}"#, #"{"since": "2019-04-01"}"#,
      "out: customer for 7 years (within 60 days)"
    ),
    (
      #"{"in": [{"var": "geographic.country"}, ["DE", "AT", "CH", "NL", "FR", "GB"]]}"#,
      #"{"geographic": {"country": "US"}}"#, "out: country is US, not DE, AT, CH or 3 others"
    ),
    (
      #"{"some": [{"var": "technographic.bikes"}, {"===": [{"var": ""}, "kids"]}]}"#,
      #"{"technographic": {"bikes": ["city"]}}"#, "out: bikes: city (with kids)"
    ),
    (
      #"{"or": [{"===": [{"var": "technographic.device"}, "ios"]},"#
        + #"{"===": [{"var": "technographic.device"}, "android"]}]}"#,
      #"{"technographic": {"device": "ios"}}"#, "in: device is iOS (iOS or Android)"
    ),
    (
      #"{"in": [{"var": "technographic.device"}, ["ios", "android"]]}"#,
      #"{"technographic": {"device": "web"}}"#, "out: device is Web, not iOS or Android"
    ),
    (
      #"{"===": [{"var": "technographic.device"}, "ios"]}"#,
      #"{"technographic": {"device": "ios"}}"#, "in: device is iOS"
    ),
    (
      #"{"!==": [{"var": "geographic.country"}, "DE"]}"#, #"{"geographic": {"country": "FR"}}"#,
      "in: country is FR (not DE)"
    ),
    (
      #"{"!==": [{"var": "geographic.country"}, "DE"]}"#, #"{"geographic": {"country": "DE"}}"#,
      "out: country is DE (anything but DE)"
    ),
    (
      #"{"===": [{"var": "behavioral.newsletter"}, true]}"#,
      #"{"behavioral": {"newsletter": true}}"#,
      "in: newsletter: yes"
    ),
    (
      #"{"!": {"var": "behavioral.newsletter"}}"#, #"{"behavioral": {"newsletter": true}}"#,
      "out: newsletter: yes"
    ),
    (
      #"{"some": [{"var": "technographic.bikes"}, {"starts_with": [{"var": ""}, "e-"]}]}"#,
      #"{"technographic": {"bikes": ["city", "e-cargo"]}}"#,
      "in: bikes: city, e-cargo (with one starting with e-)"
    ),
    (
      #"{"all": [{"var": "technographic.bikes"}, {"in": [{"var": ""}, ["city", "kids"]]}]}"#,
      #"{"technographic": {"bikes": ["city", "e-cargo"]}}"#,
      "out: bikes: city, e-cargo (only city or kids)"
    ),
    (
      #"{">=": [{"count_where": [{"var": "technographic.bikes"}, {"===": [{"var": ""}, "city"]}]}, 2]}"#,
      #"{"technographic": {"bikes": ["city", "city"]}}"#, "in: bikes: 2 city (2 or more)"
    ),
    (
      #"{"in": ["city", {"var": "technographic.bikes"}]}"#,
      #"{"technographic": {"bikes": ["city"]}}"#,
      "in: bikes: city (with city)"
    ),
    (
      #"{"sem_ver": [{"var": "technographic.version"}, "<", "4.3.0"]}"#,
      #"{"technographic": {"version": "4.2.1"}}"#, "in: app version 4.2.1 (before 4.3.0)"
    ),
    (#"{"!=": [{"var": "company"}, null]}"#, #"{"company": "Kiefer"}"#, "in: company known"),
    (#"{"!": {"missing": "company"}}"#, #"{}"#, "out: company not known"),
    (
      #"{"and": [{"===": [{"var": "kind"}, "person"]}, {">=": [{"var": "behavioral.orders"}, 2]}]}"#,
      #"{"behavioral": {"orders": 14}}"#, "in: 14 orders (2 or more), kind is person"
    ),
    (
      #"{"and": [{">=": [{"var": "behavioral.orders"}, 12]},"#
        + #"{"within_days": [{"var": "behavioral.lastOrder"}, 90]}]}"#,
      #"{"behavioral": {"orders": 14}}"#, "unknown: not known: last order"
    ),
    (
      #"{"and": [{">=": [{"var": "behavioral.orders"}, 12]},"#
        + #"{"within_days": [{"var": "behavioral.lastOrder"}, 90]}]}"#,
      #"{"behavioral": {}}"#, "unknown: not known: orders, last order"
    ),
    (
      #"{"within_days": [{"var": "behavioral.lastOrder"}, 90]}"#,
      #"{"behavioral": {"lastOrder": "soon"}}"#, "unknown: cannot be read: last order (soon)"
    ),
    (
      #"{">": [{"+": [{"var": "behavioral.orders"}, 1]}, 2]}"#, #"{"behavioral": {"orders": 3}}"#,
      "in: orders + 1 more than 2 (orders 3)"
    ),
    (#"{"throw": "x"}"#, "{}", "broken: the rule cannot be used: x at "),
  ])
  func `why is said with the customer's own values`(
    rule: String,
    record: String,
    expected: String
  ) throws {
    let membership = try membership(rule, record)
    let line = "\(membership.answer.rawValue): \(membership.why)"
    #expect(
      membership.answer == .broken ? line.hasPrefix("broken: the rule cannot") : line == expected
    )
  }

  @Test(arguments: [
    (
      #"{">=": [{"var": "firmographic.employees"}, 50]}"#, #"{"firmographic": {"employees": 38}}"#,
      "nearly: 38 of 50 employees"
    ),
    (
      #"{"<=": [{"var": "behavioral.orders"}, 12]}"#, #"{"behavioral": {"orders": 14}}"#,
      "nearly: 14 orders, at most 12"
    ),
    (
      #"{">=": [{"var": "behavioral.spend12m"}, 1000]}"#, #"{"behavioral": {"spend12m": 950}}"#,
      "nearly: spend in 12 months 950 EUR, at least 1000 EUR"
    ),
    (
      #"{"within_days": [{"var": "behavioral.lastOrder"}, 90]}"#,
      #"{"behavioral": {"lastOrder": "2026-08-19"}}"#, "nearly: last order 95 days ago, within 90"
    ),
    (
      #"{">=": [{"var": "firmographic.employees"}, 50]}"#, #"{"firmographic": {"employees": 3}}"#,
      nil
    ),
    (
      #"{"and": [{">=": [{"var": "behavioral.orders"}, 12]},"#
        + #"{"===": [{"var": "geographic.country"}, "DE"]}]}"#,
      #"{"behavioral": {"orders": 11}, "geographic": {"country": "FR"}}"#, nil
    ),
    (
      #"{"===": [{"var": "geographic.country"}, "DE"]}"#, #"{"geographic": {"country": "FR"}}"#, nil
    ),
  ])
  func `how little is missing is said only where it is little`(
    rule: String,
    record: String,
    expected: String?
  ) throws {
    #expect(try membership(rule, record).nearMiss == expected)
  }

  @Test func `a person's own entry beats the account's, which beats the rule, until its last day`()
    throws
  {
    func manual(_ entries: [JSON]) throws -> Membership? {
      try Self.evaluator(
        [("s", ["===": [["var": "geographic.country"], "DE"]])],
        extra: ["s": ["manual": .array(entries)]]
      ).memberships(
        of: facts(["account": "A-1", "geographic": ["country": "DE"]], account: ["id": "A-1"])
      ).first
    }
    let account: JSON = ["customer": "A-1", "member": false, "reason": "key account", "by": "mk"]
    let person: JSON = [
      "customer": "C-1", "member": true, "reason": "asked", "until": "2026-11-22",
    ]
    let past: JSON = ["customer": "C-1", "member": true, "reason": "asked", "until": "2026-11-21"]
    #expect(try manual([])?.why == "country is DE")
    #expect(try manual([account])?.why == "the account was taken out by mk: key account")
    #expect(try manual([account])?.answer == .out)
    #expect(try manual([account, person])?.why == "put in: asked")
    #expect(try manual([account, person])?.manual?.customer == "C-1")
    #expect(try manual([account, past])?.answer == .out)
  }

  @Test func `a segment of a segment follows it, and a cycle breaks only itself`() throws {
    let evaluator = try Self.evaluator([
      ("a", ["in_segment": "b"]), ("b", ["===": [["var": "geographic.country"], "DE"]]),
      ("c", ["in_segment": "d"]), ("d", ["!": ["in_segment": "c"]]),
      ("e", ["in_segment": "nobody"]),
      ("f", ["or": [["in_segment": "b"], ["in_segment": "c"]]]),
    ])
    let german = evaluator.memberships(of: facts(["geographic": ["country": "DE"]]))
    #expect(german.map(\.answer) == [.in, .in, .broken, .broken, .broken, .in])
    #expect(german[0].why == "also in B")
    #expect(german[2].why == "its rule asks for itself: c, d, c")
    #expect(german[4].why.contains("there is no segment \"nobody\""))
    let unknown = evaluator.memberships(of: facts([:]))
    #expect(unknown.prefix(2).map(\.answer) == [.unknown, .unknown])
    #expect(unknown[0].why == "not known: whether in B")
  }

  @Test func `drafts and retired segments are not listed, and broken ones say why`() throws {
    let evaluator = try Self.evaluator(
      [("a", ["nonsense": 1]), ("b", ["===": [1, 1]]), ("c", ["===": [1, 1]])],
      extra: ["b": ["status": "draft"], "c": ["status": "retired"]]
    )
    let memberships = evaluator.memberships(of: facts([:]))
    #expect(memberships.map(\.segment) == ["a"])
    #expect(memberships[0].answer == .broken)
    #expect(memberships[0].why == "its rule cannot be used: no operation is called \"nonsense\"")
    let draft = try #require(evaluator.definitions.segments.first { $0.id == "b" })
    #expect(evaluator.membership(of: facts([:]), in: draft).answer == .in)
  }

  @Test func `masked, a personal value is in no reason`() throws {
    let evaluator = try Self.evaluator(
      [("s", ["starts_with": [["var": "geographic.postcode"], "10"]])],
      masked: true
    )
    let membership = try #require(
      evaluator.memberships(of: facts(["geographic": ["postcode": "10115"]])).first
    )
    #expect(membership.why == "postcode hidden (starting with 10)")
    #expect(membership.because.first?.actual == nil)
  }

  @Test func `an eligibility may ask for segments`() throws {
    let evaluator = try Self.evaluator([("b", ["===": [["var": "geographic.country"], "DE"]])])
    let facts = facts(["geographic": ["country": "DE"]])
    let rule = try Rule(["in_segment": "b"], operations: RuleOperations.names)
    let judgement = evaluator.judge(rule, of: facts, memberships: evaluator.memberships(of: facts))
    #expect(judgement.answer == .in)
    #expect(judgement.why == "also in B")
  }
}
