import JSONLogic
import RapportCore

/// Random lines of journals about the customers of `RandomCustomers`, good and bad ones.
struct RandomJournals {
  var random: SplitMix64
  private var written = 0

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  /// Sometimes the id of an earlier line, sometimes none.
  private mutating func id() -> JSON {
    written += 1
    return pick([
      .string("L\(written)"), .string("L\(written)"), .string("L\(written / 2)"), nil, 7,
    ])
  }

  private mutating func customer(_ of: Int) -> JSON {
    pick([.string("C-\(1 + of % 400)"), .string("C-\(1 + of % 90)"), "C-9999", "", 4])
  }

  /// A moment of the two years before noon of the tests, or of the days behind it.
  private mutating func at() -> JSON {
    let minutes = Int64.random(in: -2_000...1_000_000, using: &random)
    // Many on one day, so that some are at the same moment.
    let seconds = minutes % 3 == 0 ? minutes / 1_440 * 86_400 : minutes * 60
    return pick([
      .string(Instant(seconds: 1_795_348_800 - seconds).text(offsetSeconds: 0)),
      .string(Instant(seconds: 1_795_348_800 - seconds).text(offsetSeconds: 0)),
      .string("yesterday"),
    ])
  }

  private mutating func line(_ fields: JSONObject) -> String {
    var record = fields
    record["id"] = id()
    let number = Int.random(in: 0..<10_000, using: &random)
    record["customer"] = customer(number)
    // A list of one text is not that text.
    if number % 25 == 1, let key = record.keys.randomElement(using: &random) {
      record[key] = record[key].map { [$0] }
    }
    return number % 40 == 0 ? pick(["{", "", "[]"]) : JSON.object(record).compact()
  }

  mutating func interaction() -> String {
    line(["at": at(), "channel": pick(["phone", "email", "chat", "fax", nil])])
  }

  mutating func survey() -> String {
    line([
      "kind": pick(["csat", "csat", "loyalty"]), "source": pick(["survey", "agent", nil]),
      "answeredAt": at(), "score": pick([1, 2, 3, 4, 5, 4.5, nil]), "min": pick([1, 0, nil]),
      "max": pick([5, 10, nil]), "reversed": pick([true, false, nil]),
    ])
  }

  mutating func order() -> String {
    line([
      "at": at(), "amount": pick(["49.00", "9.50", "120", "much"]), "currency": "EUR",
      "state": pick(["paid", "paid", "paid", "refunded"]),
    ])
  }

  /// A rule that reads derived attributes, by themselves and beside others.
  mutating func rule() -> JSON {
    func v(_ path: String) -> JSON { ["var": .string(path)] }
    func condition(_ sign: String) -> JSON {
      let number = JSON(pick([0, 1, 2, 5, 30, 300]))
      let path = pick([
        "behavioral.contacts30", "behavioral.contacts90", "behavioral.contacts365",
        "behavioral.lastContactDays", "behavioral.lastRating", "behavioral.recencyScore",
        "behavioral.frequencyScore", "behavioral.spendScore", "behavioral.lastOrderDays",
        "demographic.birthYears", "firmographic.contractEndsDays", "sinceDays",
      ])
      switch Int.random(in: 0..<8, using: &random) {
      case 0: return ["===": [v("behavioral.lastContactChannel"), pick(["phone", "email"])]]
      case 1: return ["in": [v("behavioral.buyerGroup"), ["Champions", "Loyal", "Lost"]]]
      case 2: return ["missing": [.string(path)]]
      // What no column has, so that records are read.
      case 3: return ["<": [["max": [v(path), v("hidden")]], number]]
      case 4: return ["===": [["var": ["behavioral", [:]]], number]]
      default: return .object(JSONObject([(key: sign, value: .array([v(path), number]))]))
      }
    }
    let one = condition(pick(["<", ">=", "==="]))
    let other = condition(pick(["<", ">", "!=="]))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return ["and": [one, other]]
    case 1: return ["or": [one, ["!": [other]]]]
    case 2: return ["and": [one, [">": [v("behavioral.orders"), 1]]]]
    default: return one
    }
  }
}
