import JSONLogic

/// Who gets a discount, why not, and what to ask.
@main
struct Discount {
  /// An operation of our own: total, null for what it cannot read.
  static let operations = Operations([
    Operation("of_country", arity: 2...2) { operands in
      guard let postcode = operands[0].stringValue, let country = operands[1].stringValue else {
        return nil
      }
      return .bool(postcode.hasPrefix("\(country)-"))
    }
  ])

  static let text = """
    {"and": [
      {">=": [{"var": "orders"}, 12]},
      {"or": [{"var": "member"}, {"of_country": [{"var": "postcode"}, "DE"]}]}
    ]}
    """

  static let people: [JSON] = [
    ["name": "Zoë", "orders": 14, "member": true],
    ["name": "Bo", "orders": 11, "member": false, "postcode": "DE-10115"],
    ["name": "Ana", "orders": 30, "member": false],
  ]

  static func main() throws {
    let rule = try Rule(JSON(parsing: text), operations: operations)
    for person in people {
      let explanation = rule.explain(person)
      let name = person["name"]?.stringValue ?? ""
      switch explanation.answer {
      case .in: print("\(name): yes")
      case .unknown: print("\(name): ask for \(explanation.missingPaths.map(\.description))")
      case .out: print("\(name): no; \(rule.nearMisses(person).map(\.description))")
      case .broken: print("\(name): \(explanation.reason ?? "the rule failed")")
      }
    }
    let evaluator = ColumnEvaluator(
      ColumnTable(people, paths: ["orders", "member", "postcode"]),
      operations: operations
    )
    if let counts = evaluator.counts(of: rule, within: .all(people.count)) {
      print("\(counts.isIn) in, \(counts.unknown) not known, \(counts.out) out")
    }
  }
}
