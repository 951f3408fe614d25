import JSONLogic
import RapportCore
import RapportDemo
import Testing

@testable import RapportStore

struct SchemaTests {
  @Test func `the schemas are built in byte for byte`() throws {
    let folder = PackageRoot.path + "/Sources/RapportStore/Schemas"
    for kind in Schemas.kinds {
      let file = try OpenFile("\(folder)/\(kind).json", for: .reading)
      let bytes = try file.read(0..<file.status().size)
      #expect(Schemas.named(kind).map { Array($0.utf8) } == bytes, "\(kind)")
      #expect(try JSON(parsing: bytes).canonical() == String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func `the examples have every kind`() {
    let kinds =
      SchemaExamples.definitions.keys.map(SchemaExamples.kind(of:))
      + SchemaExamples.records.map(\.kind)
    #expect(Set(kinds).sorted() == Schemas.kinds)
  }

  @Test func `the examples are read without a mistake`() throws {
    let definitions = Definitions(
      decoding: DefinitionDocuments(files: SchemaExamples.definitions)
    )
    #expect(
      StoreCheck.problems(of: definitions, at: Instant(seconds: 1_795_338_240)).filter {
        $0.severity == .error
      } == []
    )
    for (kind, record) in SchemaExamples.records {
      let object = try #require(record.objectValue)
      switch kind {
      case "customer": #expect(Customer(record: object) != nil)
      case "interaction" where object["erased"] == nil && object["deleted"] == nil:
        #expect(Interaction(record: object) != nil)
      case "draft": #expect(Contact(draft: record) != nil || NewCaller(draft: record) != nil)
      default: break
      }
    }
  }

  @Test(.enabled(if: JSONSchemaValidator.isInstalled))
  func `the examples fit the schemas`() throws {
    var documents = SchemaExamples.definitions.map {
      (kind: SchemaExamples.kind(of: $0.key), document: $0.value)
    }
    documents += SchemaExamples.records
    #expect(try SchemaVerdicts(of: documents).refusals.isEmpty)
  }

  @Test(.enabled(if: JSONSchemaValidator.isInstalled))
  func `everything of the demo store fits the schemas`() throws {
    let folder = try SchemaVerdicts.folder()
    let store = DemoStore(customers: 60, seed: 42, now: 1_795_338_240)
    var files: [(kind: String, path: String)] = []
    for (path, bytes) in store.definitions() {
      try folder.write(bytes, to: path)
      files.append((SchemaExamples.kind(of: path), folder(path)))
    }
    for records in DemoStore.Records.allCases {
      var bytes: [UInt8] = []
      store.write(records) { bytes += $0 }
      try folder.write(bytes, to: records.rawValue)
      let name = String(records.rawValue.split(separator: "/").last?.dropLast(6) ?? "")
      let kinds = [name, String(name.dropLast())].filter(Schemas.kinds.contains)
      files.append((try #require(kinds.first), folder(records.rawValue)))
    }
    let problems = try JSONSchemaValidator.problems(schemas: folder("schemas"), files: files)
    #expect(problems.isEmpty, "\(problems.prefix(20).joined(separator: "\n"))")
  }

  @Test(.enabled(if: JSONSchemaValidator.isInstalled))
  func `a new store fits the schemas`() throws {
    let documents = StarterStore(goal: "Solve it.", company: "Northwind").documents
    #expect(documents.count > 4)
    let verdicts = try SchemaVerdicts(
      of: documents.map { (kind: SchemaExamples.kind(of: $0.key), document: $0.value) }
    )
    #expect(verdicts.refusals.isEmpty, "\(verdicts.refusals)")
  }

  @Test(.enabled(if: JSONSchemaValidator.isInstalled))
  func `what would be a mistake is refused`() throws {
    let documents = try SchemaMistakes.all.map { mistake in
      let examples =
        SchemaExamples.definitions.filter { SchemaExamples.kind(of: $0.key) == mistake.kind }
        .sorted { $0.key > $1.key }.map(\.value)
        + SchemaExamples.records.filter { $0.kind == mistake.kind }.map(\.document)
      let example = try #require(examples.first)
      return (kind: mistake.kind, document: example.replacing(mistake.path[...], by: mistake.value))
    }
    let verdicts = try SchemaVerdicts(of: documents)
    for (position, mistake) in SchemaMistakes.all.enumerated() {
      #expect(verdicts.refusals[position] != nil, "\(mistake)")
    }
  }

  /// The decoders are the judge: their errors must be refused, and nothing else may be that
  /// `rapport check` does not call an error.
  @Test(.enabled(if: JSONSchemaValidator.isInstalled), arguments: [1, 2] as [UInt64])
  func `the schemas refuse what the program calls an error, and only that`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let damaged = (0..<150).map { _ in DamagedDefinition(of: SchemaExamples.definitions, &random) }
    let verdicts = try SchemaVerdicts(
      of: damaged.map { (SchemaExamples.kind(of: $0.path), $0.document) }
    )
    for (position, definition) in damaged.enumerated() {
      let refusal = verdicts.refusals[position]
      let (decoding, checking) = definition.errors
      if !decoding.isEmpty { #expect(refusal != nil, "seed \(seed): \(definition): \(decoding)") }
      if let refusal { #expect(!checking.isEmpty, "seed \(seed): \(definition): \(refusal)") }
    }
    #expect(verdicts.refusals.count > 25 && verdicts.refusals.count < 125)
  }
}

/// What an independent validator thinks of documents, all asked at once.
struct SchemaVerdicts {
  /// Why, by position.
  private(set) var refusals: [Int: String] = [:]

  init(of documents: [(kind: String, document: JSON)]) throws {
    let folder = try Self.folder()
    var lines: [String: [String]] = [:]
    var positions: [String: [Int]] = [:]
    for (position, (kind, document)) in documents.enumerated() {
      lines[kind, default: []].append(document.compact())
      positions[kind, default: []].append(position)
    }
    for (kind, lines) in lines {
      try folder.write(lines.joined(separator: "\n"), to: "\(kind).jsonl")
    }
    let kinds = lines.keys.sorted()
    let problems = try JSONSchemaValidator.problems(
      schemas: folder("schemas"),
      files: kinds.map { ($0, folder("\($0).jsonl")) }
    )
    for problem in problems {
      let kind = kinds.first { problem.hasPrefix(folder("\($0).jsonl:")) }
      let file = try #require(kind, "\(problem)")
      let number = problem.dropFirst(folder("\(file).jsonl:").count).prefix { $0 != ":" }
      let line = try #require(Int(number))
      refusals[try #require(positions[file])[line - 1]] = problem
    }
  }

  /// A folder with the schemas in it.
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for kind in Schemas.kinds {
      try folder.write(#require(Schemas.named(kind)), to: "schemas/\(kind).json")
    }
    return folder
  }
}
