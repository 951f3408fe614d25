import JSONLogic
import Testing

/// The rules of segments.json read word for word, three-valued; slow and independent of the engine.
struct NaiveRule {
  let segments: [String: JSON]
  let customers: [String: JSON]
  let today: Day

  /// 0 out, 1 unknown, 2 in.
  func membership(_ segment: String, of customer: JSON) throws -> Int {
    let definition = try #require(segments[segment])
    for manual in definition["manual"]?.arrayValue ?? []
    where manual["customer"] == customer["id"] {
      return manual["member"]?.boolValue == true ? 2 : 0
    }
    return try answer(#require(definition["rule"]), customer, nil)
  }

  private func answer(_ rule: JSON, _ customer: JSON, _ item: JSON?) throws -> Int {
    let (operation, operands) = try parts(rule)
    switch operation {
    case "and": return try operands.map { try answer($0, customer, item) }.min() ?? 2
    case "or": return try operands.map { try answer($0, customer, item) }.max() ?? 0
    case "!": return try 2 - answer(operands[0], customer, item)
    case "in_segment": return try membership(#require(operands[0].stringValue), of: customer)
    case "some", "all", "none":
      guard let list = try value(operands[0], customer, item)?.arrayValue else { return 1 }
      let answers = try list.map { try answer(operands[1], customer, $0) }
      switch operation {
      case "some": return answers.max() ?? 0
      case "all": return answers.min() ?? 0
      default: return 2 - (answers.max() ?? 0)
      }
    default:
      let values = try operands.map { try value($0, customer, item) }
      guard !values.contains(nil) else { return 1 }
      return try compare(operation, values.compactMap { $0 }) ? 2 : 0
    }
  }

  private func compare(_ operation: String, _ values: [JSON]) throws -> Bool {
    let numbers = values.compactMap(\.doubleValue)
    switch operation {
    case ">=": return numbers[0] >= numbers[1]
    case "<": return numbers[0] < numbers[1]
    case "<=": return zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 }
    case "===": return values[0] == values[1]
    case "in": return try #require(values[1].arrayValue).contains(values[0])
    case "within_days":
      let date = try #require(values[0].stringValue.flatMap(Day.init))
      return try (0...#require(values[1].intValue)).contains(today.ordinal - date.ordinal)
    case "starts_with": return try text(values[0]).hasPrefix(text(values[1]))
    case "icontains": return try text(values[0]).lowercased().contains(text(values[1]).lowercased())
    case "sem_ver":
      let (left, right) = try (version(values[0]), version(values[2]))
      let isLess = left.lexicographicallyPrecedes(right)
      return try text(values[1]) == "<" ? isLess : !isLess
    default: throw Unexpected(operation: operation)
    }
  }

  private func value(_ expression: JSON, _ customer: JSON, _ item: JSON?) throws -> JSON? {
    guard expression.objectValue != nil else { return expression }
    let (operation, operands) = try parts(expression)
    switch operation {
    case "var":
      let path = try text(operands[0])
      return path.isEmpty ? item : attribute(path, of: customer)
    case "age_years":
      guard let birth = try value(operands[0], customer, item)?.stringValue.flatMap(Day.init) else {
        return nil
      }
      let isAhead = (today.month, today.day) < (birth.month, birth.day)
      return JSON(today.year - birth.year - (isAhead ? 1 : 0))
    case "count_where":
      guard let list = try value(operands[0], customer, item)?.arrayValue else { return nil }
      return try JSON(list.filter { try answer(operands[1], customer, $0) == 2 }.count)
    default: throw Unexpected(operation: operation)
    }
  }

  /// A person reads a missing firmographic value from the account.
  private func attribute(_ path: String, of customer: JSON) -> JSON? {
    if let own = customer.at(path) { return own }
    guard path.hasPrefix("firmographic."), let account = customer["account"]?.stringValue else {
      return nil
    }
    return customers[account]?.at(path)
  }

  private func parts(_ rule: JSON) throws -> (operation: String, operands: [JSON]) {
    let entry = try #require(rule.objectValue?.first)
    return (entry.key, entry.value.arrayValue ?? [entry.value])
  }

  private func text(_ json: JSON) throws -> String { try #require(json.stringValue) }

  private func version(_ json: JSON) throws -> [Int] {
    try text(json).split(separator: ".").map { try #require(Int($0)) }
  }

  struct Unexpected: Error { var operation: String }
}
