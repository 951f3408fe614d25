import JSONLogic
import RapportCore

extension DefinitionReference {
  /// The definition that a problem is about; nil where its file holds none.
  init?(_ place: Place, in documents: DefinitionDocuments) {
    if place.file == "store.json" {
      self.init(.store, "store")
      return
    }
    let parts = place.file.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, parts[1].hasSuffix(".json"), let kind = Self.folders[String(parts[0])] {
      self.init(kind, String(parts[1].dropLast(5)))
      return
    }
    let lists: [String: (Kind, key: String)] = [
      "intents.json": (.intent, "id"), "agents.json": (.agent, "id"),
      "attributes.json": (.attribute, "path"),
    ]
    guard let (kind, key) = lists[place.file],
      let first = place.pointer.flatMap(JSONPointer.init(parsing:))?.tokens.first,
      let item = Int(first).flatMap({ documents.files[place.file]?[$0] }),
      let id = item[key]?.stringValue
    else { return nil }
    self.init(kind, id)
  }

  private static let folders: [String: Kind] = [
    "segments": .segment, "tones": .tone, "services": .service, "scripts": .script,
  ]

  /// Whether it is an item of a file that is one list.
  var isListed: Bool { [.intent, .agent, .attribute].contains(kind) }

  /// What people call one of its kind.
  var noun: String {
    switch kind {
    case .store: "store"
    case .agent: "agent"
    case .attribute: "attribute"
    case .intent: "reason"
    case .segment: "segment"
    case .tone: "tone"
    case .service: "offer"
    case .script: "script"
    }
  }
}

extension Problem {
  /// The pointer below the object that it is about; the whole object where there is none.
  func pointer(below reference: DefinitionReference) -> JSONPointer {
    let pointer = place.pointer.flatMap(JSONPointer.init(parsing:)) ?? JSONPointer()
    return reference.isListed ? JSONPointer(Array(pointer.tokens.dropFirst())) : pointer
  }

  /// What is wrong and what would be right, in a sentence.
  var sentence: String { message + (remedy.map { "; \($0)" } ?? "") }
}
