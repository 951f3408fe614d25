import Terminal
import Testing

@Suite struct KeyMapTests {
  private let map = KeyMap([
    Action(
      id: "palette",
      title: "Show the palette",
      hint: "commands",
      keys: ["Ctrl-P"],
      contexts: ["anywhere"],
      hintRank: 200
    ),
    Action(
      id: "desk.copy",
      title: "Copy the step",
      hint: "copy",
      keys: ["c", "y"],
      contexts: ["desk"],
      hintRank: 2
    ),
    Action(
      id: "desk.done",
      title: "Mark as done",
      hint: "done",
      keys: ["Space"],
      contexts: ["desk"],
      hintRank: 1
    ),
    Action(id: "close", title: "Close", hint: "back", keys: ["Esc"], contexts: ["popup", "desk"]),
    Action(id: "popup.copy", title: "Copy all", keys: ["c"], contexts: ["popup"]),
  ])

  @Test func `the innermost context has a key first`() {
    #expect(map.action(for: .character("c"), in: ["desk", "anywhere"])?.id == "desk.copy")
    #expect(map.action(for: .character("c"), in: ["popup", "desk"])?.id == "popup.copy")
    #expect(map.action(for: .control("p"), in: ["popup", "desk", "anywhere"])?.id == "palette")
    #expect(map.action(for: .character("q"), in: ["desk", "anywhere"]) == nil)
  }

  @Test func `letters are text while something is typed`() {
    #expect(map.action(for: .character("c"), in: ["desk"], whileTyping: true) == nil)
    #expect(map.action(for: .escape, in: ["desk"], whileTyping: true)?.id == "close")
  }

  @Test func `hints come by rank, with the first key that works`() {
    #expect(
      map.hints(in: ["desk", "anywhere"]) == [
        Hint(key: "Space", text: "done"), Hint(key: "c", text: "copy"),
        Hint(key: "Esc", text: "back"), Hint(key: "Ctrl-P", text: "commands"),
      ]
    )
    #expect(map.hints(in: ["popup", "desk"]).map(\.key) == ["Space", "y", "Esc"])
    #expect(map.hints(in: ["desk"], whileTyping: true).map(\.key) == ["Esc"])
  }

  @Test func `an action is listed once`() {
    #expect(
      map.actions(in: ["popup", "desk"]).map(\.id)
        == ["close", "popup.copy", "desk.copy", "desk.done"]
    )
  }

  @Test func `two actions on one key of a context are reported, and the first has it`() {
    let (changed, unknown) = map.rebound(["desk.done": ["c"], "desk.nosuch": ["x"]])
    #expect(changed.conflicts.map(\.description) == ["c means desk.copy and desk.done in desk"])
    #expect(changed.action(for: .character("c"), in: ["desk"])?.id == "desk.copy")
    #expect(changed["desk.done"]?.keys == ["c"])
    #expect(unknown == ["desk.nosuch"])
    #expect(map.conflicts.isEmpty)
  }
}
