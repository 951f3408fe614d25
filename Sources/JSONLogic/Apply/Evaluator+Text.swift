extension Evaluator {
  mutating func concatenate(_ node: RuleNode) throws(RuleFailure) -> JSON {
    var result = ""
    for value in try spreadValues(of: node) {
      if value.arrayValue != nil || value.objectValue != nil { try budget.weigh(value, node) }
      let text = value.text
      try budget.build(node, 1 + text.utf8.count / 16)
      result += text
    }
    return .string(result)
  }

  mutating func part(_ node: RuleNode) throws(RuleFailure) -> JSON {
    let values = try values(of: node)
    guard values.count >= 2, let start = values[1].wholeNumber else {
      throw .invalidArguments(node)
    }
    var length: Int?
    if values.count > 2 {
      guard let count = values[2].wholeNumber else { throw .invalidArguments(node) }
      length = count
    }
    try budget.weigh(values[0], node)
    let text = values[0].text
    try budget.build(node, 1 + text.utf8.count / 16)
    return .string(Text.part(of: text, from: start, length: length))
  }
}

extension JSON {
  /// This value as a whole number, its fraction cut off; saturates far beyond any text's length.
  var wholeNumber: Int? {
    guard let value = number?.double else { return nil }
    return Int(max(-1e15, min(1e15, value)))
  }
}
