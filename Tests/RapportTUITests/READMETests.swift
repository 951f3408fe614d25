import Foundation
import RapportTUI
import Testing

struct READMETests {
  @Test func `the README prints the keys that dispatch uses`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let after = try #require(text.components(separatedBy: "<!-- keys -->\n").dropFirst().first)
    let printed = after.components(separatedBy: "<!-- /keys -->").first
    #expect(printed == KeyTable.markdown, "run `rapport keys` and put it between the marks")
  }
}
