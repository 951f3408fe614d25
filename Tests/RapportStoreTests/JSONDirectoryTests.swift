import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

struct JSONDirectoryTests {
  private static let fields = SearchedFields(attributes: ["geographic.postcode", "contract"])

  private static let people: [JSON] = [
    [
      "id": "C-004211", "name": ["full": "Zoë Müller", "given": "Zoë", "family": "Müller"],
      "emails": ["zoe.mueller@example.org"], "phones": ["+49 30 901820"],
      "company": "Kiefer Optik GmbH", "geographic": ["postcode": "10115"],
    ],
    ["id": "C-2", "name": ["full": "Mueller, Hans"], "phones": ["030 / 123 45 67"]],
    ["id": "C-3", "name": ["full": "José García López"], "emails": ["jose@acme.example"]],
    ["id": "C-4", "name": ["full": "Łukasz O’Brien-Śmigły"], "company": "ACME"],
    ["id": "C-5", "name": ["full": "田中 太郎"], "phones": ["+81-3-1234-5678"]],
    ["id": "C-6", "name": ["full": "Иван Петров"]],
    ["id": "C-7", "name": ["full": "Jon Smith"], "contract": 4_711_000],
    ["id": "C-8", "name": ["full": "Jonathan Smithers"], "phones": ["801-555-0142 ext 5"]],
    ["id": "A-1", "kind": "account", "company": "Smith & Sons"],
  ]

  private func directory(
    _ folder: TemporaryFolder,
    _ records: [JSON] = people
  ) throws -> JSONDirectory {
    try folder.write(RecordFile.lines(of: records), to: "customers.jsonl")
    return JSONDirectory(StoreLocation(folder.path), SnapshotContents(Self.fields), country: "DE")
  }

  /// Of the customers that are there.
  private static func directory(in folder: TemporaryFolder) -> JSONDirectory {
    JSONDirectory(StoreLocation(folder.path), SnapshotContents(fields), country: nil)
  }

  @Test(arguments: [
    ("müller", ["C-004211 name exact", "C-2 name exact"]),
    ("MUELLER", ["C-004211 name exact", "C-2 name exact"]),
    ("muller zoe", ["C-004211 name exact"]),
    ("mul kie 101", ["C-004211 geographic.postcode prefix"]),
    ("zoe.mueller@example.org", ["C-004211 email exact"]),
    ("mueller@ex", ["C-004211 email prefix"]),
    ("C-004211", ["C-004211 id exact"]), ("c004211", ["C-004211 id exact"]),
    ("4211", ["C-004211 id exact"]), ("jose lopez", ["C-3 name exact"]),
    ("lukasz", ["C-4 name exact"]),
    ("obrien", ["C-4 name prefix"]), ("smigly", ["C-4 name exact"]),
    ("acme", ["C-3 email exact", "C-4 company exact"]), ("太郎", ["C-5 name exact"]),
    ("petrov", ["C-6 name exact"]), ("ПЕТРОВ", ["C-6 name exact"]),
    ("+49 30 901820", ["C-004211 phone exact"]), ("0049 30/90 18 20", ["C-004211 phone exact"]),
    ("030 901820", ["C-004211 phone exact"]), ("1820", ["C-004211 phone suffix"]),
    ("030 1234567", ["C-2 phone exact"]), ("+49301234567", ["C-2 phone exact"]),
    ("030 12", ["C-2 phone prefix"]), ("+81 3 1234", ["C-5 phone prefix"]),
    ("8015550142", ["C-8 phone exact"]),
    ("10115 müller", ["C-004211 geographic.postcode exact"]),
    ("4711000", ["C-7 contract exact"]),
    ("jon smith", ["C-7 name exact", "C-8 name prefix"]),
    ("smtih jon", ["C-7 name fuzzy", "C-8 name partial", "A-1 company partial"]),
    ("garzia", ["C-3 name fuzzy"]), ("muelker", ["C-004211 name fuzzy", "C-2 name fuzzy"]),
    ("", []), ("   ", []), ("\u{1}", []), ("\" OR 1=1 --", []), ("*", []), ("🎉", []), ("zzz", []),
  ])
  func `customers are found by whatever is said`(query: String, expected: [String]) async throws {
    let folder = try TemporaryFolder()
    let directory = try directory(folder)
    await directory.finishReading()
    let result = await directory.find(query, limit: 20)
    let found = result.hits.map { "\($0.id) \($0.matched) \($0.quality.rawValue)" }
    #expect(found.sorted() == expected.sorted())
    #expect(result.count == expected.count)
    #expect(result.searched == 9 && result.total == 9)
  }

