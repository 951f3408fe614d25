import Glibc
import JSONLogic
import TestSupport
import Testing

/// The agent's own editor on a definition, and back.
struct EditorJourneyTests {
  /// A script in the place of an editor.
  private func place(_ script: String) throws -> (Workplace, editor: String) {
    let place = try Workplace.demo()
    let path = "\(place.home.path)/my editor.sh"
    try TextFile.write(Array(script.utf8), to: path)
    return (place, "sh '\(path)'")
  }

  private func editSettings(_ terminal: PseudoTerminal) throws {
    terminal.send("\u{10}")
    try terminal.wait(forText: "an action, a contact, a reason, a theme")
    terminal.send("store.json")
    try terminal.wait(forText: "in your own editor")
    terminal.send(Typing.enter)
  }

  private func leave(_ terminal: PseudoTerminal) throws {
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 0)
    terminal.expectRestored()
  }

  /// What the editor's file left behind.
  private func leftovers(_ place: Workplace) throws -> String {
    try Program(path: "/usr/bin/find", environment: [:])
      .run(["\(place.store)/drafts", "-name", ".edit-*"]).text
  }

  @Test func `an editor asks on a terminal as the shell has it, and what it writes is saved`()
    throws
  {
    let (place, editor) = try place(
      """
      ls -l "$1" | cut -c1-10
      basename "$1"
      printf 'New name? '
      read name
      sed -i "s/\\"name\\": \\"[a-z]*\\"/\\"name\\": \\"$name\\"/" "$1"
      touch "$1~"
      """
    )
    let terminal = try place.open(environment: ["EDITOR": editor])
    try editSettings(terminal)
    try terminal.wait(forText: "New name?")
    #expect(terminal.screen.text.contains("-rw-------"))
    #expect(terminal.screen.text.contains("store.json"))
    #expect(terminal.isCooked && !terminal.screen.isAlternate)
    terminal.send("harbour\n")
    try terminal.wait(for: "the screen, with the news") {
      $0.isAlternate
        && ($0.text.contains("Saved store") || $0.text.contains("Read the definitions"))
    }
    let settings = try JSON(parsing: try #require(place.text("store.json")))
    #expect(settings["name"] == "harbour")
    let lines = place.text("journal/changes.jsonl")?.split(separator: "\n") ?? []
    let change = try JSON(parsing: Array(try #require(lines.first).utf8))
    #expect(change["by"] == "mk" && change["set"]?[0]?["kind"] == "store")
    #expect(try leftovers(place).isEmpty)
    try leave(terminal)
  }

  @Test func `Ctrl-C in the editor ends the editor alone, and nothing is changed`() throws {
    let (place, editor) = try place("printf 'New name? '; read name; echo broken > \"$1\"")
    let terminal = try place.open(environment: ["VISUAL": editor, "EDITOR": "false"])
    let before = place.text("store.json")
    try editSettings(terminal)
    try terminal.wait(forText: "New name?")
    terminal.send("\u{3}")
    try terminal.wait(forText: "nothing is changed")
    #expect(place.text("store.json") == before)
    #expect(try leftovers(place).isEmpty)
    try terminal.openCustomer("C-004211", "C-004211")
    try leave(terminal)
  }

  @Test(arguments: [
    ("sh -c 'exit 3'", "sh ended with 3, so nothing is changed"),
    ("never-heard-of", "EDITOR names never-heard-of, which cannot be started"),
    ("vi 'x", "EDITOR has a quote that is not closed"), ("", "No editor is set: set EDITOR"),
  ])
  func `an editor that fails changes nothing and says why`(editor: String, why: String) throws {
    let place = try Workplace.demo()
    let terminal = try place.open(environment: ["EDITOR": editor])
    try editSettings(terminal)
    try terminal.wait(forText: why)
    #expect(place.text("journal/changes.jsonl") == nil)
    try leave(terminal)
  }

  @Test func `what one window saves, another shows at once`() throws {
    let (place, editor) = try place("sed -i 's/\"name\": \"[a-z]*\"/\"name\": \"harbour\"/' \"$1\"")
    let watching = try place.open()
    let terminal = try place.open(environment: ["EDITOR": editor])
    try editSettings(terminal)
    try watching.wait(forText: "Read the definitions again")
    try leave(terminal)
    try leave(watching)
  }
}
