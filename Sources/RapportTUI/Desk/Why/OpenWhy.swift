import JSONLogic
import RapportCore

/// One segment's reasons, open line by line.
struct OpenWhy: Sendable {
  var segment: Segment.ID
  /// Nil where the segment has no rule that can be used.
  var tree: ExplanationTree?
  /// The groups whose conditions are put away.
  var folded: Set<JSONPointer> = []

  /// What is shown of the tree, from top to bottom.
  var lines: [TreeLine] { tree.map { TreeLine.lines(of: $0, folded: folded) } ?? [] }
}

/// One line of an explanation, with the branches that lead to it.
struct TreeLine: Sendable {
  /// A piece of the branches in front of a line.
  enum Branch: Sendable, Hashable {
    /// Past a line above which something comes: nothing, thin, or thick to what decided.
    case none, past, pastDeciding
    /// To this line; the way goes on below it thin, thick, or not at all.
    case end(decides: Bool)
    case fork(decides: Bool, goesOnDeciding: Bool)
  }

  var node: ExplanationTree
  var branches: [Branch] = []
  /// How many lines are put away below it.
  var hidden = 0

  var stop: Stop { .node(node.pointer) }

  /// The lines of a tree without what is folded.
  static func lines(of tree: ExplanationTree, folded: Set<JSONPointer>) -> [TreeLine] {
    lines(of: tree, folded: folded, trunk: [], own: nil)
  }

  private static func lines(
    of node: ExplanationTree,
    folded: Set<JSONPointer>,
    trunk: [Branch],
    own: Branch?
  ) -> [TreeLine] {
    var line = TreeLine(node: node, branches: trunk + (own.map { [$0] } ?? []))
    if folded.contains(node.pointer), !node.children.isEmpty {
      line.hidden = node.lines.count - 1
      return [line]
    }
    let below = trunk + (own.map { [$0.below] } ?? [])
    let lastDeciding = node.children.lastIndex { $0.decides }
    let rest = node.children.enumerated().flatMap { index, child -> [TreeLine] in
      let isLast = index == node.children.count - 1
      let branch: Branch =
        isLast
        ? .end(decides: child.decides)
        : .fork(decides: child.decides, goesOnDeciding: lastDeciding.map { $0 > index } ?? false)
      return lines(of: child, folded: folded, trunk: below, own: branch)
    }
    return [line] + rest
  }
}

extension TreeLine.Branch {
  /// What stands in the same place on the lines below.
  var below: TreeLine.Branch {
    switch self {
    case .none, .end: .none
    case .past, .pastDeciding: self
    case .fork(_, let goesOnDeciding): goesOnDeciding ? .pastDeciding : .past
    }
  }

  /// Three columns; the thick line leads to what decided.
  var text: String {
    switch self {
    case .none: "   "
    case .past: "│  "
    case .pastDeciding: "┃  "
    case .end(let decides): decides ? "┗━ " : "└─ "
    case .fork(true, let goesOn): goesOn ? "┣━ " : "┡━ "
    case .fork(false, let goesOn): goesOn ? "┠─ " : "├─ "
    }
  }

  var decides: Bool {
    switch self {
    case .none, .past: false
    case .pastDeciding: true
    case .end(let decides): decides
    case .fork(let decides, let goesOn): decides || goesOn
    }
  }
}