  @Test func `what was found is shown as it is stored`() async throws {
    let folder = try TemporaryFolder()
    let directory = try directory(folder)
    await directory.finishReading()
    let hit = try #require(await directory.find("mueller 030901820 kief", limit: 1).hits.first)
    #expect(hit.words.map(\.text) == ["Müller", "+49 30 901820", "Kiefer"])
    #expect(hit.words.map(\.word) == ["mueller", "030901820", "kief"])
    #expect(hit.words.map(\.field) == ["name", "phone", "company"])
  }

  @Test func `the whole name comes before a longer one, and a name before a company`() async throws
  {
    let folder = try TemporaryFolder()
    let directory = try directory(
      folder,
      [
        ["id": "1", "company": "Robert Wood"], ["id": "2", "name": ["full": "Robert Woodhouse"]],
        ["id": "3", "name": ["full": "Robert Wood Junior"]],
        ["id": "4", "name": ["full": "Wood, Robert"]],
        ["id": "wood", "name": ["full": "Robert Z"]],
      ]
    )
    await directory.finishReading()
    let hits = await directory.find("robert wood", limit: 9).hits
    #expect(hits.map(\.id.rawValue) == ["wood", "4", "3", "1", "2"])
  }

  @Test func `of equals come the agent's own first, then who was in contact last`() async throws {
    let folder = try TemporaryFolder()
    let people: [JSON] = (1...4).map { ["id": .string("\($0)"), "name": ["full": "Jon Smith"]] }
    let directory = try directory(folder, people)
    await directory.finishReading()
    let knowing = Familiarity(own: ["2", "9"], lastContacts: ["1": 70, "3": 80, "9": 90])
    let hits = await directory.find("smith", limit: 9, knowing: knowing).hits
    #expect(hits.map(\.id.rawValue) == ["2", "3", "1", "4"])
  }

  @Test(.timeLimit(.minutes(5)), arguments: SharedData.files(in: "naughty"))
  func `nothing that may be typed is an error`(file: String) async throws {
    let folder = try TemporaryFolder()
    let directory = try directory(folder)
    await directory.finishReading()
    let lines = try SharedData.bytes(file).split(separator: 0x0A).map {
      String(decoding: $0, as: UTF8.self)
    }
    for line in lines + [String(repeating: "a", count: 10_000), "NEAR/2 *", "a\u{0}b"] {
      let result = await directory.find(line, limit: 9)
      #expect(result.hits.count == min(9, result.count))
    }
  }

  @Test func `of two lines of one customer the last counts, and a removed one is gone`()
    async throws
  {
    let folder = try TemporaryFolder()
    let directory = try directory(folder)
    await directory.finishReading()
    try RecordFile(folder("customers.jsonl")).append([
      ["id": "C-7", "name": ["full": "Jon Taylor"]], ["id": "C-3", "deleted": true],
      ["id": "C-9", "name": ["full": "Nina Smith"]],
    ])
    #expect(await directory.find("jon smith", limit: 1).hits.map(\.id) == ["C-8"])
    #expect(await directory.find("taylor", limit: 9).hits.map(\.id) == ["C-7"])
    #expect(await directory.find("nina", limit: 9).hits.map(\.id) == ["C-9"])
    #expect(try await directory.customer("C-3") == nil)
    #expect(await directory.census() == Census(total: 9, searched: 9, damaged: 0))
  }

