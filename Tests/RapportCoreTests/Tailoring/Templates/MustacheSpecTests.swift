import Foundation
import JSONLogic
import Testing

@testable import RapportCore

/// The mandatory modules of https://github.com/mustache/spec, read beside a checkout.
struct MustacheSpecTests {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/data/mustache").standardized
  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  @Test(
    .enabled(if: isThere),
    arguments: [
      ("comments", 12), ("delimiters", 14), ("interpolation", 42), ("inverted", 22),
      ("partials", 12), ("sections", 34),
    ]
  )
  func `every mandatory case renders as specified`(module: String, count: Int) throws {
    let bytes = try Data(contentsOf: Self.folder.appending(path: "\(module).json"))
    let cases = try #require(try JSON(parsing: bytes)["tests"]?.arrayValue)
    #expect(cases.count == count)
    for example in cases {
      let name = example["name"]?.stringValue ?? ""
      let template = try Template(parsing: #require(example["template"]?.stringValue))
      var partials: [String: Template] = [:]
      for (name, source) in example["partials"]?.objectValue ?? [:] {
        partials[name] = try Template(parsing: #require(source.stringValue))
      }
      let environment = TemplateEnvironment(escaping: .html, missing: .empty) {
        [partials] in partials[$0]
      }
      let data = TemplateValue(try #require(example["data"]))
      let spans = try template.render([data], in: environment)
      #expect(spans.complete == example["expected"]?.stringValue, "\(module): \(name)")
    }
  }
}
