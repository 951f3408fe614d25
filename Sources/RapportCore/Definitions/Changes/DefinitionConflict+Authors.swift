package import JSONLogic

extension DefinitionConflict {
  /// The conflict with whoever changed each field last.
  ///
  /// `changes` are those of a definition, the newest first.
  package func attributed(
    to changes: (DefinitionReference) throws -> [DefinitionChange]
  ) rethrows -> DefinitionConflict {
    var known: [DefinitionReference: [DefinitionChange]] = [:]
    var conflict = self
    for index in fields.indices {
      let field = fields[index]
      let candidates = try known[field.reference] ?? changes(field.reference)
      known[field.reference] = candidates
      let pointer = JSONPointer(parsing: field.pointer) ?? JSONPointer()
      let author = candidates.first { change in
        change.edits.contains { edit in
          edit.reference == field.reference
            && edit.before?[named: pointer] != edit.after?[named: pointer]
        }
      }
      conflict.fields[index].author = author.map { .init(by: $0.by, at: $0.at) }
    }
    return conflict
  }
}

extension JSON {
  /// The value at a pointer in which items of lists have their names, as in a conflict's.
  package subscript(named pointer: JSONPointer) -> JSON? {
    var value = self
    var place = JSONPointer()
    for token in pointer.tokens {
      place = place.appending(token)
      guard let next = value.part(token, at: place) else { return nil }
      value = next
    }
    return value
  }

  private func part(_ token: String, at place: JSONPointer) -> JSON? {
    guard let items = arrayValue else { return self[token] }
    let list = JSONPointer(Array(place.tokens.dropLast()))
    guard case .items(let keys) = MergeShape(at: list, [self]) else { return nil }
    let names = ItemNames.unique(items.map { ItemNames.name(of: $0, keys) })
    return zip(names, items).first { $0.0 == token }?.1
  }
}
