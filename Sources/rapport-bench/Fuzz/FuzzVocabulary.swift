import JSONLogic
import RapportCore

/// Rules and customers over the attributes of a catalog, so that they meet.
struct FuzzVocabulary {
  private let attributes: [Attribute]
  private let segments: [String]
  private let texts: [JSON]

  init(_ definitions: Definitions) {
    attributes = definitions.catalog.attributes.values.sorted { $0.path < $1.path }
    segments = definitions.segments.map(\.id.rawValue) + ["no-such-segment"]
    texts = attributes.flatMap(\.choices).map { .string($0.value) }
  }

  private static let names =
    Operator.allCases.map(\.rawValue) + RuleOperations.names.names + ["?:", "unheard_of"]

  /// The name of any operation, and of one that there is not.
  func name(_ random: inout SplitMix64) -> String { random.pick(Self.names) }

  func literal(_ random: inout SplitMix64) -> JSON {
    switch random.below(8) {
    case 0: random.pick([nil, true, false, "", " ", [], [nil], .object([:])])
    case 1: JSON(random.below(120) - 10)
    case 2: random.pick([0.5, -0.0, 1e300, 12, 2.5, 9_007_199_254_740_993, "12", "4.2.0"])
    case 3: .string(day(&random))
    case 4: .array((0..<random.below(4)).map { _ in random.pick(texts) })
    case 5: random.pick(["e\u{301}", "\u{E9}", "\u{202E}a", "[", "(?i)x", "\\Qa", "Ab", "<", "^"])
    default: random.pick(texts)
    }
  }

  func variable(_ random: inout SplitMix64) -> JSON {
    let path = JSON.string(random.once(in: 12) ? "hidden" : random.pick(attributes).path)
    return random.once(in: 10) ? ["var": [path, literal(&random)]] : ["var": path]
  }

  func rule(_ depth: Int, _ random: inout SplitMix64) -> JSON {
    guard depth > 0 else { return condition(&random) }
    let parts = (0...random.below(3)).map { _ in rule(depth - 1, &random) }
    return switch random.below(9) {
    case 0, 1, 2: ["and": .array(parts)]
    case 3, 4: ["or": .array(parts)]
    case 5: ["!": [parts[0]]]
    case 6: ["if": .array(parts)]
    case 7: ["!!": [parts[0]]]
    default: condition(&random)
    }
  }

  func condition(_ random: inout SplitMix64) -> JSON {
    let (left, right) = (variable(&random), literal(&random))
    switch random.below(18) {
    case 0: return ["missing": [random.pick(attributes).path].jsonTexts]
    case 1: return ["within_days": [left, JSON(random.below(400))]]
    case 2: return compared(["age_years": [left]], JSON(random.below(90)), &random)
    case 3: return ["sem_ver": [left, random.pick(["<", ">=", "^", "~", "==", "?"]), right]]
    case 4: return ["in_segment": [.string(random.pick(segments))]]
    case 5: return compared(["count_where": [left, item(&random)]], 1, &random)
    case 6, 7: return .object([random.pick(["some", "all", "none"]): [left, item(&random)]])
    case 8:
      let name = random.pick(["starts_with", "ends_with", "icontains", "matches"])
      return .object([name: [left, right]])
    case 9: return ["in": [left, [right, literal(&random)]]]
    case 10: return ["in": [right, left]]
    case 11: return ["<=": [literal(&random), left, right]]
    case 12: return compared(left, variable(&random), &random)
    case 13:
      let sum = JSON.object([random.pick(["+", "-", "*", "/", "%", "max"]): [left, right]])
      return compared(sum, literal(&random), &random)
    case 14: return .object([random.pick(["===", "!=="]): [left, nil]])
    case 15: return left
    default: return compared(left, right, &random)
    }
  }

  private func compared(_ left: JSON, _ right: JSON, _ random: inout SplitMix64) -> JSON {
    let name = random.pick(["<", "<=", ">", ">=", "===", "!==", "==", "!="])
    return .object([name: random.once(in: 6) ? [right, left] : [left, right]])
  }

  private func item(_ random: inout SplitMix64) -> JSON {
    let item: JSON = ["var": ""]
    return switch random.below(5) {
    case 0: ["===": [item, random.pick(texts)]]
    case 1: ["in": [item, .array([random.pick(texts), random.pick(texts)])]]
    case 2: ["starts_with": [item, "e"]]
    case 3: ["===": [item, ["val": [[2], "kind"]]]]
    default: [">": [item, literal(&random)]]
    }
  }

  private func day(_ random: inout SplitMix64) -> String {
    if random.once(in: 8) {
      return random.pick(["2026-02-30", "2024-02-29", "2026-03-29T01:30:00Z"])
    }
    return CalendarDate(daysSinceEpoch: 10_000 + random.below(11_000)).description
  }

  /// The record with some values gone.
  ///
  /// - Parameters:
  ///   - record: a customer's.
  ///   - isClean: whether what stays is of the kind that the catalog says.
  ///   - random: where chance comes from.
  /// - Returns: the record.
  func holed(_ record: JSONObject, isClean: Bool, _ random: inout SplitMix64) -> JSONObject {
    var record = record
    for attribute in attributes where random.once(in: 5) && attribute.path != "kind" {
      let value = isClean || random.once(in: 2) ? nil : literal(&random)
      RecordPath(attribute.path).set(value, in: &record)
    }
    return record
  }
}

extension [String] {
  fileprivate var jsonTexts: JSON { .array(map { .string($0) }) }
}
