package import JSONLogic

extension Condition {
  /// The condition that a node of a rule is; nil where it is none, or of a shape without words.
  ///
  /// `inItem` tells that the node is read for each item of a list.
  package init?(_ node: RuleNode, inItem: Bool = false) {
    switch node.kind {
    case .literal, .list: return nil
    case .variable:
      guard let subject = Self.subject(node, inItem) else { return nil }
      self.init(subject, .isTrue)
    case .custom(let name): self.init(custom: name, node, inItem)
    case .operation(let operation): self.init(operation, node, inItem)
    }
  }

  private init?(_ operation: Operator, _ node: RuleNode, _ inItem: Bool) {
    let operands = node.children
    switch operation {
    case .truthy, .not:
      guard operands.count == 1, let inner = Condition(operands[0], inItem: inItem) else {
        return nil
      }
      self = operation == .not ? inner.negated : inner
    case .equal, .strictEqual, .notEqual, .strictNotEqual:
      guard operands.count == 2 else { return nil }
      let isNegated = operation == .notEqual || operation == .strictNotEqual
      guard let (subject, value, _) = Self.sides(operands, inItem) else { return nil }
      if value.isNull {
        self.init(subject, .isKnown, isNegated: !isNegated)
      } else {
        self.init(subject, .oneOf([value]), isNegated: isNegated)
      }
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      self.init(ordering: operation, operands, inItem)
    case .in: self.init(membership: operands, inItem)
    case .or: self.init(alternatives: operands, inItem)
    case .someItem, .allItems, .noItem:
      guard operands.count == 2, let subject = Self.subject(operands[0], inItem) else { return nil }
      switch operation {
      case .someItem: self.init(subject, .some(operands[1]))
      case .allItems: self.init(subject, .all(operands[1]))
      default: self.init(subject, .none(operands[1]))
      }
    case .missing, .exists:
      guard !inItem, let path = node.testedPaths?.first, node.testedPaths?.count == 1 else {
        return nil
      }
      self.init(
        .attribute(path.description),
        .isKnown,
        isNegated: operation == .missing
      )
    default: return nil
    }
  }

  private init?(ordering operation: Operator, _ operands: [RuleNode], _ inItem: Bool) {
    guard let comparison = Comparison(rawValue: operation.rawValue) else { return nil }
    if operands.count == 3, let low = operands[0].literal, let high = operands[2].literal,
      let subject = Self.subject(operands[1], inItem)
    {
      switch comparison {
      case .less, .atMost:
        let included = comparison == .atMost
        self.init(
          subject,
          .between(low: low, includesLow: included, high: high, includesHigh: included)
        )
      case .more, .atLeast:
        let included = comparison == .atLeast
        self.init(
          subject,
          .between(low: high, includesLow: included, high: low, includesHigh: included)
        )
      }
      return
    }
    guard operands.count == 2, let (subject, value, isSwapped) = Self.sides(operands, inItem) else {
      return nil
    }
    let swapped: Comparison =
      switch comparison {
      case .less: .more
      case .atMost: .atLeast
      case .more: .less
      case .atLeast: .atMost
      }
    self.init(subject, .compare(isSwapped ? swapped : comparison, value))
  }

  private init?(membership operands: [RuleNode], _ inItem: Bool) {
    guard operands.count == 2 else { return nil }
    if let values = operands[1].literal?.arrayValue, let subject = Self.subject(operands[0], inItem)
    {
      self.init(subject, .oneOf(values))
    } else if let value = operands[0].literal, let subject = Self.subject(operands[1], inItem) {
      self.init(subject, .includes(value, anyCase: false))
    } else {
      return nil
    }
  }

  /// Several equalities of one attribute joined by `or` are one choice.
  private init?(alternatives operands: [RuleNode], _ inItem: Bool) {
    var values: [JSON] = []
    var subject: Subject?
    for operand in operands {
      guard let condition = Condition(operand, inItem: inItem), !condition.isNegated,
        case .oneOf(let more) = condition.test, let path = condition.itemOrPath
      else { return nil }
      if let known = subject, Condition(known, .isTrue).itemOrPath != path { return nil }
      subject = condition.subject
      values += more
    }
    guard let subject, operands.count > 1 else { return nil }
    self.init(subject, .oneOf(values))
  }

  private var itemOrPath: String? {
    switch subject {
    case .attribute(let path), .item(let path): path
    case .years, .count, .segment: nil
    }
  }

  private init?(custom name: String, _ node: RuleNode, _ inItem: Bool) {
    let operands = node.children
    if name == "in_segment" {
      guard operands.count == 1, let id = operands[0].literal?.stringValue else { return nil }
      self.init(.segment(Segment.ID(id)), .isMember)
      return
    }
    guard operands.count == (name == "sem_ver" ? 3 : 2),
      let subject = Self.subject(operands[0], inItem)
    else { return nil }
    let text = operands[1].literal?.stringValue
    switch name {
    case "within_days":
      guard let days = operands[1].literal?.doubleValue else { return nil }
      self.init(subject, .withinDays(days))
    case "starts_with":
      guard let text else { return nil }
      self.init(subject, .startsWith(text))
    case "ends_with":
      guard let text else { return nil }
      self.init(subject, .endsWith(text))
    case "icontains":
      guard let text else { return nil }
      self.init(subject, .includes(.string(text), anyCase: true))
    case "matches":
      guard let text else { return nil }
      self.init(subject, .matches(text))
    case "sem_ver":
      guard let text, let version = operands[2].literal?.stringValue else {
        return nil
      }
      self.init(subject, .version(text, version))
    default: return nil
    }
  }

  /// A subject and a literal on either side.
  private static func sides(
    _ operands: [RuleNode],
    _ inItem: Bool
  ) -> (subject: Subject, value: JSON, isSwapped: Bool)? {
    if let value = operands[1].literal, let subject = subject(operands[0], inItem) {
      return (subject, value, false)
    }
    if let value = operands[0].literal, let subject = subject(operands[1], inItem) {
      return (subject, value, true)
    }
    return nil
  }

  private static func subject(_ node: RuleNode, _ inItem: Bool) -> Subject? {
    if let variable = node.variable {
      guard variable.level == 0, node.children.isEmpty, variable.path.isDotted else { return nil }
      let path = variable.path.description
      if inItem { return .item(path) }
      return path.isEmpty ? nil : .attribute(path)
    }
    guard !inItem, case .custom(let name) = node.kind, let first = node.children.first,
      case .attribute(let path)? = subject(first, false)
    else { return nil }
    switch name {
    case "age_years": return node.children.count == 1 ? .years(path) : nil
    case "count_where": return node.children.count == 2 ? .count(path, node.children[1]) : nil
    default: return nil
    }
  }
}

extension VariablePath {
  /// Whether the path is the one that its dotted form names: no key has a dot in it.
  var isDotted: Bool { components.allSatisfy { !$0.utf8.contains(UInt8(ascii: ".")) } }
}
