import JSONLogic
import RapportCore

@testable import RapportStore

/// A store of a few definitions in a folder that goes with the test.
struct DefinitionFixture {
  static let start = Instant(seconds: 1_795_000_000)
  static let loyal = DefinitionReference(.segment, "loyal")

  let folder: TemporaryFolder
  let store: JSONDefinitions

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(#"{"format":1,"name":"Test"}"#, to: "store.json")
    try folder.write(
      #"{"priority": 10, "id": "loyal", "odd": [1.50, 12345678901234567890], "name": "Loyal", "revision": 7}"#,
      to: "segments/loyal.json"
    )
    try folder.write(
      #"[{"id":"billing","title":"Billing"},{"id":"delivery","title":"Delivery","odd":1}]"#,
      to: "intents.json"
    )
    store = Self.store(in: folder)
  }

  static func store(in folder: TemporaryFolder) -> JSONDefinitions {
    JSONDefinitions(StoreLocation(folder.path)) { start }
  }

  /// As another process opens it.
  var another: JSONDefinitions { Self.store(in: folder) }

  func now(_ reference: DefinitionReference = loyal) async throws -> JSON? {
    try await store.load().documents[reference]
  }

  /// A change of some keys of an object, as it is now.
  func change(
    of reference: DefinitionReference = loyal,
    _ keys: JSONObject,
    id: String = "01KA"
  ) async throws -> DefinitionChange {
    let before = try await now(reference)
    var after = before ?? ["id": .string(reference.id)]
    for (key, value) in keys { after[key] = value }
    return changing([.init(reference, before: before, after: after)], id: id)
  }

  func changing(_ edits: [DefinitionChange.Edit], id: String = "01KA") -> DefinitionChange {
    DefinitionChange(id: .init(id), at: Self.start, by: "mk", reason: "why not", edits: edits)
  }

  /// The lines that set something.
  var journal: [String] {
    get throws {
      try folder.lines("journal/changes.jsonl").filter { !$0.contains(#""completes""#) }
    }
  }

  /// Writes a change to the history and not to the files, as a crash leaves it.
  func journalOnly(_ change: DefinitionChange) throws {
    try Folder.create(folder("journal"))
    try RecordFile(folder("journal/changes.jsonl")).append([change.record])
  }
}
