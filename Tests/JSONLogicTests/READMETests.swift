import Foundation
import JSONLogic
import Testing

struct READMETests {
  @Test func `the example does what it says`() throws {
    let rule = try Rule(
      JSON(
        parsing: """
          {"and": [{">=": [{"var": "orders"}, 12]}, {"in": [{"var": "device"}, ["ios", "android"]]}]}
          """
      )
    )
    #expect(try rule.apply(to: ["orders": 14, "device": "ios"]) == true)
    #expect(rule.answer(["orders": 14]) == .unknown)
    #expect(rule.explain(["orders": 14]).missingPaths == ["device"])
    let misses = rule.nearMisses(["orders": 11, "device": "ios"])
    #expect(misses.map(\.description) == ["orders: 11, needed at least 12"])
  }

  /// Building it would take longer than all other tests of the library.
  @Test func `what the page shows of the example package is its source`() throws {
    let page = try Self.text("Sources/JSONLogic/README.md")
    let source = try Self.text("examples/jsonlogic/Sources/discount/Discount.swift")
    let manifest = try Self.text("examples/jsonlogic/Package.swift")
    let blocks = page.components(separatedBy: "```swift\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    let shown = try #require(blocks.first { $0.contains("of_country") })
    let lines = source.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    for line in shown.split(separator: "\n") {
      #expect(lines.contains(line.trimmingCharacters(in: .whitespaces)), "\(line)")
    }
    let product = #".product(name: "JSONLogic", package: "rapport")"#
    #expect(manifest.contains(product) && page.contains(product))
  }

  private static func text(_ path: String) throws -> String {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
