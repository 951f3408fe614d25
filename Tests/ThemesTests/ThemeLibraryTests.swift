import Foundation
import Terminal
import Testing
import Themes

@Suite struct ThemeLibraryTests {
  /// Runs a body with a folder of theme files, and removes it.
  private func withFolder(
    _ files: [String: String],
    _ body: (String) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    try body(folder.path)
  }

  @Test func `own themes hide built-in ones, and earlier folders later ones`() throws {
    try withFolder([
      "dark.json": #"{"author": "first", "roles": {}}"#, "notes.txt": "x", ".hidden.json": "{}",
    ]) { first in
      try withFolder(["dark.json": #"{"author": "second"}"#, "sea.json": "{}"]) { second in
        let library = ThemeLibrary(folders: [first, second, "/nowhere"])
        #expect(library.theme(named: "dark")?.theme.author == "first")
        #expect(library.theme(named: "dark")?.path == "\(first)/dark.json")
        #expect(library.names.contains("sea"))
        #expect(library.names == library.names.sorted())
        #expect(!library.names.contains("notes"))
        #expect(library.theme(named: "nosuch") == nil)
      }
    }
  }

  @Test func `a theme that only changes the palette recolours what it inherits`() throws {
    try withFolder([
      "sea.json": ##"{"inherits": "dark", "palette": {"accent": "#00ffff"}}"##
    ]) { folder in
      let loaded = try #require(ThemeLibrary(folders: [folder]).theme(named: "sea"))
      #expect(loaded.warnings.isEmpty)
      let style = loaded.theme.resolved(depth: .trueColor).style(for: .titleFocus)
      #expect(style.foreground == .rgb(0, 255, 255))
      #expect(style.attributes.contains(.bold))
    }
  }

  @Test func `a circle, a missing parent and an unknown colour are warned of`() throws {
    try withFolder([
      "a.json": #"{"inherits": "b"}"#, "b.json": #"{"inherits": "a"}"#,
      "c.json": #"{"inherits": "drak", "roles": {"label": {"fg": "purpel"}}}"#,
      "d.json": #"{"palette": {"purple": "ansi:5"}, "roles": {"label": {"fg": "purpel"}}}"#,
    ]) { folder in
      let library = ThemeLibrary(folders: [folder])
      func messages(_ name: String) -> [String] {
        library.theme(named: name)?.warnings.map { "\($0.place): \($0.message)" } ?? []
      }
      #expect(
        messages("a") == ["/inherits: themes inherit from each other in a circle: a -> b -> a"]
      )
      #expect(
        messages("c") == [
          #"/inherits: inherits from "drak", and there is no such theme, did you mean "dark"?"#,
          #"/roles/label/fg: "purpel" is neither a colour nor in the palette"#,
        ]
      )
      #expect(
        messages("d") == [
          #"/roles/label/fg: "purpel" is neither a colour nor in the palette"#
            + #", did you mean "purple"?"#
        ]
      )
    }
  }

  @Test func `folders are looked through in the order of the documentation`() {
    #expect(
      ThemeFolders.inOrder([
        "HOME": "/home/mk", "RAPPORT_THEMES": "/srv/themes:own", "XDG_CONFIG_HOME": "relative",
        "XDG_DATA_DIRS": "/usr/share",
      ]) == [
        "/srv/themes", "own", "/home/mk/.local/share/rapport/themes", "/usr/share/rapport/themes",
      ]
    )
    #expect(
      ThemeFolders.inOrder(["HOME": "/home/mk"]).first == "/home/mk/.config/rapport/themes"
    )
    #expect(ThemeFolders.inOrder([:]).count == 2)
  }
}
