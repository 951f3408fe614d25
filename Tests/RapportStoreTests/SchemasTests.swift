import Foundation
import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

struct SchemasTests {
  @Test func `every kind has a schema, and every schema file is embedded`() throws {
    let folder = PackageRoot.path + "/Sources/RapportStore/Schemas"
    #expect(try Folder.names(in: folder) == Schemas.kinds.map { $0 + ".json" })
    for kind in Schemas.kinds {
      let schema = try JSON(parsing: #require(Schemas.named(kind)))
      #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
      #expect(schema["title"] == .string(kind))
    }
    #expect(Schemas.named("segmnt") == nil)
  }

  /// PyPI's jsonschema knows nothing of this program.
  @Test(.enabled(if: JSONSchemaValidator.isInstalled))
  func `an independent validator takes the schemas and what this program writes`() async throws {
    let folder = try TemporaryFolder()
    for kind in Schemas.kinds {
      try folder.write(#require(Schemas.named(kind)), to: "schemas/\(kind).json")
    }
    let location = StoreLocation(folder("store"))
    try StoreInit(location).createFolders()
    let at = Instant(seconds: 1_795_000_000)
    var random = SplitMix64(seed: 1)
    let id = Contact.ID(ULID(at: at, using: &random).description)
    var contact = Contact(id: id, agent: "mk", customer: "C-1", openedAt: at, channel: .phone)
    contact.ticks = ["open": .done]
    contact.offers = ["callback": .skipped]
    contact.foundBy = .fuzzy
    try await DraftFolder(location, agent: "mk").save(contact)
    let directory = JSONDirectory(
      location,
      SnapshotContents(SearchedFields(attributes: [])),
      country: nil
    )
    let change = CustomerPatch.Change(path: "name.full", expected: nil, value: "Zoë")
    _ = try await directory.apply(
      CustomerPatch(customer: "C-1", changes: [change], by: "mk", at: at)
    )
    try folder.write("id,name\nC-2,Jon\n", to: "a.csv")
    let map = try ImportMap(
      ["id": "id", "name": "name"],
      file: "map.json",
      catalog: AttributeCatalog([])
    )
    _ = try CustomerImport(
      location,
      map: map,
      at: at,
      asOf: CalendarDate(daysSinceEpoch: 20_779)
    ).run(folder("a.csv"))
    let found = try JSONSchemaValidator.problems(
      schemas: folder("schemas"),
      files: [
        ("draft", location.file("drafts/mk/\(id).json")), ("customer", location.customers),
        ("change", location.changes), ("import", location.imports),
      ]
    )
    #expect(found.isEmpty, "\(found)")
    try folder.write("{\"id\": \"C-1\", \"emails\": 7}\n", to: "bad.jsonl")
    let bad = try JSONSchemaValidator.problems(
      schemas: folder("schemas"),
      files: [("customer", folder("bad.jsonl"))]
    )
    #expect(bad.count == 1)
  }

  @Test(
    .enabled(if: JSONSchemaValidator.isInstalled && examples.count > 0),
    arguments: examples
  )
  func `an example store fits the schemas`(store: String) throws {
    let folder = try TemporaryFolder()
    for kind in Schemas.kinds {
      try folder.write(#require(Schemas.named(kind)), to: "schemas/\(kind).json")
    }
    var files = ["store", "agents", "attributes", "intents"].map { ($0, "\(store)/\($0).json") }
    for kind in ["segment", "tone", "service", "script"] {
      let names = (try? Folder.names(in: "\(store)/\(kind)s")) ?? []
      files += names.map { (kind, "\(store)/\(kind)s/\($0)") }
    }
    files = files.filter { FileManager.default.fileExists(atPath: $0.1) }
    let problems = try JSONSchemaValidator.problems(schemas: folder("schemas"), files: files)
    #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
  }

  private static let examples = ((try? Folder.names(in: PackageRoot.path + "/examples")) ?? []).map
  {
    PackageRoot.path + "/examples/" + $0
  }
}
