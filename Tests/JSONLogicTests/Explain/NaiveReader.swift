import JSONLogic

/// A second three-valued evaluator, written straight from the definitions over the rule's JSON,
/// without compiling, scopes or limits; the judge of the real one.
struct NaiveReader {
  enum Known {
    case value(JSON)
    case missing(JSON)
    case truth(Bool)
    case unknown
    case broken

    var answer: Answer {
      switch self {
      case .value(let value): Answer(value.isTruthy)
      case .truth(let holds): Answer(holds)
      case .missing, .unknown: .unknown
      case .broken: .broken
      }
    }
  }

  static func read(_ rule: JSON, _ data: JSON) -> Known {
    if case .array(let items) = rule { return all(items, data) { .value(.array($0)) } }
    guard let (name, argument) = rule.objectValue?.first.map({ ($0.key, $0.value) }),
      rule.objectValue?.count == 1
    else { return .value(rule) }
    let operands = argument.arrayValue ?? [argument]
    switch name {
    case "var": return variable(operands, data)
    case "and": return junction(operands, data, .out)
    case "or": return junction(operands, data, .in)
    case "!": return flip(read(operands[0], data))
    case "!!": return flip(flip(read(operands[0], data)))
    case "if": return branch(operands, data)
    case "===", "!==", "<", "<=", ">", ">=": return compare(name, operands, data)
    case "in": return all(operands, data) { contains($0[0], $0[1], operands[1]) }
    case "+", "*", "max": return all(operands, data) { calculate(name, $0) }
    case "/":
      return all(operands, data) { values in
        guard case .number(let left) = values[0], case .number(let right) = values[1] else {
          return .unknown
        }
        return right.double == 0 ? .broken : .value(JSON(left.double / right.double))
      }
    case "cat": return all(operands, data) { .value(.string($0.map(text).joined())) }
    case "missing":
      let names = operands.compactMap(\.stringValue)
      let absent = names.filter { name in
        let value = data.value(at: VariablePath(dotted: name)) ?? .null
        return value == .null || value == ""
      }
      return .value(.array(absent.map { .string($0) }))
    case "exists": return .value(.bool(data[operands[0].stringValue ?? ""] != nil))
    case "??":
      var isMissing = false
      for operand in operands {
        switch read(operand, data) {
        case .value(.null): continue
        case .missing(.null): isMissing = true
        case let known: return known
        }
      }
      return isMissing ? .missing(.null) : .value(.null)
    case "throw": return .broken
    case "try":
      for operand in operands {
        let known = read(operand, data)
        if known.answer != .broken { return known }
      }
      return .broken
    case "some": return quantify(operands, data, deciding: .in, decided: true, empty: false)
    case "all": return quantify(operands, data, deciding: .out, decided: false, empty: false)
    case "none": return quantify(operands, data, deciding: .in, decided: false, empty: true)
    default: return .broken
    }
  }

  static func variable(_ operands: [JSON], _ data: JSON) -> Known {
    let value = data.value(at: VariablePath(dotted: operands[0].stringValue ?? "")) ?? .null
    if value == .null {
      guard operands.count > 1 else { return .missing(.null) }
      let fallback = read(operands[1], data)
      if case .value(.null) = fallback { return .missing(.null) }
      return fallback
    }
    if case .string(let text) = value, text.allSatisfy(\.isWhitespace) { return .missing(value) }
    return .value(value)
  }

  static func all(_ operands: [JSON], _ data: JSON, _ result: ([JSON]) -> Known) -> Known {
    let read = operands.map { Self.read($0, data) }
    if read.contains(where: { $0.answer == .broken }) { return .broken }
    let values = read.compactMap { known -> JSON? in
      if case .value(let value) = known { value } else { nil }
    }
    return values.count == operands.count ? result(values) : .unknown
  }

  static func junction(_ operands: [JSON], _ data: JSON, _ deciding: Answer) -> Known {
    var unknown = false
    var last = Known.value(false)
    for operand in operands {
      let known = read(operand, data)
      if known.answer == .broken { return .broken }
      if known.answer == deciding { return unknown ? .truth(deciding == .in) : known }
      if known.answer == .unknown { unknown = true } else { last = known }
    }
    return unknown ? .unknown : last
  }

  static func flip(_ known: Known) -> Known {
    switch known.answer {
    case .in: .value(false)
    case .out: .value(true)
    case .unknown: .unknown
    case .broken: .broken
    }
  }

