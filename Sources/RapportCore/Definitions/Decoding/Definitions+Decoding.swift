import JSONLogic

extension Definitions {
  /// Understands the documents of a store, and names everything that is wrong with each of them.
  ///
  /// What one document alone can tell; `StoreCheck` compares them with one another.
  package init(decoding documents: DefinitionDocuments) {
    let log = ProblemLog()
    log.problems = documents.problems
    let settings = StoreSettings(decoding: documents, log: log)
    let reader = DocumentReader(documents: documents, language: settings.language, log: log)
    let attributes = reader.array("attributes.json").compactMap { Attribute($0) }
    let declared = attributes + Attribute.builtIn
    let catalog = AttributeCatalog(declared + Attribute.derived(from: declared))
    self.init(settings: settings, catalog: catalog)
    agents = reader.array("agents.json").compactMap { Agent($0) }
    intents = reader.array("intents.json").compactMap { Intent($0) }
    segments = (reader.folder("segments").map { Segment($0, id: $1) } + reader.damagedSegments)
      .sorted(by: Segment.isStronger)
    tones = reader.folder("tones").map { Tone($0, id: $1) }
    services = reader.folder("services").map { Service($0, id: $1) }
    scripts = reader.folder("scripts").map { Script($0, id: $1) }
    self.documents = documents
    problems = log.problems.sorted(by: Problem.isBefore)
  }
}

/// Finds the objects of definitions in their documents.
private struct DocumentReader {
  var documents: DefinitionDocuments
  var language: String
  var log: ProblemLog

  /// The objects of a file that is one array.
  func array(_ file: String) -> [Fields] {
    guard let document = documents.files[file] else { return [] }
    guard let items = document.arrayValue else {
      note(file, [], "\(document.briefly) where a list is wanted")
      return []
    }
    return items.enumerated().compactMap { position, item in
      let pointer = JSONPointer([String(position)])
      if let object = item.objectValue {
        return Fields(object, file: file, pointer: pointer, language: language, log: log)
      }
      note(file, pointer, "\(item.briefly) where an object is wanted")
      return nil
    }
  }

  /// The files of a folder, one object each.
  ///
  /// The file's name is the id; an `id` inside must equal it.
  func folder<Subject>(_ folder: String) -> [(fields: Fields, id: Identifier<Subject>)] {
    var found: [(fields: Fields, id: Identifier<Subject>)] = []
    for (name, file, document) in documents.folder(folder) {
      guard let object = document.objectValue else {
        note(file, [], "\(document.briefly) where an object is wanted")
        continue
      }
      let fields = Fields(object, file: file, language: language, log: log)
      if !Slug.isWellFormed(name) {
        fields.note(
          nil,
          "\"\(name)\" is no id",
          remedy: "small letters, digits and hyphens; rename the file"
        )
      }
      if let id = fields.required("id", fields.text), id != name {
        fields.note("id", "the id \"\(id)\" is not the file's name", remedy: "write \"\(name)\"")
      }
      found.append((fields, Identifier(name)))
    }
    return found
  }

  /// A segment for each file that says nothing, so that it is seen to be broken instead of missed.
  var damagedSegments: [Segment] {
    var found: [Segment] = []
    for problem in log.problems where problem.severity == .error {
      let (file, folder, ending) = (problem.place.file, "segments/", ".json")
      guard file.hasPrefix(folder), file.hasSuffix(ending),
        documents.files[file]?.objectValue == nil
      else { continue }
      let id = Segment.ID(String(file.dropFirst(folder.count).dropLast(ending.count)))
      guard Slug.isWellFormed(id.rawValue), !found.contains(where: { $0.id == id }) else {
        continue
      }
      var segment = Segment(id: id, name: id.rawValue, priority: Segment.lastPriority)
      segment.broken = problem
      segment.broken?.message = "its file cannot be read: \(problem.message)"
      found.append(segment)
    }
    return found
  }

  private func note(_ file: String, _ pointer: JSONPointer, _ message: String) {
    log.problems.append(
      Problem(.error, at: Place(file: file, pointer: pointer.description), message)
    )
  }
}
