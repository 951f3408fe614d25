package import JSONLogic

extension DefinitionReference: CustomStringConvertible {
  /// The file that holds it, relative to the store's folder.
  package var file: String {
    switch kind {
    case .store: "store.json"
    case .agent: "agents.json"
    case .attribute: "attributes.json"
    case .intent: "intents.json"
    case .segment: "segments/\(id).json"
    case .tone: "tones/\(id).json"
    case .service: "services/\(id).json"
    case .script: "scripts/\(id).json"
    }
  }

  /// Whether its changes are counted in `revision`, so that a contact can name the version it used.
  package var isVersioned: Bool {
    switch kind {
    case .intent, .segment, .tone, .service, .script: true
    case .store, .agent, .attribute: false
    }
  }

  /// The key of a list's items that tells them apart; nil for an object with a file of its own.
  var listKey: String? {
    switch kind {
    case .agent, .intent: "id"
    case .attribute: "path"
    case .store, .segment, .tone, .service, .script: nil
    }
  }

  /// The key that must hold its id; nil for the store's settings, which have none.
  var idKey: String? { kind == .store ? nil : listKey ?? "id" }

  /// Whether the id can name it; an id with a slash would name a foreign file.
  var isWellFormed: Bool {
    switch kind {
    case .store: id == "store"
    case .attribute: !id.isEmpty
    case .agent, .intent, .segment, .tone, .service, .script: Slug.isWellFormed(id)
    }
  }

  package var description: String { kind == .store ? "store" : "\(kind.rawValue) \(id)" }

  /// The counted changes of an object of this kind; nil where they are not counted.
  ///
  /// An object without `revision` is its first.
  package func revision(of object: JSON?) -> Int? {
    guard isVersioned, let object else { return nil }
    return object["revision"]?.intValue ?? 1
  }
}
