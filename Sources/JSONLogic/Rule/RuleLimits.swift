/// How large a rule may be and how much one evaluation of it may do.
public struct RuleLimits: Hashable, Sendable {
  /// How deep operations and lists may nest; at most 512 whatever is asked for.
  public var depth: Int
  /// How many nodes a rule may have.
  public var nodes: Int
  /// How many steps one evaluation may take: a node read, an item visited, 64 bytes compared.
  public var steps: Int
  /// How much one evaluation may build: an item of a list, 16 bytes of text.
  public var size: Int

  /// Limits: 64 levels, 10,000 nodes, two million steps and two million items unless told otherwise.
  public init(
    depth: Int = 64,
    nodes: Int = 10_000,
    steps: Int = 2_000_000,
    size: Int = 2_000_000
  ) {
    self.depth = min(depth, 512)
    self.nodes = nodes
    self.steps = steps
    self.size = size
  }

  /// The limits of a rule that people write.
  public static let standard = RuleLimits()
}
