/// Finds partials that lead back to themselves.
package enum PartialCycles {
  /// Each cycle once, as the names along it from its smallest.
  ///
  /// Sorted: `[["closing", "greeting"]]`. Names without a template are left out. Cost: partials and their mentions, once each.
  package static func find(in partials: [String: Template]) -> [[String]] {
    var search = Search(partials: partials)
    for name in partials.keys.sorted() { search.visit(name) }
    return search.cycles.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private struct Search {
    let partials: [String: Template]
    var cycles: Set<[String]> = []
    private var path: [String] = []
    private var isFinished: Set<String> = []

    init(partials: [String: Template]) { self.partials = partials }

    mutating func visit(_ name: String) {
      if let start = path.firstIndex(of: name) {
        let cycle = path[start...]
        let first = cycle.indices.min { cycle[$0] < cycle[$1] } ?? start
        cycles.insert(Array(cycle[first...] + cycle[..<first]))
        return
      }
      guard let template = partials[name], !isFinished.contains(name) else { return }
      path.append(name)
      for partial in template.partials { visit(partial.name) }
      path.removeLast()
      isFinished.insert(name)
    }
  }
}
