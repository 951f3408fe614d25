/// Tries changes of one variable against a rule.
struct NearMissSearch {
  let rule: Rule
  let data: any RuleData
  let operations: Operations
  let path: VariablePath
  let landmarks: Landmarks
  let actual: JSON?

  init(
    _ rule: Rule,
    _ data: any RuleData,
    _ operations: Operations,
    _ path: VariablePath,
    _ landmarks: Landmarks
  ) {
    self.rule = rule
    self.data = data
    self.operations = operations
    self.path = path
    self.landmarks = landmarks
    let value = data.value(at: path)
    actual = value?.isMissing == true ? nil : value
  }

  /// The nearest change that brings the rule to *in*, if there is one.
  func nearest() -> NearMiss? {
    let misses = [numbers(), texts(), booleans(), members(), suggestions(), presence()]
    var best: NearMiss?
    for case let miss? in misses where miss.distance < best?.distance ?? .infinity { best = miss }
    return best
  }

  private func isIn(_ value: JSON?) -> Bool {
    let changed = Overlay(base: data, path: path, replacement: value)
    return rule.answer(changed, operations: operations) == .in
  }

  private func miss(_ need: NearMiss.Need, distance: Double = 1) -> NearMiss {
    NearMiss(path: path, actual: actual, need: need, distance: distance)
  }

  private func numbers() -> NearMiss? {
    guard actual == nil || actual?.doubleValue != nil else { return nil }
    var marks = (landmarks.thresholds + landmarks.equals).filter { $0.doubleValue != nil }
    if landmarks.isCondition, actual != nil { marks.append(0) }
    guard !marks.isEmpty else { return nil }
    let steps = Steps(numbers: marks.prefix(Landmarks.limit).compactMap(\.doubleValue))
    return best(of: steps) { bound in
      guard let here = actual?.doubleValue, let there = bound.value.doubleValue else { return 1 }
      return abs(there - here) / max(abs(there), abs(here), 1)
    }
  }

  private func texts() -> NearMiss? {
    guard actual == nil || actual?.stringValue != nil else { return nil }
    let thresholds = landmarks.thresholds.compactMap(\.stringValue)
    let equals = landmarks.equals.compactMap(\.stringValue)
    guard thresholds.isEmpty else {
      return best(of: Steps(texts: Array((thresholds + equals).prefix(Landmarks.limit)))) { _ in 1 }
    }
    guard !equals.isEmpty else { return nil }
    let other = (equals.max { $0.utf8.count < $1.utf8.count } ?? "") + "?"
    return choice(among: unique(equals.map { .string($0) }), other: .string(other))
  }

  private func booleans() -> NearMiss? {
    let isCompared = landmarks.equals.contains { $0.boolValue != nil }
    guard isCompared || landmarks.isCondition else { return nil }
    guard actual == nil || actual?.boolValue != nil else { return nil }
    return choice(among: [true, false], other: nil)
  }

  /// Membership in the variable's list, or a part of its text.
  private func members() -> NearMiss? {
    for member in unique(landmarks.members).prefix(Landmarks.limit) {
      switch (actual, member) {
      case (.array(let items)?, _):
        if !items.contains(member), isIn(.array(items + [member])) {
          return miss(.including(member))
        }
        let rest = items.filter { $0 != member }
        if rest.count < items.count, isIn(.array(rest)) { return miss(.excluding(member)) }
      case (.string(let text)?, .string(let part)):
        if isIn(.string(text + part)) { return miss(.including(member)) }
      case (nil, _):
        if isIn([member]) { return miss(.including(member)) }
      default:
        break
      }
    }
    return nil
  }

  private func suggestions() -> NearMiss? {
    let fitting = unique(landmarks.suggestions).filter { $0 != actual && isIn($0) }
    return fitting.isEmpty ? nil : miss(.oneOf(fitting))
  }

  private func presence() -> NearMiss? {
    guard landmarks.isTested else { return nil }
    if actual != nil { return isIn(nil) ? miss(.absent) : nil }
    let samples: [JSON] = [1, "1", true, [1]]
    return samples.allSatisfy { isIn($0) } ? miss(.present) : nil
  }

  /// The values of a choice that bring the rule to *in*, or those that do not where any other does.
  private func choice(among values: [JSON], other: JSON?) -> NearMiss? {
    let fitting = values.filter { $0 != actual && isIn($0) }
    if landmarks.isComplete, let other, isIn(other) {
      return miss(.noneOf(values.filter { !fitting.contains($0) }))
    }
    return fitting.isEmpty ? nil : miss(.oneOf(fitting))
  }

  private func unique(_ values: [JSON]) -> [JSON] {
    var seen: Set<JSON> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// The run of steps that are in and nearest to the actual value.
  private func best(of steps: Steps, distance: (NearMiss.Bound) -> Double) -> NearMiss? {
    let isIn = steps.points.map { self.isIn($0) }
    guard landmarks.isComplete else {
      let fitting = steps.points.indices.filter { isIn[$0] && steps.isMark($0) }
      let misses = fitting.map { place in
        let bound = NearMiss.Bound(value: steps.points[place], isIncluded: true)
        return miss(.oneOf([bound.value]), distance: distance(bound))
      }
      return misses.min { $0.distance < $1.distance }
    }
    var best: NearMiss?
    var start = 0
    while let first = isIn[start...].firstIndex(of: true) {
      let end = isIn[first...].firstIndex(of: false) ?? isIn.endIndex
      let (from, to) = steps.bounds(of: first..<end)
      let ends = [from, to].compactMap { $0 }.map(distance)
      let candidate = miss(.range(from: from, to: to), distance: ends.min() ?? 1)
      if candidate.distance < best?.distance ?? .infinity { best = candidate }
      start = end
    }
    return best
  }
}
