import Foundation
import JSONLogic
import RapportCore
import RapportDemo
import Testing

/// The program reads what we ship without one complaint.
struct DecodingTests {
  @Test func `the demo store's definitions decode without a problem`() throws {
    var files: [String: JSON] = [:]
    for (path, bytes) in DemoFixture.store.definitions() { files[path] = try JSON(parsing: bytes) }
    let definitions = Definitions(decoding: DefinitionDocuments(files: files))
    #expect(definitions.problems.map { "\($0)" } == [])
    #expect(definitions.segments.count == 12)
    #expect(definitions.scripts.count == 38)
    #expect(definitions.settings.company == "Northwind")
  }

  @Test(arguments: ExampleFolder.names)
  func `an example store's definitions decode without a problem`(name: String) throws {
    var files = try ExampleFolder.files(name)
    files["map.json"] = nil
    let definitions = Definitions(decoding: DefinitionDocuments(files: files))
    #expect(definitions.problems.map { "\($0)" } == [])
    #expect(definitions.settings.goal != nil)
    #expect(definitions.segments.count >= 3 && definitions.segments.allSatisfy { $0.rule != nil })
  }
}

/// The stores under examples/.
enum ExampleFolder {
  static let names = ["telecom", "marketing"]

  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Parsed JSON files by their path in the store.
  static func files(_ name: String) throws -> [String: JSON] {
    let folder = package.appending(path: "examples/\(name)")
    var files: [String: JSON] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where path.hasSuffix(".json") {
      files[path] = try JSON(parsing: Data(contentsOf: folder.appending(path: path)))
    }
    return files
  }

  static func data(_ path: String) -> URL { package.appending(path: "../shared/data/\(path)") }

  static func hasData(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: data(path).path)
  }
}
