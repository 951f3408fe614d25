import JSONLogic

/// A rule taken apart into conditions and how they are joined.
///
/// Rules of any other shape, such as an `if` or a comparison of two attributes, have none; they are
/// read as a whole.
final class PreparedRule: Sendable {
  enum Join: Sendable { case condition, and, or, not, same }

  struct Node: Sendable {
    var join: Join
    /// Of the register, for a condition.
    var condition = 0
    /// Where in `links` the places of the children stand.
    var children = 0..<0
  }

  /// Every node after its children; the last one is the rule.
  let nodes: [Node]
  private let links: [Int]
  /// The places of the conditions in `nodes`, in the order of the rule.
  let leaves: [Int]
  /// Whether some value is looked at by several conditions, so that a change of it changes them all.
  let sharesSources: Bool

  /// Larger rules are read as a whole, which bounds the work.
  private static let largest = 200

  init?(_ rule: Rule, register: inout ConditionRegister) {
    var size = 0
    rule.root.visit { _ in size += 1 }
    guard size <= Self.largest else { return nil }
    var nodes: [Node] = []
    var links: [Int] = []
    guard Self.add(rule.root, of: rule, isNegated: false, to: &nodes, &links, &register) else {
      return nil
    }
    self.nodes = nodes
    self.links = links
    leaves = nodes.indices.filter { nodes[$0].join == .condition }
    let sources = leaves.map { register.conditions[nodes[$0].condition].source }
    sharesSources = Set(sources).count < sources.count
  }

  private static func add(
    _ node: RuleNode,
    of rule: Rule,
    isNegated: Bool,
    to nodes: inout [Node],
    _ links: inout [Int],
    _ register: inout ConditionRegister
  ) -> Bool {
    if let condition = Condition(node) {
      guard
        let position = register.position(of: node, condition, in: rule, isNegated: isNegated)
      else { return false }
      nodes.append(Node(join: .condition, condition: position))
      return true
    }
    let join: Join
    switch node.operator {
    case .and where node.hasListArguments && !node.children.isEmpty: join = .and
    case .or where node.hasListArguments && !node.children.isEmpty: join = .or
    case .not where node.children.count == 1: join = .not
    case .truthy where node.children.count == 1: join = .same
    default: return false
    }
    var children: [Int] = []
    for child in node.children {
      let isChildNegated = join == .not ? !isNegated : isNegated
      guard add(child, of: rule, isNegated: isChildNegated, to: &nodes, &links, &register) else {
        return false
      }
      children.append(nodes.count - 1)
    }
    nodes.append(Node(join: join, children: links.count..<links.count + children.count))
    links += children
    return true
  }

  /// The answers of all nodes by Kleene's rules, where none of the conditions is broken.
  ///
  /// `leaf` answers the condition at a place of `nodes`.
  func answer(_ answers: inout [Answer], leaf: (Int) -> Answer) {
    answers.removeAll(keepingCapacity: true)
    for (place, node) in nodes.enumerated() {
      switch node.join {
      case .condition: answers.append(leaf(place))
      case .same: answers.append(answers[links[node.children.lowerBound]])
      case .not: answers.append(answers[links[node.children.lowerBound]].negated)
      case .and:
        var least = Answer.in.rawValue
        for link in node.children { least = min(least, answers[links[link]].rawValue) }
        answers.append(Answer(rawValue: least) ?? .broken)
      case .or:
        var most = Answer.out.rawValue
        for link in node.children { most = max(most, answers[links[link]].rawValue) }
        answers.append(Answer(rawValue: most) ?? .broken)
      }
    }
  }

  /// Visits the conditions that made the answer of a node what it is, in the order of the rule.
  func visitDeciding(_ place: Int, _ answers: [Answer], _ body: (Int) -> Void) {
    let node = nodes[place]
    switch node.join {
    case .condition: body(node.condition)
    case .same, .not:
      visitDeciding(links[node.children.lowerBound], answers, body)
    case .and, .or:
      for link in node.children where answers[links[link]] == answers[place] {
        visitDeciding(links[link], answers, body)
      }
    }
  }
}
