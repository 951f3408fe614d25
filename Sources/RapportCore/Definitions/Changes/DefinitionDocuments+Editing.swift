package import JSONLogic

extension DefinitionDocuments {
  /// The object that a reference names, as it stands.
  ///
  /// Setting replaces it where it stands; a new one of a list goes before the first with a greater id,
  /// so that a sorted list stays sorted, and nothing else is moved. Of two items with one id the first
  /// counts. Setting nil removes it.
  package subscript(reference: DefinitionReference) -> JSON? {
    get {
      guard let document = files[reference.file] else { return nil }
      guard let key = reference.listKey else { return document }
      return document.arrayValue?.first { $0[key]?.stringValue == reference.id }
    }
    set {
      guard let key = reference.listKey else {
        files[reference.file] = newValue
        return
      }
      var items = files[reference.file]?.arrayValue ?? []
      let position = items.firstIndex { $0[key]?.stringValue == reference.id }
      switch (position, newValue) {
      case (let position?, let value?): items[position] = value
      case (let position?, nil): items.remove(at: position)
      case (nil, let value?):
        let next = items.firstIndex { ($0[key]?.stringValue ?? "") > reference.id }
        items.insert(value, at: next ?? items.endIndex)
      case (nil, nil): return
      }
      files[reference.file] = .array(items)
    }
  }

  /// The one of texts that name none.
  package var language: String {
    files["store.json"]?["defaults"]?["language"]?.stringValue ?? "en"
  }

  /// Where the object stands in its file; nil where it is not there.
  package func pointer(of reference: DefinitionReference) -> JSONPointer? {
    guard let key = reference.listKey else { return files[reference.file] == nil ? nil : [] }
    return files[reference.file]?.arrayValue?
      .firstIndex { $0[key]?.stringValue == reference.id }
      .map { [String($0)] }
  }

  /// Whether the file was there but could not be read, so that it may not be written.
  package func isUnreadable(_ file: String) -> Bool {
    problems.contains { $0.place.file == file && $0.severity == .error }
  }

  /// The documents with every edit of a change made.
  package func applying(_ change: DefinitionChange) -> DefinitionDocuments {
    var documents = self
    for edit in change.edits { documents[edit.reference] = edit.after }
    return documents
  }
}
