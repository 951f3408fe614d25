import Glibc
import TestSupport
import Testing

/// Permissions bind everybody but root, who can go without privileges by setpriv.
private enum Privileges {
  static let setpriv = "/usr/bin/setpriv"
  static let canBeDropped = getuid() != 0 || access(setpriv, X_OK) == 0
}

/// A store that may only be read.
@Suite(.enabled(if: Privileges.canBeDropped))
struct ReadOnlyJourneyTests {
  private func start(in place: Workplace, _ arguments: [String] = []) throws -> PseudoTerminal {
    let changed = try Program(path: "/bin/chmod", environment: [:]).run(["-R", "a-w", place.store])
    #expect(changed.status == 0)
    let own = ["--store", place.store] + arguments
    guard getuid() == 0 else {
      return try PseudoTerminal(Workplace.rapport, own, environment: place.environment)
    }
    return try PseudoTerminal(
      Privileges.setpriv,
      ["--bounding-set", "-all", "--inh-caps", "-all", Workplace.rapport] + own,
      environment: place.environment
    )
  }

  @Test func `it opens, keeps contacts in the home, and says what it cannot write`() throws {
    let place = try Workplace.demo()
    let terminal = try start(in: place)
    try terminal.wait(forText: "300 customers")
    try terminal.openCustomer("C-004211", "C-004211")
    try terminal.choose(reason: "charged twice", titled: "Billing dispute")
    terminal.send("o")
    try terminal.wait(forText: "Outcome: ends the contact with Zoë")
    terminal.send("1")
    try terminal.wait(forText: "The outcome is not in the journal")
    #expect(terminal.screen.lines[1].contains("[1 Zoë"))
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == 0)
    terminal.expectRestored()
    #expect(Drafts(of: "mk", in: place.store).texts == [])
    let again = try start(in: place)
    try again.wait(forText: "1 contact without outcome")
  }

  @Test func `doctor says so`() throws {
    let place = try Workplace.demo()
    let terminal = try start(in: place, ["doctor"])
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.screen.text.contains("read-only"))
  }
}
