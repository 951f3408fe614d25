import FoundationEssentials
import JSONLogic
import RapportCore
import RapportDemo
import RapportStore

/// Many made-up customers in a folder, and fifty segments over them.
struct RulesStore {
  let location: StoreLocation
  let definitions: Definitions
  let moment: Instant
  private let isTemporary: Bool

  /// Makes the customers where they are not there yet.
  init(customers: Int, folder: String?) throws {
    let now = Int(Date().timeIntervalSince1970)
    let path = folder ?? FileManager.default.temporaryDirectory.path + "/rapport-bench-rules"
    try Folder.create(path)
    let file = path + "/customers.jsonl"
    let demo = DemoStore(customers: customers, now: now)
    if try FileStatus(at: file) == nil {
      let file = try OpenFile(file, for: .creating, mode: 0o600)
      try demo.write(.customers) { bytes throws(FileError) in try file.writeAll(bytes) }
    }
    var files: [String: JSON] = [:]
    for (path, bytes) in demo.definitions() { files[path] = try JSON(parsing: bytes) }
    var definitions = Definitions(decoding: DefinitionDocuments(files: files))
    definitions.segments = try BenchmarkRules.rules().enumerated().map { number, rule in
      var segment = Segment(
        id: Segment.ID("rule-\(number)"),
        name: "\(number)",
        priority: number + 1
      )
      segment.rule = rule
      return segment
    }
    location = StoreLocation(path)
    self.definitions = definitions
    moment = Instant(seconds: Int64(now))
    isTemporary = folder == nil
  }

  /// Writes the definitions too, so that the program can be started on them.
  func writeDefinitions() throws {
    for (path, bytes) in DemoStore(customers: 1, now: Int(moment.milliseconds / 1_000))
      .definitions()
    where !path.hasPrefix("segments/") {
      try write(bytes, to: path)
    }
    for segment in definitions.segments {
      let object: JSON = [
        "id": .string(segment.id.rawValue), "name": .string("Rule \(segment.name)"),
        "priority": JSON(segment.priority), "rule": segment.rule?.json ?? .null,
      ]
      try write(Array(object.canonical().utf8), to: "segments/\(segment.id).json")
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let file = "\(location.path)/\(path)"
    if let slash = file.lastIndex(of: "/") { try Folder.create(String(file[..<slash])) }
    try Data(bytes).write(to: URL(filePath: file))
  }

  /// Takes the folder away unless somebody asked for it.
  func remove() throws {
    if isTemporary { try FileManager.default.removeItem(atPath: location.path) }
  }
}
