import Foundation
import Terminal
import Testing
import Themes

@Suite struct EmbeddedThemeTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "themes")

  @Test func `every file of the folder is built in, byte for byte`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(EmbeddedTheme.all.map(\.fileName) == files)
    for theme in EmbeddedTheme.all {
      let bytes = try Data(contentsOf: Self.folder.appending(path: theme.fileName))
      #expect(theme.bytes == [UInt8](bytes))
    }
  }

  @Test(arguments: ThemeLibrary().names)
  func `a built-in theme has no mistakes, its file's name and an author`(name: String) throws {
    let loaded = try #require(ThemeLibrary().theme(named: name))
    #expect(loaded.warnings.map(\.description) == [])
    #expect(loaded.theme.name == name)
    #expect(loaded.theme.author != "")
    #expect(loaded.path == nil)
    let bytes = try #require(EmbeddedTheme.all.first { $0.fileName == "\(name).json" }).bytes
    #expect(ThemeFile.decode(bytes, name: "", file: "").theme.name == name)
  }

  @Test func `every role but those that are plain text is spoken of by the dark theme`() throws {
    let roles = try #require(ThemeLibrary().theme(named: "dark")).theme.roles
    #expect(Role.all.filter { roles[$0] == nil }.map(\.name) == [])
  }
}
