/// Kleene's three-valued logic over what is known of a customer: nil is not known.
enum Answer {
  static func all(_ answers: Bool?...) -> Bool? {
    if answers.contains(false) { return false }
    return answers.contains(nil) ? nil : true
  }

  static func any(_ answers: Bool?...) -> Bool? {
    if answers.contains(true) { return true }
    return answers.contains(nil) ? nil : false
  }

  static func not(_ answer: Bool?) -> Bool? { answer.map { !$0 } }

  /// Blank text is not known either.
  static func test<Value>(_ value: Value?, _ test: (Value) -> Bool) -> Bool? {
    if let text = value as? String, text.allSatisfy(\.isWhitespace) { return nil }
    return value.map(test)
  }
}
