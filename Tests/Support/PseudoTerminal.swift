import CPseudoTerminal
import Glibc

/// A program on a real pseudo-terminal, driven as a person would.
///
/// Nothing here sleeps for a fixed time: every wait ends with what it waits for, or throws at its
/// deadline with the screen as it was.
package final class PseudoTerminal {
  package private(set) var screen: ScreenModel
  /// Every byte the program wrote.
  package private(set) var output: [UInt8] = []
  package let process: Int32
  /// Whether questions of the program (DA1, the background) are answered as a terminal would.
  package var answers = true
  /// Kept until the terminal goes, such as the folder that the program works in.
  package var companion: (any AnyObject)?

  private var controller: Int32 = -1
  private var settled: Int32 = -1
  private var answered = 0
  private var isEnded = false

  package static let patience = Duration.seconds(20)

  /// Starts a program, with nothing in its environment but what is given and a locale and path.
  package init(
    _ path: String,
    _ arguments: [String] = [],
    columns: Int = 80,
    rows: Int = 24,
    environment: [String: String] = [:]
  ) throws {
    screen = ScreenModel(columns: columns, rows: rows)
    var ends: [Int32] = [-1, -1]
    guard pt_pipe(&ends) else { throw PseudoTerminalError.notStarted(path) }
    defer { close(ends[1]) }
    settled = ends[0]
    let defaults = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "RAPPORT_TEST_FD": "3",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    let variables = defaults.merging(environment) { $1 }.filter { !$0.value.isEmpty }
    var argumentPointers = ([path] + arguments).map { strdup($0) } + [nil]
    var variablePointers = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in argumentPointers + variablePointers { free(pointer) } }
    process = pt_spawn(
      path,
      &argumentPointers,
      &variablePointers,
      Int32(rows),
      Int32(columns),
      ends[1],
      &controller
    )
    guard process > 0 else { throw PseudoTerminalError.notStarted(path) }
  }

  deinit {
    hangUp()
    close(settled)
    if !isEnded {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
  }

  // MARK: Acting

  package func send(_ text: String) { send(Array(text.utf8)) }

  package func send(_ bytes: [UInt8]) {
    drainSettled()
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  package func resize(columns: Int, rows: Int) {
    drainSettled()
    screen.resize(columns: columns, rows: rows)
    _ = pt_resize(controller, Int32(rows), Int32(columns))
  }

  package func signal(_ number: Int32) {
    drainSettled()
    kill(process, number)
  }

  /// Takes the terminal away, as closing its window does.
  package func hangUp() {
    guard controller >= 0 else { return }
    close(controller)
    controller = -1
  }

  // MARK: Waiting

  /// Waits until the program has read all input and sleeps with no work under way.
  package func settle(within limit: Duration = patience) throws {
    var hasTold = false
    try pump(until: .now + limit, awaiting: "the program to settle") { terminal in
      hasTold = terminal.drainSettled() || hasTold
      return hasTold && pt_unread(terminal.controller) == 0 && terminal.isAsleep
    }
    while readOutput(wait: 20) {}
  }

  /// Waits until the screen is as it should be.
  package func wait(
    for what: String,
    within limit: Duration = patience,
    until isReached: (ScreenModel) -> Bool
  ) throws {
    var seen = -1
    try pump(until: .now + limit, awaiting: what) { terminal in
      guard terminal.output.count != seen else { return false }
      seen = terminal.output.count
      return isReached(terminal.screen)
    }
  }

  /// Waits for something that is not on the screen.
  package func wait(
    until what: String,
    within limit: Duration = patience,
    _ isReached: () -> Bool
  ) throws {
    try pump(until: .now + limit, awaiting: what) { _ in isReached() }
  }

  /// Waits until a text is on the screen.
  package func wait(forText text: String, within limit: Duration = patience) throws {
    try wait(for: "\"\(text)\"", within: limit) { $0.text.contains(text) }
  }

  /// Whether nothing is written and nothing settles anew for a while.
  package func isSilent(for time: Duration) -> Bool {
    let before = output.count
    let deadline = ContinuousClock.now + time
    while ContinuousClock.now < deadline {
      _ = readOutput(wait: 50)
      if output.count != before || drainSettled() { return false }
    }
    return true
  }

  /// Waits for the program's end; returns its exit status, or 128 and the signal that ended it.
  package func waitForExit(within limit: Duration = patience) throws -> Int32 {
    var status: Int32 = 0
    try pump(until: .now + limit, awaiting: "the program to end") { terminal in
      waitpid(terminal.process, &status, WNOHANG) == terminal.process
    }
    isEnded = true
    while readOutput(wait: 20) {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }

  /// Whether the terminal is in the modes a shell expects.
  package var isCooked: Bool { pt_is_cooked(controller) }

  /// Bytes written since a moment, which is a former count of `output`.
  package func output(since count: Int) -> [UInt8] { Array(output[count...]) }

  private func pump(
    until deadline: ContinuousClock.Instant,
    awaiting what: String,
    _ isReached: (PseudoTerminal) -> Bool
  ) throws {
    while !isReached(self) {
      guard ContinuousClock.now < deadline else {
        throw PseudoTerminalError.tooLate(awaiting: what, screen: screen.text)
      }
      _ = readOutput(wait: 20)
    }
  }

  private var isAsleep: Bool {
    guard let status = TextFile.text("/proc/\(process)/stat"),
      let end = status.lastIndex(of: ")")
    else { return true }
    return status[end...].hasPrefix(") S")
  }

  @discardableResult
  private func drainSettled() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 256)
    return read(settled, &bytes, bytes.count) > 0
  }

  /// Reads what the program wrote; false if there was nothing for so many milliseconds.
  private func readOutput(wait: Int32) -> Bool {
    var requests = [
      pollfd(fd: controller, events: Int16(POLLIN), revents: 0),
      pollfd(fd: settled, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&requests, 2, wait) > 0 else { return false }
    guard Int32(requests[0].revents) & POLLIN != 0 else {
      // The end of the program, or it settled: neither must make a waiting loop spin.
      if requests[0].revents != 0 { poll(nil, 0, 1) }
      return false
    }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(controller, &bytes, bytes.count)
    guard count > 0 else { return false }
    output += bytes[..<count]
    screen.feed(Array(bytes[..<count]))
    answer()
    return true
  }

  private func answer() {
    guard answers, screen.questions.count > answered else { return }
    for question in screen.questions[answered...] {
      let reply: String? =
        switch question {
        case "CSI c": "\u{1B}[?62;22c"
        case "CSI ?2026$p": "\u{1B}[?2026;2$y"
        case "OSC 11;?": "\u{1B}]11;rgb:1c1c/2020/3030\u{1B}\\"
        case "DCS $qm": "\u{1B}P1$r0;48:2:1:2:3m\u{1B}\\"
        default: nil
        }
      if let reply { _ = write(controller, reply, reply.utf8.count) }
    }
    answered = screen.questions.count
  }
}

/// Why a test on a pseudo-terminal cannot go on.
package enum PseudoTerminalError: Error, CustomStringConvertible {
  case notStarted(String)
  case tooLate(awaiting: String, screen: String)

  package var description: String {
    switch self {
    case .notStarted(let path): "cannot start \(path)"
    case .tooLate(let what, let screen): "waited too long for \(what); the screen:\n\(screen)"
    }
  }
}
