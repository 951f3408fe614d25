import Glibc
import TestSupport
import Testing

/// Themes that are edited while the program runs.
struct ThemeJourneyTests {
  private func theme(_ color: String) -> String {
    #"{"inherits": "nocturne", "roles": {"text": {"fg": "\#(color)"}}}"#
  }

  private func shows(_ color: String) -> (ScreenModel) -> Bool {
    { $0.colors.contains("38;2;\(color)") }
  }

  private func write(_ text: String, to path: String) throws {
    // As an editor that never leaves half a file.
    try TextFile.write(Array(text.utf8), to: path + ".new")
    #expect(rename(path + ".new", path) == 0)
  }

  private func follow(_ terminal: PseudoTerminal, _ path: String) throws {
    try terminal.wait(for: "the first colour", until: shows("18;52;86"))
    try write(theme("#654321"), to: path)
    try terminal.wait(for: "the second colour", until: shows("101;67;33"))
    try write("{\"roles\": {\n  \"text\": }", to: path)
    try terminal.wait(for: "what is wrong") {
      $0.text.contains("stays as it was") && $0.text.contains("line 2")
    }
    #expect(shows("101;67;33")(terminal.screen))
    try write(theme("#123456"), to: path)
    try terminal.wait(for: "the first colour again", until: shows("18;52;86"))
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func `a theme of the user's folder shows as soon as it changes`() throws {
    let place = try Workplace.demo()
    var folder = place.home.path
    for part in ["/.config", "/rapport", "/themes"] {
      folder += part
      mkdir(folder, 0o700)
    }
    let path = "\(folder)/mine.json"
    try write(theme("#123456"), to: path)
    let terminal = try place.open(["--theme", "mine", "--color", "24bit"], columns: 120)
    try follow(terminal, path)
  }

  @Test func `so does a theme given as a file`() throws {
    let place = try Workplace.demo()
    let path = "\(place.home.path)/own.json"
    try write(theme("#123456"), to: path)
    let terminal = try place.open(["--theme", path, "--color", "24bit"], columns: 120)
    try follow(terminal, path)
  }
}
