/// The data of a reading, and the items and errors that iterators and `try` put in front of it.
struct Scope {
  /// What stands in front of the outer data while an operand is read.
  enum Frame {
    case item(JSON, index: Int)
    case reduction(current: JSON, accumulator: JSON, index: Int)
    case error(JSON)
  }

  let data: any RuleData
  private(set) var frames: [Frame] = []

  init(_ data: any RuleData) {
    self.data = data
  }

  var depth: Int { frames.count }

  mutating func push(_ frame: Frame) { frames.append(frame) }

  mutating func pop() { frames.removeLast() }

  /// Leaves every frame above a depth, after an error.
  mutating func unwind(to depth: Int) { frames.removeLast(frames.count - depth) }

  /// The value of a variable; each frame is two levels: its value, and the iterator's `index`.
  func value(of variable: RuleNode.Variable) -> JSON? {
    value(at: variable.path, level: variable.level)
  }

  func value(at path: VariablePath, level: Int = 0) -> JSON? {
    if frames.isEmpty, level == 0 { return data.value(at: path) }
    let climbed = level / 2
    let isIterator = level % 2 == 1
    guard climbed < frames.count else {
      return climbed == frames.count && !isIterator ? data.value(at: path) : nil
    }
    let frame = frames[frames.count - 1 - climbed]
    return isIterator ? frame.index.value(at: path) : frame.value(at: path)
  }

  /// Whether a variable is the accumulator of a `reduce`: computed, and never missing.
  func isAccumulator(_ variable: RuleNode.Variable) -> Bool {
    let climbed = variable.level / 2
    guard climbed < frames.count, variable.level.isMultiple(of: 2) else { return false }
    guard variable.path.components.first == "accumulator" else { return false }
    guard case .reduction = frames[frames.count - 1 - climbed] else { return false }
    return true
  }
}

extension Scope.Frame {
  /// What `val` finds one level up.
  fileprivate var index: JSON {
    switch self {
    case .item(_, let index), .reduction(_, _, let index): ["index": JSON(index)]
    case .error: [:]
    }
  }

  fileprivate func value(at path: VariablePath) -> JSON? {
    switch self {
    case .item(let value, _), .error(let value):
      return value.value(at: path)
    case .reduction(let current, let accumulator, _):
      switch path.components.first {
      case nil: return ["current": current, "accumulator": accumulator]
      case "current": return current.value(at: VariablePath(Array(path.components.dropFirst())))
      case "accumulator":
        return accumulator.value(at: VariablePath(Array(path.components.dropFirst())))
      default: return nil
      }
    }
  }
}
