import JSONLogic

/// Random rules and data over a small vocabulary, so that they meet.
struct RandomRules {
  var random: SplitMix64

  static let names = ["orders", "plan", "active", "tags", "note", "scores", "deep.x"]

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func data() -> JSON {
    var data = JSONObject()
    if !random.once(in: 4) {
      data["orders"] = random.pick([0, 1, 5, 12, -3, 2.5, "12", true, nil])
    }
    if !random.once(in: 4) { data["plan"] = random.pick(["pro", "free", "", "  ", 3, nil]) }
    if !random.once(in: 4) { data["active"] = random.pick([true, false, nil, 1]) }
    if !random.once(in: 4) {
      data["tags"] = random.pick([[], ["vip"], ["vip", "pro"], ["", "vip"], [nil], "vip", nil])
    }
    if !random.once(in: 4) { data["note"] = random.pick(["a pro note", "", nil, "z"]) }
    if !random.once(in: 4) {
      data["scores"] = random.pick([[], [1, 2, 5], [5, nil], [["x"]], 4])
    }
    if !random.once(in: 4) { data["deep"] = random.pick([["x": 1], ["x": nil], nil, 4]) }
    return .object(data)
  }

  mutating func literal() -> JSON {
    random.pick([
      0, 1, 5, 12, "pro", "vip", "free", "", true, false, nil, [], ["pro", "free"], [1, 5],
    ])
  }

  mutating func variable() -> JSON {
    let name = JSON.string(random.pick(Self.names))
    if random.once(in: 8) { return ["var": [name, literal()]] }
    return ["var": name]
  }

  /// An operand: mostly a variable or a literal.
  mutating func operand(_ depth: Int) -> JSON {
    guard depth > 0, random.once(in: 4) else {
      return random.once(in: 2) ? variable() : literal()
    }
    let inner = depth - 1
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return ["+": [operand(inner), operand(inner)]]
    case 1: return ["*": [operand(inner), operand(inner), operand(inner)]]
    case 2: return ["/": [operand(inner), operand(inner)]]
    case 3: return ["max": [operand(inner), operand(inner)]]
    case 4: return ["cat": [operand(inner), operand(inner)]]
    case 5: return ["??": [operand(inner), operand(inner), literal()]]
    case 6: return ["if": [rule(inner), operand(inner), operand(inner)]]
    case 7: return ["try": [operand(inner), operand(inner)]]
    default: return rule(inner)
    }
  }

  mutating func rule(_ depth: Int) -> JSON {
    let inner = depth - 1
    guard depth > 0 else { return comparison(0) }
    switch Int.random(in: 0..<12, using: &random) {
    case 0, 1:
      return ["and": .array((0...Int.random(in: 0...2, using: &random)).map { _ in rule(inner) })]
    case 2, 3:
      return ["or": .array((0...Int.random(in: 0...2, using: &random)).map { _ in rule(inner) })]
    case 4: return ["!": [rule(inner)]]
    case 5: return ["!!": [operand(inner)]]
    case 6: return ["if": [rule(inner), rule(inner), rule(inner), rule(inner), rule(inner)]]
    case 7:
      let quantifier = random.pick(["some", "all", "none"])
      let list = random.once(in: 2) ? variable() : operand(inner)
      return [quantifier: [list, itemRule()]].asObject
    case 8 where random.once(in: 4): return ["throw": "no"]
    case 9: return operand(inner)
    default: return comparison(inner)
    }
  }

  mutating func itemRule() -> JSON {
    let item: JSON = ["var": ""]
    return switch Int.random(in: 0..<4, using: &random) {
    case 0: ["===": [item, literal()]]
    case 1: ["in": [item, literal()]]
    case 2: [">": [item, literal()]].asObject
    default: item
    }
  }

  mutating func comparison(_ depth: Int) -> JSON {
    switch Int.random(in: 0..<9, using: &random) {
    case 0:
      return [
        "missing": .array([.string(random.pick(Self.names)), .string(random.pick(Self.names))])
      ]
    case 1: return ["exists": .string(random.pick(["orders", "plan", "tags"]))]
    case 2: return ["in": [operand(depth), operand(depth)]]
    case 3: return [random.pick(["===", "!=="]): [variable(), nil]].asObject
    case 4: return ["<=": [operand(depth), operand(depth), operand(depth)]]
    default:
      let name = random.pick(["===", "!==", "<", "<=", ">", ">="])
      return [name: [operand(depth), operand(depth)]].asObject
    }
  }
}

extension [String: JSON] {
  /// A dictionary of one entry as an object, for keys that are chosen at random.
  var asObject: JSON { .object(JSONObject(map { (key: $0.key, value: $0.value) })) }
}