  @Test func `a damaged line costs its customer only and is named by its number`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "{\"id\":\"1\"}\n\n{\"id\":\"2\"\n\u{1}\n{\"id\":\"3\"}\n{\"id\":\"4\",\"a\":1,\"a\":2}\n{\"id\":\"5\"}",
      to: "customers.jsonl"
    )
    let directory = Self.directory(in: folder)
    await directory.finishReading()
    #expect(await directory.census() == Census(total: 3, searched: 3, damaged: 3))
    #expect(await directory.problems().map(\.place.line) == [3, 4, 6])
    #expect(try await directory.customer("5")?.id == "5")
    try RecordFile(folder("customers.jsonl")).append([["id": "6"]])
    #expect(try await directory.customer("6")?.id == "6")
    try folder.write(
      try folder.read("customers.jsonl") + Array("{\"id\n".utf8),
      to: "customers.jsonl"
    )
    #expect(await directory.problems().map(\.place.line) == [3, 4, 6, 9])
  }

  @Test func `a line of a hundred megabytes is passed over`() async throws {
    let folder = try TemporaryFolder()
    let hostile = Array("{\"id\":\"1\",\"a\":\"".utf8) + Array(repeating: 0x78, count: 100 << 20)
    try folder.write(
      Array("{\"id\":\"0\"}\n".utf8) + hostile + Array("\"}\n{\"id\":\"2\"}\n".utf8),
      to: "customers.jsonl"
    )
    let directory = Self.directory(in: folder)
    await directory.finishReading()
    #expect(await directory.census() == Census(total: 2, searched: 2, damaged: 1))
    #expect(await directory.problems().map(\.place.line) == [2])
    #expect(try await directory.customer("2") != nil)
  }

  @Test func `a file put in its place, or written anew, is read anew`() async throws {
    let folder = try TemporaryFolder()
    let directory = try directory(folder)
    await directory.finishReading()
    let other = RecordFile.lines(of: (0..<50).map { ["id": .string("N-\($0)"), "company": "New"] })
    try AtomicReplace.write(other, to: folder("customers.jsonl"))
    await directory.finishReading()
    #expect(await directory.census().total == 50)
    #expect(try await directory.customer("C-7") == nil)
    try OpenFile(folder("customers.jsonl"), for: .appending).truncate(to: 0)
    try OpenFile(folder("customers.jsonl"), for: .appending).writeAll(
      RecordFile.lines(of: (0..<90).map { ["id": .string("M-\($0)"), "company": "Newer"] })
    )
    await directory.finishReading()
    #expect(await directory.census().total == 90)
    #expect(await directory.find("newer", limit: 1).count == 90)
  }

  @Test func `where there is no file there is nobody, until there is one`() async throws {
    let folder = try TemporaryFolder()
    let directory = Self.directory(in: folder)
    #expect(await directory.find("a", limit: 5).total == 0)
    #expect(try await directory.customer("C-1") == nil)
    #expect(await directory.problems().map(\.severity) == [.warning])
    try RecordFile(folder("customers.jsonl")).append([["id": "C-1"]])
    #expect(try await directory.customer("C-1") != nil)
  }

  @Test func `a change sets its paths only, counts up and is written to the journal`() async throws
  {
    let folder = try TemporaryFolder()
    let directory = try directory(folder)
    let patch = CustomerPatch(
      customer: "C-7",
      changes: [.init(path: "geographic.city", expected: nil, value: "Ulm")],
      by: "mk",
      at: Instant(seconds: 1_795_000_000)
    )
    let changed = try await directory.apply(patch)
    #expect(changed.rev == 1 && changed.value(at: "geographic.city") == "Ulm")
    #expect(changed.value(at: "contract") == 4_711_000)
    #expect(try await directory.customer("C-7") == changed)
    let journal = try JSON(parsing: folder.text("journal/changes.jsonl"))
    #expect(journal["by"] == "mk" && journal["set"]?[0]?["id"] == "C-7")
    await #expect(throws: PatchConflict.self) { try await directory.apply(patch.expecting("Bonn")) }
    #expect(try folder.lines("customers.jsonl").count == 10)
  }

  @Test func `an import that died is not read, and the next change cuts it away`() async throws {
    let folder = try TemporaryFolder()
    let directory = try directory(folder)
    let location = StoreLocation(folder.path)
    let size = try folder.read("customers.jsonl").count
    let now = Instant(seconds: 1_795_000_000)
    try ImportMarks(location).mark(.begin, batch: "B", size: size, at: now)
    try RecordFile(folder("customers.jsonl")).append([["id": "I-1"]])
    #expect(try await directory.customer("I-1") == nil)
    #expect(await directory.census().total == 9)
    let change = CustomerPatch.Change(path: "note", expected: nil, value: "new")
    _ = try await directory.apply(
      CustomerPatch(customer: "I-2", changes: [change], by: "mk", at: now)
    )
    #expect(try await directory.customer("I-1") == nil)
    #expect(try await directory.customer("I-2")?.note == "new")
    #expect(try folder.lines("journal/imports.jsonl").count == 2)
    #expect(await directory.census() == Census(total: 10, searched: 10, damaged: 0))
  }
}

extension CustomerPatch {
  fileprivate func expecting(_ value: JSON) -> CustomerPatch {
    var patch = self
    patch.changes = changes.map { Change(path: $0.path, expected: value, value: "Köln") }
    return patch
  }
}
