import JSONLogic
import RapportCore

/// Fifty rules over the demo store's customers, of the operations that all peers know.
enum BenchmarkRules {
  static func rules() throws -> [Rule] {
    try json.map { try Rule($0, operations: RuleOperations.names) }
  }

  /// The rule with its first number changed, as an edit would.
  static func edited(_ json: JSON) -> JSON {
    var isDone = false
    return edited(json, &isDone)
  }

  private static func edited(_ json: JSON, _ isDone: inout Bool) -> JSON {
    switch json {
    case .number(let number) where !isDone:
      isDone = true
      return JSON(number.double + 1)
    case .array(let items): return .array(items.map { edited($0, &isDone) })
    case .object(let object):
      return .object(JSONObject(object.map { (key: $0.key, value: edited($0.value, &isDone)) }))
    default: return json
    }
  }

  private static let countries = ["DE", "AT", "CH", "US", "CA", "GB", "FR", "NL", "SE", "JP"]
  private static let devices = ["ios", "android", "web"]
  private static let settings = ["urban", "suburban", "rural"]
  private static let tags = ["beta", "vip", "moved-away", "press", "newsletter"]
  private static let styles = ["commute", "sport", "family", "touring", "cargo"]

  static var json: [JSON] { (0..<50).map(rule) }

  private static func v(_ path: String) -> JSON { ["var": .string(path)] }

  private static func pick(_ values: [String], _ number: Int) -> JSON {
    .string(values[number % values.count])
  }

  private static func rule(_ number: Int) -> JSON {
    let step = number / 10
    let orders: JSON = [">=": [v("behavioral.orders"), JSON(2 + 3 * step)]]
    let recent: JSON = ["within_days": [v("behavioral.lastOrder"), JSON(60 + 45 * step)]]
    let country: JSON = ["===": [v("geographic.country"), pick(countries, number)]]
    let spender: JSON = [">": [v("behavioral.spend12m"), JSON(150 * (step + 1) + number)]]
    switch number % 10 {
    case 0: return ["and": [orders, recent]]
    case 1: return ["or": [["and": [country, spender]], ["!": [recent]]]]
    case 2:
      return [
        "and": [
          ["in": [v("technographic.device"), [pick(devices, step), pick(devices, step + 1)]]],
          ["<=": [JSON(1 + step), v("behavioral.rideDays"), JSON(4 + step)]], orders,
        ]
      ]
    case 3: return ["and": [["some": [v("tags"), ["===": [v(""), pick(tags, step)]]]], orders]]
    case 4:
      return [
        "and": [
          ["===": [v("geographic.setting"), pick(settings, step)]],
          ["!==": [v("psychographic.ridingStyle"), pick(styles, step)]],
          ["<": [v("demographic.household"), JSON(3 + step)]],
        ]
      ]
    case 5:
      return [
        "or": [
          ["and": [["===": [v("demographic.children"), true]], orders]],
          [
            "and": [
              ["===": [v("kind"), "account"]],
              [">=": [v("firmographic.employees"), JSON(20 * (step + 1))]],
            ]
          ],
        ]
      ]
    case 6:
      return ["and": [["within_days": [v("since"), JSON(90 * (step + 1))]], ["!": [orders]]]]
    case 7:
      return [
        "and": [
          ["none": [v("psychographic.values"), ["===": [v(""), "sustainability"]]]],
          ["<": [v("behavioral.returns12m"), JSON(1 + step)]], recent,
        ]
      ]
    case 8:
      return [
        "and": [
          [
            "in": [
              v("geographic.country"), .array(countries[step...(step + 3)].map { .string($0) }),
            ]
          ],
          [">=": [v("demographic.birthYear"), JSON(1960 + 8 * step)]], spender,
        ]
      ]
    default:
      return [
        "or": [
          ["and": [[">=": [v("firmographic.fleetSize"), JSON(5 + 10 * step)]], country]],
          ["and": [["===": [v("behavioral.subscription"), "none"]], spender, recent]],
          ["!": [orders]],
        ]
      ]
    }
  }
}
