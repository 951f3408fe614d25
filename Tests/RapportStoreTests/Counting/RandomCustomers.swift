import JSONLogic
import RapportCore

/// Random customers and rules over a small vocabulary, so that they meet.
struct RandomCustomers {
  var random: SplitMix64

  static let catalog = AttributeCatalog(
    Attribute.builtIn
      + [
        ("behavioral.orders", .integer), ("behavioral.spend", .number),
        ("behavioral.lastOrder", .date), ("demographic.birth", .date),
        ("demographic.children", .boolean), ("psychographic.values", .list),
        ("technographic.version", .version), ("technographic.device", .choice),
        ("firmographic.employees", .integer), ("firmographic.industry", .choice),
      ].map { path, kind in
        Attribute(path: path, label: LocalizedText(["en": path]), kind: kind)
      }
  )

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func once(in times: Int) -> Bool {
    Int.random(in: 0..<times, using: &random) == 0
  }

  mutating func id() -> String { "C-\(Int.random(in: 1...400, using: &random))" }

  /// A line of customers.jsonl; sometimes one that deletes, sometimes none that can be read.
  mutating func line() -> String {
    if once(in: 40) {
      return pick(["", "  ", "{", "[1]", #"{"id":7}"#, #"{"id":"C-1","id":"C-2"}"#])
    }
    if once(in: 25) { return #"{"id":"\#(id())","deleted":true}"# }
    return JSON.object(record(id())).compact()
  }

  mutating func record(_ id: String) -> JSONObject {
    var record: JSONObject = ["id": .string(id)]
    if once(in: 6) { record["kind"] = pick(["account", "person", "account", nil, " "]) }
    if once(in: 2) { record["account"] = pick([.string(self.id()), "C-9999", " C-7 ", nil, 3]) }
    if once(in: 3) { record["name"] = pick(["Zoë", ["given": "Zoë", "family": "M"], nil]) }
    if once(in: 3) {
      record["tags"] = pick([["beta"], [], ["beta", "vip"], "vip", [nil, 1], nil])
    }
    if once(in: 3) { record["since"] = .string(date()) }
    var groups: [String: JSONObject] = [:]
    func set(_ group: String, _ key: String, _ value: JSON) {
      groups[group, default: [:]][key] = value
    }
    if !once(in: 4) { set("behavioral", "orders", pick([0, 1, 5, 12, 30, "12", nil, 2.5])) }
    if !once(in: 4) {
      let cents = Int.random(in: -100...90_000, using: &random)
      set("behavioral", "spend", once(in: 30) ? pick(["", true]) : JSON(Double(cents) / 100))
    }
    if !once(in: 4) { set("behavioral", "lastOrder", .string(date())) }
    if !once(in: 4) { set("demographic", "birth", .string(date())) }
    if !once(in: 4) { set("demographic", "children", pick([true, false, nil, "yes"])) }
    if !once(in: 4) {
      set(
        "psychographic",
        "values",
        pick([["green"], ["green", "fun"], [], "green", [["x"]], nil])
      )
    }
    if !once(in: 4) {
      set(
        "technographic",
        "version",
        pick(["4.2.1", "4.0.0-rc.1", "v3", "10.0.0", "new", "\u{00A0}"])
      )
    }
    if !once(in: 4) { set("technographic", "device", pick(["ios", "android", "Ios", "web", ""])) }
    if once(in: 2) { set("firmographic", "employees", pick([5, 50, 500, nil, 0])) }
    if once(in: 2) { set("firmographic", "industry", pick(["optics", " ", "bikes", nil])) }
    for (group, values) in groups { record[group] = .object(values) }
    if once(in: 40) { record["firmographic"] = pick([nil, "none", []]) }
    return record
  }

  private mutating func date() -> String {
    if once(in: 12) {
      return pick(["", "soon", "2026-02-30", "2026-11-22T23:30:00Z", "2024-02-29"])
    }
    let days = Int.random(in: 0..<20_000, using: &random)
    return CalendarDate(daysSinceEpoch: once(in: 2) ? 20_779 - days % 200 : days).description
  }

  mutating func rule(_ depth: Int, segments: [String] = []) -> JSON {
    guard depth > 0 else { return condition(segments) }
    let inner = (0...Int.random(in: 1...2, using: &random)).map { _ in
      rule(depth - 1, segments: segments)
    }
    switch Int.random(in: 0..<7, using: &random) {
    case 0, 1: return ["and": .array(inner)]
    case 2, 3: return ["or": .array(inner)]
    case 4: return ["!": [inner[0]]]
    case 5: return ["if": .array(inner)]
    default: return condition(segments)
    }
  }

  private mutating func condition(_ segments: [String]) -> JSON {
    func v(_ path: String) -> JSON { ["var": .string(path)] }
    let sign = pick(["<", "<=", ">", ">=", "===", "!=="])
    func compare(_ left: JSON, _ right: JSON) -> JSON {
      .object(JSONObject([(key: sign, value: .array([left, right]))]))
    }
    switch Int.random(in: 0..<22, using: &random) {
    case 0: return compare(v("behavioral.orders"), pick([0, 5, 12, "12"]))
    case 1: return compare(v("behavioral.spend"), JSON(Int.random(in: -1...900, using: &random)))
    case 2:
      return [
        "within_days": [v("behavioral.lastOrder"), JSON(Int.random(in: 0...200, using: &random))]
      ]
    case 3:
      return compare(
        ["age_years": [v("demographic.birth")]],
        JSON(Int.random(in: 0...60, using: &random))
      )
    case 4: return compare(v("demographic.birth"), "2001-05-05")
    case 5: return ["===": [v("demographic.children"), pick([true, false])]]
    case 6: return ["some": [v("psychographic.values"), ["===": [v(""), "green"]]]]
    case 7:
      return [
        ">=": [
          ["count_where": [v("psychographic.values"), ["in": [v(""), ["green", "fun"]]]]], 1,
        ]
      ]
    case 8: return ["sem_ver": [v("technographic.version"), pick(["<", ">=", "^", "~"]), "4.0.0"]]
    case 9: return ["in": [v("technographic.device"), ["ios", "android"]]]
    case 10: return ["icontains": [v("technographic.device"), "IOS"]]
    case 11: return ["matches": [v("technographic.version"), "[0-9.]+"]]
    case 12: return compare(v("firmographic.employees"), 50)
    case 13: return ["starts_with": [v("firmographic.industry"), "opt"]]
    case 14: return ["===": [v("kind"), pick(["account", "person"])]]
    case 15: return ["none": [v("tags"), ["===": [v(""), "vip"]]]]
    case 16: return ["missing": ["behavioral.orders", "firmographic.industry"]]
    case 17: return compare(v("behavioral.orders"), v("firmographic.employees"))
    case 18: return ["within_days": [v("since"), 30]]
    case 19 where !segments.isEmpty: return ["in_segment": [.string(pick(segments))]]
    case 20: return pick([["===": [v("name"), "Zoë"]], ["===": [v("hidden"), 1]]])
    case 21: return compare(["/": [v("behavioral.spend"), v("behavioral.orders")]], 10)
    default: return ["===": [v("firmographic.industry"), pick(["optics", nil])]]
    }
  }
}

/// What a file of customers says, read the simplest way.
struct NaiveBase {
  private(set) var customers: [Customer.ID: Customer] = [:]

  init(_ lines: [String]) {
    for line in lines {
      guard let record = (try? JSON(parsing: line))?.objectValue,
        let customer = Customer(record: record)
      else { continue }
      customers[customer.id] = record["deleted"] == true ? nil : customer
    }
  }

  var facts: [CustomerFacts] {
    customers.values.map { CustomerFacts($0, account: $0.account.flatMap { customers[$0] }) }
  }

  func counts(of rule: Rule, _ operations: Operations) -> AnswerCounts {
    var counts = AnswerCounts()
    for facts in facts { counts.add(rule.answer(facts, operations: operations)) }
    return counts
  }
}
