/// One node of an explanation; the nodes below follow it, up to `end`.
///
/// All records of a reading stand in one array, since an explanation is made for every segment of a
/// customer and an allocation for every node would be most of its cost.
struct ExplanationRecord: Sendable {
  let node: RuleNode
  var value: JSON?
  var answer = Answer.unknown
  var isMissing = false
  /// The place after the last record below this one.
  var end = 0
  /// The item of the list this was read for; negative for none.
  var item = -1
  var reason: String?

  init(_ node: RuleNode) {
    self.node = node
  }

  /// Takes over what was read.
  mutating func settle(_ reading: Reading, end: Int) {
    self.end = end
    switch reading {
    case .value(let value):
      answer = Answer(value.isTruthy)
      self.value = value
    case .truth(let holds):
      answer = Answer(holds)
    case .missing:
      isMissing = true
    case .unknown(let reason):
      self.reason = reason
    case .broken(let failure):
      answer = .broken
      reason = failure.description
    }
  }
}
