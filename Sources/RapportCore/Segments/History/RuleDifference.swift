package import JSONLogic

/// What is different between two rules, in words.
package struct RuleDifference: Sendable {
  package enum Step: Hashable, Sendable {
    /// `orders at least 12 -> 10`
    case changed(String)
    case added(String)
    case removed(String)
    /// `all of -> any of`
    case joined(String)
  }

  /// In the order of the new rule; what is gone comes last.
  package private(set) var steps: [Step] = []
  private let words: ConditionWords

  package init(from old: Rule?, to new: Rule?, in words: ConditionWords) {
    self.words = words
    switch (old, new) {
    case (nil, nil): break
    case (nil, let rule?): steps = [.added(words.sentence(rule))]
    case (let rule?, nil): steps = [.removed(words.sentence(rule))]
    case (let old?, let new?):
      if old.json != new.json { compare(old.root, new.root, under: "") }
    }
  }

  /// `orders at least 12 -> 10; added: device iOS; removed: newsletter yes`.
  package var text: String { steps.map(\.text).joined(separator: "; ") }

  private mutating func compare(_ old: RuleNode, _ new: RuleNode, under place: String) {
    let oldParts = old.parts
    let newParts = new.parts
    if oldParts.count > 1, newParts.count > 1, old.joiner != new.joiner {
      steps.append(.joined("\(place)\(old.joiner) -> \(new.joiner)"))
    }
    var gone = oldParts
    var waiting: [RuleNode] = []
    for part in newParts {
      if let same = gone.firstIndex(where: { isSame($0, part) }) {
        gone.remove(at: same)
      } else {
        waiting.append(part)
      }
    }
    for part in waiting {
      if let other = gone.firstIndex(where: { isAbout($0, part) }) {
        change(gone.remove(at: other), part, place)
      } else {
        steps.append(.added(place + words.sentence(part)))
      }
    }
    steps += gone.map { .removed(place + words.sentence($0)) }
  }

  private mutating func change(_ old: RuleNode, _ new: RuleNode, _ place: String) {
    if old.parts.count > 1, new.parts.count > 1 {
      return compare(old, new, under: "\(place)in \(new.joiner): ")
    }
    steps.append(.changed(place + Self.change(words.sentence(old), words.sentence(new))))
  }

  private func isSame(_ left: RuleNode, _ right: RuleNode) -> Bool {
    words.sentence(left) == words.sentence(right)
  }

  /// Whether the one may have become the other: both look at the same, or both are groups.
  private func isAbout(_ left: RuleNode, _ right: RuleNode) -> Bool {
    if let left = Condition(left), let right = Condition(right) {
      guard case .segment = left.subject else {
        return left.path != nil && left.path == right.path
      }
      return false
    }
    return left.parts.count > 1 && right.parts.count > 1
  }

  /// The old words with the new ones behind them, less the words that both begin with.
  static func change(_ old: String, _ new: String) -> String {
    let (oldWords, newWords) = (old.split(separator: " "), new.split(separator: " "))
    let shared = zip(oldWords, newWords).prefix { $0 == $1 }.count
    guard shared > 0, shared < newWords.count, shared < oldWords.count else {
      return "\(old) -> \(new)"
    }
    return "\(old) -> \(newWords.dropFirst(shared).joined(separator: " "))"
  }
}

extension RuleDifference.Step {
  package var text: String {
    switch self {
    case .changed(let words), .joined(let words): words
    case .added(let words): "added: \(words)"
    case .removed(let words): "removed: \(words)"
    }
  }
}

extension RuleNode {
  /// What it joins; itself where it is no group.
  fileprivate var parts: [RuleNode] {
    guard Condition(self) == nil else { return [self] }
    switch `operator` {
    case .and where isJunction, .or where isJunction: return children
    default: return [self]
    }
  }

  fileprivate var joiner: String { `operator` == .or ? "any of" : "all of" }
}
