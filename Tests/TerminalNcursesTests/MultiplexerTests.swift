import Glibc
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(2)), .enabled(if: access("/usr/bin/tmux", X_OK) == 0))
struct MultiplexerTests {
  @Test func `inside tmux the screen is whole and a copy goes through tmux`() throws {
    let folder = try TemporaryFolder()
    let command = "exec \(SessionTests.probe)"
    let terminal = try PseudoTerminal(
      "/usr/bin/tmux",
      ["-f", "/dev/null", "new-session", command],
      columns: 90,
      rows: 30,
      environment: [
        "HOME": folder.path, "TMUX_TMPDIR": folder.path, "SHELL": "/bin/sh", "RAPPORT_TEST_FD": "",
      ]
    )
    try terminal.wait(forText: "probe 90x29")
    try terminal.wait(forText: "Zoë 界 │")
    terminal.send("c")
    try terminal.wait(forText: "copied (tmux)")
    terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
  }
}
