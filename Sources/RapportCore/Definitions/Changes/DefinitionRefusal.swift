import JSONLogic

/// A change that cannot be written, and why: every reason at once.
package struct DefinitionRefusal: Error, Sendable, CustomStringConvertible {
  package var problems: [Problem]
  /// Pinned customers who would be taken otherwise, of whom the change does not say so.
  package var pins: [BrokenPin]
  /// The change over what others changed meanwhile, where it is only wrong together with that.
  package var merged: DefinitionChange?

  package init(
    _ problems: [Problem],
    pins: [BrokenPin] = [],
    merged: DefinitionChange? = nil
  ) {
    self.problems = problems
    self.pins = pins
    self.merged = merged
  }

  package var description: String {
    (problems.map(\.description) + pins.map { "\($0.customer) in \($0.name) \($0.words)" })
      .joined(separator: "\n")
  }
}

extension DefinitionChange {
  /// What keeps the change from being written over these documents, whatever it says.
  package func refusals(in documents: DefinitionDocuments) -> [Problem] {
    edits.flatMap { $0.refusals(in: documents) }
  }
}

extension DefinitionChange.Edit {
  fileprivate func refusals(in documents: DefinitionDocuments) -> [Problem] {
    let file = reference.file
    guard reference.isWellFormed else {
      let remedy = reference.kind == .attribute ? nil : "use small letters, digits and hyphens"
      return [refusal("\"\(reference.id)\" is no id of \(reference.kind.rawValue)s", remedy)]
    }
    if documents.isUnreadable(file) {
      return documents.problems.filter { $0.place.file == file && $0.severity == .error }
        .map {
          Problem(.error, at: $0.place, "it cannot be changed: \($0.message)", remedy: $0.remedy)
        }
    }
    if reference.listKey != nil, let document = documents.files[file], document.arrayValue == nil {
      return [refusal("\(document.briefly) where a list is wanted", nil)]
    }
    guard let after else {
      return reference.kind == .store
        ? [refusal("the store's settings cannot be removed", nil)] : []
    }
    guard after.objectValue != nil else {
      return [refusal("\(after.briefly) where an object is wanted", nil)]
    }
    guard let key = reference.idKey, after[key]?.stringValue != reference.id else { return [] }
    return [refusal("\"\(key)\" is not \"\(reference.id)\"", "an id stays what it is")]
  }

  private func refusal(_ message: String, _ remedy: String?) -> Problem {
    Problem(.error, at: Place(file: reference.file), message, remedy: remedy)
  }
}
