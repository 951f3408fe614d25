import Glibc
import Synchronization
import Terminal
import TestSupport
import Testing

@testable import TerminalNcurses

@Suite struct ClipboardTests {
  @Test(
    arguments: [
      (["TERM": "xterm"], "xterm", ["OSC 52"]),
      (["TMUX": "/tmp/x"], "tmux-256color", ["tmux", "OSC 52 through tmux"]),
      (["STY": "1.x"], "screen", ["OSC 52 through screen"]),
      (["WAYLAND_DISPLAY": "wayland-0"], "foot", ["wl-copy", "OSC 52"]),
      (["DISPLAY": ":0"], "xterm", ["xclip", "xsel", "OSC 52"]),
      ([:], "linux", []), (["DISPLAY": ""], "vt100", []),
    ] as [([String: String], String, [String])]
  )
  func `a program is tried only where its display is`(
    environment: [String: String],
    name: String,
    channels: [String]
  ) {
    let clipboard = Clipboard(environment: TerminalEnvironment(environment), name: name)
    #expect(clipboard.channels.map(\.name) == channels)
  }

  /// A clipboard whose programs are scripts in a folder.
  private func clipboard(
    _ scripts: [String: String],
    in folder: TemporaryFolder,
    name: String = "xterm"
  ) throws -> Clipboard {
    for (program, script) in scripts {
      let path = "\(folder.path)/\(program)"
      let file = try #require(fopen(path, "w"))
      fputs("#!/bin/sh\n\(script)\n", file)
      fclose(file)
      chmod(path, 0o755)
    }
    return Clipboard(
      environment: TerminalEnvironment([
        "DISPLAY": ":0", "PATH": "\(folder.path):/usr/bin:/bin", "HOME": folder.path,
      ]),
      name: name
    )
  }

  @Test func `a program takes the text on its standard input`() throws {
    let folder = try TemporaryFolder()
    let clipboard = try clipboard(
      ["xclip": "cat > \"$HOME/taken\"; echo \"$@\" > \"$HOME/how\""],
      in: folder
    )
    let text = String(repeating: "größer $(x) `y` \n", count: 20_000)
    #expect(clipboard.copy(text) { _ in } == .copied(channel: "xclip"))
    let taken = TextFile.text("\(folder.path)/taken")
    #expect(taken?.utf8.count == text.utf8.count && taken == text, "the text differs")
    #expect(TextFile.text("\(folder.path)/how") == "-selection clipboard -in\n")
  }

  @Test func `one that fails, is missing or does not answer gives way to the next`() throws {
    let folder = try TemporaryFolder()
    let failing = try clipboard(["xclip": "exit 3", "xsel": "cat >/dev/null"], in: folder)
    #expect(failing.copy("x") { _ in } == .copied(channel: "xsel"))
    let hanging = try clipboard(["xclip": "exec sleep 60", "xsel": "exit 1"], in: folder)
    let sent = Mutex<[UInt8]>([])
    let outcome = hanging.copy("x") { bytes in sent.withLock { $0 = bytes } }
    #expect(outcome == .sent(channel: "OSC 52"))
    #expect(sent.withLock(\.self) == EscapeWriter.clipboard("x", wrapping: .none))
    let alone = try clipboard(["xclip": "exit 3", "xsel": "exit 4"], in: folder, name: "vt100")
    #expect(alone.copy("x") { _ in } == .notPossible(reason: "xsel failed with status 4"))
  }

  @Test func `what cannot be copied is said`() {
    let nothing = Clipboard(environment: TerminalEnvironment([:]), name: "vt100")
    #expect(nothing.copy("x") { _ in }.words == "not copied: this terminal has no clipboard")
    let terminal = Clipboard(environment: TerminalEnvironment([:]), name: "xterm")
    let long = String(repeating: "x", count: 80_000)
    #expect(terminal.copy(long) { _ in }.words.contains("too long"))
  }
}
