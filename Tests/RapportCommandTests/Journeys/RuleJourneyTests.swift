import Glibc
import JSONLogic
import TestSupport
import Testing

/// A supervisor tightens a rule and sees who leaves, on a real terminal.
struct RuleJourneyTests {
  private func openRule(in place: Workplace) throws -> PseudoTerminal {
    let terminal = try place.open(["--agent", "lb"])
    terminal.send("\u{1B}OS")
    try terminal.wait(forText: "[Segments]")
    terminal.send("/loyal\r")
    try terminal.wait(for: "the segment alone") { screen in
      screen.lines.contains { $0.hasPrefix("▌Loyal advocates") }
    }
    terminal.send("r")
    try terminal.wait(forText: "Loyal advocates · rule, version")
    try terminal.wait(forText: " ms")
    return terminal
  }

  /// Down to the condition on orders, and into its value.
  private func typeOrders(_ text: String, on terminal: PseudoTerminal) throws {
    for _ in 0..<8 {
      try terminal.settle()
      if terminal.screen.lines.contains(where: { $0.hasPrefix("▌  orders") }) { break }
      terminal.send("j")
    }
    terminal.send("\u{1B}[C\u{1B}[C\r")
    try terminal.wait(forText: "as it was")
    terminal.send("\u{15}" + text)
    try terminal.wait(forText: "not saved")
  }

  @Test func `a rule is tightened, who leaves is seen, and saved with a reason`() throws {
    let place = try Workplace.demo()
    let before = try JSON(
      parsing: Array((place.text("segments/loyal-advocates.json") ?? "").utf8)
    )
    let terminal = try openRule(in: place)
    try typeOrders("40", on: terminal)
    try terminal.wait(forText: "leave ")
    try terminal.wait(forText: "leaves ")
    terminal.send("\r\u{13}")
    try terminal.wait(forText: "Pinned customers would be taken otherwise")
    terminal.send("2")
    try terminal.wait(forText: "Why may they be taken otherwise?")
    terminal.send("only the strongest\r")
    try terminal.wait(forText: "Saved: Loyal advocates, version")
    let after = try JSON(
      parsing: Array((place.text("segments/loyal-advocates.json") ?? "").utf8)
    )
    #expect(after["rule"]?.compact().contains("40") == true)
    #expect(after["revision"]?.intValue == (before["revision"]?.intValue ?? 1) + 1)
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 0)
    terminal.expectRestored()
  }

  @Test func `killed while a rule is typed, the next window has it`() throws {
    let place = try Workplace.demo()
    let terminal = try openRule(in: place)
    try typeOrders("41", on: terminal)
    try terminal.wait(for: "the draft on disk") { _ in
      Drafts(of: "lb", in: place.store).texts.contains { $0.contains("41") }
    }
    terminal.signal(SIGKILL)
    _ = try terminal.waitForExit()
    let next = try place.open(["--agent", "lb"])
    next.send("\u{1B}OS")
    try next.wait(forText: "not saved: segment Loyal advocates")
    next.send("/loyal\r")
    next.send("r")
    try next.wait(forText: "(was ")
    #expect(next.screen.text.contains("41"))
    next.send("\u{3}")
    #expect(try next.waitForExit() == 0)
  }
}
