extension RenderedScript {
  /// The steps that come one after the other, with the branches that were taken.
  package struct Way: Sendable {
    /// By id, in the order in which they are said.
    package var steps: [String]
    /// The choice at which the way is open, where there is one.
    package var open: String?

    /// Those that are said; nil while that is not decided.
    package var said: Set<String>? { open == nil ? Set(steps) : nil }
  }

  /// Follows the script from its first step: a choice to the branch taken, a step with one successor to
  /// that one, any other to the next of the list; the store's own steps are left out by no branch.
  ///
  /// `branches` are the steps that choices lead to, by the choice. A choice whose branches all lead back
  /// is no fork: the way goes on behind it.
  package func way(_ branches: [String: String]) -> Way {
    let places = Dictionary(steps.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var way = Way(steps: [])
    var seen: Set<String> = []
    var next = steps.startIndex
    func go(from place: Int, to target: Int) {
      for step in steps.indices.contains(target) && target > place
        ? steps[(place + 1)..<target] : []
      where step.always && seen.insert(step.id).inserted { way.steps.append(step.id) }
      next = target
    }
    while steps.indices.contains(next), seen.insert(steps[next].id).inserted {
      let (place, step) = (next, steps[next])
      way.steps.append(step.id)
      let targets = step.next.map(\.to).filter { places[$0] != nil }
      if step.kind == .choose {
        if let taken = branches[step.id], let target = places[taken] {
          go(from: place, to: target)
          continue
        }
        guard targets.allSatisfy(seen.contains) else {
          way.open = step.id
          return way
        }
        next += 1
      } else {
        go(from: place, to: targets.first.flatMap { places[$0] } ?? place + 1)
      }
    }
    return way
  }

  /// Where to go on after a step; nil at the end, and at a choice that is open.
  package func step(after id: String, _ branches: [String: String]) -> String? {
    let way = way(branches).steps
    if let place = way.firstIndex(of: id) { return way.dropFirst(place + 1).first }
    // Beside the way: along what the step itself says.
    guard let place = steps.firstIndex(where: { $0.id == id }) else { return nil }
    let step = steps[place]
    if step.kind == .choose, !step.next.isEmpty { return branches[id] }
    return step.next.first?.to ?? steps[(place + 1)...].first?.id
  }

  /// Where a choice goes on that is left out: the first step behind it that none of its branches is.
  package func step(skipping id: String) -> String? {
    guard let place = steps.firstIndex(where: { $0.id == id }) else { return nil }
    let targets = Set(steps[place].next.map(\.to))
    return steps[(place + 1)...].first { !targets.contains($0.id) }?.id
  }
}
