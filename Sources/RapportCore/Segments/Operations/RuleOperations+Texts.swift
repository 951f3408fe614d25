import JSONLogic
import Synchronization

extension RuleOperations {
  /// `starts_with`, `ends_with` (case counts), `icontains` (it does not; in a list any item), and
  /// `matches` (RE2, the whole value).
  static let texts = [
    text("starts_with") { $0.hasPrefix($1) },
    text("ends_with") { $0.hasSuffix($1) },
    Operation("icontains", arity: 2...2) { operands in
      guard operands.count == 2, let part = operands[1].stringValue?.lowercased() else {
        return .null
      }
      if let items = operands[0].arrayValue {
        return .bool(items.contains { $0.stringValue.map { contains($0, part) } ?? false })
      }
      return operands[0].stringValue.map { .bool(contains($0, part)) } ?? .null
    },
    text("matches") { PatternCache.shared.pattern($1)?.matches($0) },
  ]

  private static func contains(_ text: String, _ part: String) -> Bool {
    part.isEmpty || text.lowercased().contains(part)
  }

  private static func text(
    _ name: String,
    _ test: @escaping @Sendable (String, String) -> Bool?
  ) -> Operation {
    Operation(name, arity: 2...2) { operands in
      guard operands.count == 2, let text = operands[0].stringValue,
        let part = operands[1].stringValue
      else { return .null }
      return test(text, part).map { .bool($0) } ?? .null
    }
  }
}

/// Compiled patterns of rules, which are few and read for every customer.
private final class PatternCache: Sendable {
  static let shared = PatternCache()

  /// A rule may compute patterns without end; this many are kept.
  private static let limit = 256
  /// Malformed patterns are remembered as nil.
  private let patterns = Mutex<[String: Pattern?]>([:])

  func pattern(_ text: String) -> Pattern? {
    patterns.withLock { patterns in
      if let known = patterns[text] { return known }
      if patterns.count >= Self.limit { patterns.removeAll() }
      let pattern = try? Pattern(text)
      patterns[text] = .some(pattern)
      return pattern
    }
  }
}
