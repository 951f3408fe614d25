import Glibc
import Terminal
import TestSupport
import Testing

/// Every way out gives the terminal back.
@Suite(.timeLimit(.minutes(2))) struct EndingTests {
  @Test(
    arguments: [
      ("t", [128 + SIGILL, 128 + SIGTRAP]), ("a", [128 + SIGABRT]), ("v", [128 + SIGSEGV]),
      ("o", [128 + SIGSEGV]), ("e", [7]),
    ] as [(String, [Int32])]
  )
  func `a crash restores the terminal`(key: String, statuses: [Int32]) throws {
    let terminal = try SessionTests.start()
    terminal.send("m")
    try terminal.settle()
    terminal.send(key)
    let status = try terminal.waitForExit()
    #expect(statuses.contains(status), "\(status)")
    SessionTests.expectRestored(terminal)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a request to end is followed in order`(number: Int32) throws {
    let terminal = try SessionTests.start()
    terminal.signal(number)
    #expect(try terminal.waitForExit() == 0)
    SessionTests.expectRestored(terminal)
    #expect(terminal.screen.text.contains("left"))
  }

  @Test func `a terminal that is gone ends the program`() throws {
    let terminal = try SessionTests.start()
    terminal.hangUp()
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func `so does one that is gone while hang-ups are ignored`() throws {
    let terminal = try PseudoTerminal(
      "/bin/sh",
      ["-c", "trap '' HUP; \"$0\"; exit 0", SessionTests.probe]
    )
    try terminal.wait(forText: "probe 80x24")
    terminal.hangUp()
    #expect(try terminal.waitForExit() == 0)
  }

  /// The probe as a job of a shell, which tells when it stops.
  private func job() throws -> PseudoTerminal {
    let script = "set -m; \"$0\"; echo stopped; read answer; fg >/dev/null; echo ended"
    let terminal = try PseudoTerminal("/bin/sh", ["-c", script, SessionTests.probe])
    try terminal.wait(forText: "probe 80x24")
    try terminal.settle()
    return terminal
  }

  private func pid(of terminal: PseudoTerminal) throws -> Int32 {
    let line = terminal.screen.lines[1]
    return try #require(Int32(line.split(separator: " ").last ?? ""), "\(line)")
  }

  @Test(arguments: [false, true])
  func `suspended, the shell has its terminal; continued, the screen is back`(
    byAnother: Bool
  ) throws {
    let terminal = try job()
    terminal.send("m")
    try terminal.wait(forText: "key(m)")
    if byAnother { kill(try pid(of: terminal), SIGTSTP) } else { terminal.send("s") }
    try terminal.wait(forText: "stopped")
    SessionTests.expectRestored(terminal)
    terminal.resize(columns: 70, rows: 20)
    terminal.send("\n")
    try terminal.wait(forText: "probe 70x20")
    #expect(terminal.screen.isAlternate && !terminal.isCooked)
    #expect(terminal.screen.modes.isSuperset(of: [1000, 1004, 1006, 2004]))
    terminal.send("x")
    try terminal.wait(forText: "key(x)")
    terminal.send("q")
    try terminal.wait(forText: "ended")
    SessionTests.expectRestored(terminal)
  }

  @Test func `stopped without warning, it takes the terminal again when continued`() throws {
    let terminal = try job()
    let pid = try pid(of: terminal)
    kill(pid, SIGSTOP)
    try terminal.wait(forText: "stopped")
    terminal.send("\n")
    try terminal.wait(for: "the screen without the shell's text") {
      $0.text.contains("probe 80x24") && !$0.text.contains("stopped")
    }
    terminal.send("q")
    try terminal.wait(forText: "ended")
    SessionTests.expectRestored(terminal)
  }

  @Test func `where nobody could continue it, it does not stop`() throws {
    let terminal = try SessionTests.start()
    terminal.send("s")
    try terminal.wait(forText: "key(s)")
    terminal.signal(SIGTSTP)
    try terminal.settle()
    terminal.send("x")
    try terminal.wait(forText: "key(x)")
    terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
    SessionTests.expectRestored(terminal)
  }
}
