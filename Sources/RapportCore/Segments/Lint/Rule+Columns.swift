import JSONLogic

extension Rule {
  /// What the rule reads that is kept in no column, and where: the record as a whole or groups of it,
  /// paths that are computed, and the name, which is put together.
  func withoutColumn(_ catalog: AttributeCatalog) -> [(pointer: JSONPointer, what: String)] {
    var found: [(pointer: JSONPointer, what: String)] = []
    for use in variables where !use.isInner {
      let path = use.path.description
      if path.isEmpty {
        found.append((use.pointer, "the whole record"))
      } else if path == "name" || catalog[path] == nil && catalog.declares(path) {
        found.append((use.pointer, "\"\(path)\""))
      }
    }
    root.visit { node in
      if node.operator == .variable || node.operator == .value {
        found.append((node.pointer, "a path that is computed"))
      }
    }
    return found
  }
}
