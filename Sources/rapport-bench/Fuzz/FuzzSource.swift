import JSONLogic
import RapportCore
import TestSupport

/// Makes rules that nobody would write, out of those that somebody wrote.
struct FuzzSource {
  /// Rules of the community's suites, where they lie beside the checkout, and of the demo store.
  let rules: [JSON]
  /// What the suites apply them to.
  let data: [JSON]
  private let vocabulary: FuzzVocabulary

  init(_ definitions: Definitions) throws {
    var rules = definitions.segments.compactMap(\.rule?.json)
    rules += definitions.services.compactMap(\.eligibility?.json)
    var data: [JSON] = [nil]
    let files =
      ["", "/arithmetic", "/array", "/comparison", "/control", "/string"].flatMap {
        SharedData.files(in: "jsonlogic/community\($0)", ending: ".json")
      }
    for file in files {
      guard let bytes = SharedData.bytes(file) else { continue }
      for test in try JSON(parsing: bytes).arrayValue ?? [] {
        guard let rule = test["rule"] else { continue }
        rules.append(rule)
        data.append(test["data"] ?? nil)
      }
    }
    self.rules = rules
    self.data = data
    vocabulary = FuzzVocabulary(definitions)
  }

  /// The text of a rule, more or less.
  func text(_ random: inout SplitMix64) -> [UInt8] {
    switch random.below(20) {
    case 0..<8: return Array(rule(&random).compact().utf8)
    case 8..<12: return Array(grown(random.pick(rules), &random).compact().utf8)
    case 12: return Array(large(&random).compact().utf8)
    case 13..<16: return damaged(Array(rule(&random).compact().utf8), &random)
    case 16..<19: return damaged(Array(random.pick(rules).compact().utf8), &random)
    default: return (0..<random.below(60)).map { _ in UInt8(random.below(256)) }
    }
  }

  /// A rule over the attributes of customers, sometimes with a piece of another one in it.
  private func rule(_ random: inout SplitMix64) -> JSON {
    let rule = vocabulary.rule(random.below(5), &random)
    return random.once(in: 3) ? grown(rule, &random) : rule
  }

  /// A rule of up to ten thousand nodes, as deep or as broad as may be.
  private func large(_ random: inout SplitMix64) -> JSON {
    var rule = self.rule(&random)
    if random.once(in: 3) {
      for _ in 0..<random.below(64) { rule = wrapped(rule, &random) }
      return rule
    }
    let count = 10 << random.below(9)
    let isOneShape = random.once(in: 2)
    var parts: [JSON] = []
    while parts.count < count {
      parts.append(isOneShape ? vocabulary.condition(&random) : vocabulary.rule(1, &random))
    }
    return .object([random.pick(["and", "or", "if", "cat", "+", "??", "merge"]): .array(parts)])
  }

  /// The rule with some of its parts replaced by parts of others, or put into an operation.
  private func grown(_ rule: JSON, _ random: inout SplitMix64) -> JSON {
    var rule = rule
    for _ in 0...random.below(3) { rule = changed(rule, &random) }
    return rule
  }

  private func changed(_ json: JSON, _ random: inout SplitMix64) -> JSON {
    guard !random.once(in: 4) else {
      switch random.below(4) {
      case 0: return random.pick(rules)
      case 1: return vocabulary.literal(&random)
      case 2: return vocabulary.condition(&random)
      default: return wrapped(json, &random)
      }
    }
    switch json {
    case .array(var items) where !items.isEmpty:
      let place = random.below(items.count)
      switch random.below(8) {
      case 0: items.remove(at: place)
      case 1: items.insert(vocabulary.literal(&random), at: place)
      case 2: items.swapAt(place, random.below(items.count))
      default: items[place] = changed(items[place], &random)
      }
      return .array(items)
    case .object(let object):
      guard let entry = object.first else { return json }
      let name = random.once(in: 6) ? vocabulary.name(&random) : entry.key
      return .object([name: changed(entry.value, &random)])
    default:
      return json
    }
  }

  private func wrapped(_ json: JSON, _ random: inout SplitMix64) -> JSON {
    let list: JSON = random.once(in: 2) ? [1, "green", nil] : ["var": "psychographic.values"]
    return switch random.below(9) {
    case 0, 1: ["!": [json]]
    case 2: ["and": [json, vocabulary.condition(&random)]]
    case 3: ["or": [vocabulary.condition(&random), json]]
    case 4: ["if": [vocabulary.condition(&random), json, vocabulary.literal(&random)]]
    case 5: .object([random.pick(["some", "all", "none", "map", "filter"]): [list, json]])
    case 6: ["reduce": [list, json, ["var": "accumulator"]]]
    case 7: ["try": [json, vocabulary.condition(&random)]]
    default: .object([vocabulary.name(&random): [json, vocabulary.literal(&random)]])
    }
  }

  private func damaged(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.below(3) where !bytes.isEmpty {
      let place = random.below(bytes.count)
      switch random.below(6) {
      case 0: bytes[place] = UInt8(random.below(256))
      case 1: bytes.insert(random.pick(Array("{}[],:\"\\-0eu".utf8)), at: place)
      case 2: bytes.remove(at: place)
      case 3: bytes.removeSubrange(place...)
      case 4: bytes.insert(contentsOf: random.pick(rules).compact().utf8, at: place)
      default:
        guard (0x30...0x39).contains(bytes[place]) else { continue }
        let number = random.pick(["1e308", "-0", "9223372036854775807", "1e-7", "0.1", "null"])
        bytes.replaceSubrange(place...place, with: number.utf8)
      }
    }
    return bytes
  }
}

extension SplitMix64 {
  /// 0 up to a number, which itself is left out.
  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<max(1, limit), using: &self) }

  mutating func once(in times: Int) -> Bool { below(times) == 0 }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}
