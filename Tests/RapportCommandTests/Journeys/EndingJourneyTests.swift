import Glibc
import TestSupport
import Testing

/// Whatever ends or stops the program, the shell has its terminal and no contact is lost.
struct EndingJourneyTests {
  /// A contact with a filled blank.
  private func contact(in place: Workplace) throws -> PseudoTerminal {
    let terminal = try place.open()
    try begin(on: terminal)
    return terminal
  }

  private func begin(on terminal: PseudoTerminal) throws {
    try terminal.openCustomer("C-004211", "C-004211")
    try terminal.choose(reason: "charged twice", titled: "Billing dispute")
    terminal.send("jj")
    try terminal.wait(forText: ", step 3 of ")
    terminal.send(Typing.enter)
    try terminal.wait(forText: "such as AB-123456")
    terminal.send("QX-204815" + Typing.enter)
    try terminal.wait(forText: "zu QX-204815 ist")
  }

  private func waitForDraft(in place: Workplace, _ terminal: PseudoTerminal) throws {
    try terminal.wait(until: "the draft is on the disk") {
      Drafts(of: "mk", in: place.store).texts.contains { $0.contains("QX-204815") }
    }
  }

  /// Starts anew and finds the contact with its blank.
  private func expectReturned(in place: Workplace) throws {
    let terminal = try place.open()
    try terminal.wait(for: "the waiting contact") { $0.lines[3].hasSuffix("waits") }
    terminal.send(Typing.desk)
    try terminal.wait(for: "the contact") {
      $0.text.contains("C-004211") && $0.text.contains("QX-204815")
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `asked to end, it saves, and the contact returns`(number: Int32) throws {
    let place = try Workplace.demo()
    let terminal = try contact(in: place)
    terminal.signal(number)
    #expect(try terminal.waitForExit() == 0)
    terminal.expectRestored()
    #expect(terminal.screen.unknown == [])
    try expectReturned(in: place)
  }

  @Test(arguments: [SIGTRAP, SIGABRT, SIGSEGV, SIGILL, SIGBUS, SIGFPE])
  func `a crash gives the terminal back, and the contact returns`(number: Int32) throws {
    let place = try Workplace.demo()
    let terminal = try contact(in: place)
    try waitForDraft(in: place, terminal)
    terminal.signal(number)
    #expect(try terminal.waitForExit() == 128 + number)
    terminal.expectRestored()
    try expectReturned(in: place)
  }

  @Test func `a window that is closed keeps its contacts`() throws {
    let place = try Workplace.demo()
    let terminal = try contact(in: place)
    terminal.hangUp()
    #expect(try terminal.waitForExit() == 0)
    try expectReturned(in: place)
  }

  @Test func `suspended, the shell has its terminal; continued, the contact is there`() throws {
    let place = try Workplace.demo()
    let script =
      "set -m; \"$0\" --store \"$1\"; echo stopped; read answer; fg >/dev/null; echo ended"
    let terminal = try PseudoTerminal(
      "/bin/sh",
      ["-c", script, Workplace.rapport, place.store],
      environment: place.environment
    )
    try terminal.wait(forText: "300 customers")
    try begin(on: terminal)
    terminal.send(Typing.suspend)
    try terminal.wait(forText: "stopped")
    terminal.expectRestored()
    #expect(Drafts(of: "mk", in: place.store).texts.contains { $0.contains("QX-204815") })
    terminal.send("\n")
    try terminal.wait(for: "the contact, without the shell's text") {
      $0.isAlternate && $0.text.contains("zu QX-204815 ist") && !$0.text.contains("stopped")
    }
    terminal.send("c")
    try terminal.wait(forText: "Copied ")
    terminal.send("qq")
    try terminal.wait(forText: "ended")
    terminal.expectRestored()
    // Curses gives the palette back, which nobody had changed.
    #expect(terminal.screen.unknown.allSatisfy { $0 == "]104" })
  }

  @Test func `a second window leaves contacts alone that are open in the first`() throws {
    let place = try Workplace.demo()
    let first = try contact(in: place)
    try waitForDraft(in: place, first)
    let second = try place.open()
    try second.wait(for: "the last customers") { $0.lines[3].hasPrefix("▌") }
    #expect(!second.screen.text.contains("without outcome"))
    second.send("\u{3}")
    #expect(try second.waitForExit() == 0)
    first.signal(SIGKILL)
    #expect(try first.waitForExit() == 128 + SIGKILL)
    try expectReturned(in: place)
  }
}