  static func branch(_ operands: [JSON], _ data: JSON) -> Known {
    guard let first = operands.first else { return .value(.null) }
    let test = read(first, data)
    guard operands.count > 1 else { return test }
    let rest = Array(operands.dropFirst(2))
    switch test.answer {
    case .broken: return .broken
    case .in: return read(operands[1], data)
    case .out: return branch(rest, data)
    case .unknown:
      let (left, right) = (read(operands[1], data), branch(rest, data))
      if case .value(let left) = left, case .value(let right) = right, left == right {
        return .value(left)
      }
      if left.answer != right.answer || left.answer == .unknown { return .unknown }
      return left.answer == .broken ? .broken : .truth(left.answer == .in)
    }
  }

  static func compare(_ name: String, _ operands: [JSON], _ data: JSON) -> Known {
    let read = operands.map { Self.read($0, data) }
    if read.contains(where: { $0.answer == .broken }) { return .broken }
    var results: [Bool?] = []
    for pair in 1..<operands.count {
      let isEquality = name == "===" || name == "!=="
      var holds: Bool?
      if isEquality, operands[pair - 1] == .null || operands[pair] == .null {
        if let left = raw(read[pair - 1]), let right = raw(read[pair]) {
          holds = (left == right) == (name == "===")
        }
      } else if case .value(let left) = read[pair - 1], case .value(let right) = read[pair] {
        holds = relation(name, left, right)
      }
      results.append(holds)
    }
    return results.contains(nil) ? .unknown : .value(.bool(!results.contains(false)))
  }

  static func raw(_ known: Known) -> JSON? {
    switch known {
    case .value(let value), .missing(let value): value
    default: nil
    }
  }

  static func relation(_ name: String, _ left: JSON, _ right: JSON) -> Bool? {
    let order: (Bool, Bool)  // less, equal
    switch (left, right) {
    case (.number(let left), .number(let right)):
      order = (left.double < right.double, left.double == right.double)
    case (.string(let left), .string(let right)):
      let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
      order = (left.lexicographicallyPrecedes(right), left == right)
    case (.bool(let left), .bool(let right)): order = (!left && right, left == right)
    case (.null, .null): order = (false, true)
    case (.array, .array), (.object, .object):
      guard name == "===" || name == "!==" else { return nil }
      order = (false, left == right)
    default: return nil
    }
    return switch name {
    case "===": order.1
    case "!==": !order.1
    case "<": order.0
    case "<=": order.0 || order.1
    case ">": !order.0 && !order.1
    default: !order.0
    }
  }

  static func contains(_ needle: JSON, _ haystack: JSON, _ spelled: JSON) -> Known {
    if case .array(let items) = haystack {
      if items.contains(needle) { return .value(true) }
      let isLiteral = spelled.arrayValue != nil
      let isReadable =
        !isLiteral || items.isEmpty || items.contains { relation("===", $0, needle) != nil }
      return isReadable ? .value(false) : .unknown
    }
    guard case .string(let text) = haystack, case .string(let part) = needle else {
      return .unknown
    }
    let (whole, piece) = (Array(text.utf8), Array(part.utf8))
    guard piece.count <= whole.count else { return .value(false) }
    let found = (0...(whole.count - piece.count)).contains { start in
      Array(whole[start..<(start + piece.count)]) == piece
    }
    return .value(.bool(found))
  }

  static func calculate(_ name: String, _ values: [JSON]) -> Known {
    var numbers: [Double] = []
    for value in values {
      guard case .number(let number) = value else { return .unknown }
      numbers.append(number.double)
    }
    switch name {
    case "+": return .value(JSON(numbers.reduce(0, +)))
    case "*": return .value(JSON(numbers.reduce(1, *) + 0.0))
    default: return .value(JSON(numbers.max() ?? 0))
    }
  }

  static func text(_ value: JSON) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    case .array(let items): items.map(text).joined(separator: ",")
    default: value.compact()
    }
  }

  static func quantify(
    _ operands: [JSON],
    _ data: JSON,
    deciding: Answer,
    decided: Bool,
    empty: Bool
  ) -> Known {
    let list = read(operands[0], data)
    if list.answer == .broken { return .broken }
    guard case .value(.array(let items)) = list else {
      if case .value = list, operands[0].objectValue == nil { return .broken }
      return .unknown
    }
    if items.isEmpty { return .value(.bool(empty)) }
    var unknown = false
    for item in items {
      switch read(operands[1], item).answer {
      case .broken: return .broken
      case deciding: return .value(.bool(decided))
      case .unknown: unknown = true
      default: break
      }
    }
    return unknown ? .unknown : .value(.bool(!decided))
  }
}
