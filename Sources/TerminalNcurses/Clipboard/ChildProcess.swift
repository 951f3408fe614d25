import CTerminal
import Glibc

/// A program run with text on its standard input, without a shell and for a short time.
enum ChildProcess {
  enum Outcome: Hashable, Sendable {
    case exited(status: Int32, output: [UInt8])
    /// It is not installed or cannot be started.
    case notStarted
    case tookTooLong
  }

  /// The variables a program sees, of those that are set; others are no business of it.
  private static let inherited = [
    "PATH", "HOME", "USER", "LANG", "LC_ALL", "LC_CTYPE", "TERM", "TMPDIR", "TMUX", "TMUX_PANE",
    "TMUX_TMPDIR", "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR",
    "XDG_SESSION_TYPE",
  ]

  /// Where PATH has a program; nil if it is not installed.
  static func path(of program: String, _ environment: TerminalEnvironment) -> String? {
    (environment["PATH"] ?? "").split(separator: ":").lazy.map { "\($0)/\(program)" }
      .first { access($0, X_OK) == 0 }
  }

  /// Runs a program to its end or the time limit, at which it is killed; blocks the thread.
  static func run(
    _ arguments: [String],
    input: [UInt8] = [],
    limit: Duration = .seconds(1),
    environment: TerminalEnvironment
  ) -> Outcome {
    guard let stdin = try? Pipe(), let stdout = try? Pipe() else { return .notStarted }
    guard let child = spawn(arguments, stdin: stdin, stdout: stdout, environment) else {
      return .notStarted
    }
    let deadline = ContinuousClock.now + limit
    stdout.closeInput()
    let output = exchange(input, stdin, stdout, until: deadline)
    stdin.closeInput()
    return wait(for: child, until: deadline).map { .exited(status: $0, output: output) }
      ?? .tookTooLong
  }

  private static func spawn(
    _ arguments: [String],
    stdin: Pipe,
    stdout: Pipe,
    _ environment: TerminalEnvironment
  ) -> pid_t? {
    guard let program = arguments.first, let path = path(of: program, environment) else {
      return nil
    }
    let variables = inherited.compactMap { name in environment[name].map { "\(name)=\($0)" } }
    var argumentPointers = arguments.map { strdup($0) } + [nil]
    var variablePointers = variables.map { strdup($0) } + [nil]
    defer { for pointer in argumentPointers + variablePointers { free(pointer) } }
    let child = ct_spawn(path, &argumentPointers, &variablePointers, stdin.output, stdout.input)
    return child > 0 ? child : nil
  }

  /// Feeds the input and collects up to 64 KiB of output until both are done.
  private static func exchange(
    _ input: [UInt8],
    _ stdin: Pipe,
    _ stdout: Pipe,
    until deadline: ContinuousClock.Instant
  ) -> [UInt8] {
    var rest = input[...]
    var output: [UInt8] = []
    while !rest.isEmpty, let wait = Milliseconds.until(deadline), wait > 0 {
      var request = pollfd(fd: stdin.input, events: Int16(POLLOUT), revents: 0)
      guard poll(&request, 1, wait) > 0 else { break }
      let count = rest.withUnsafeBytes { write(stdin.input, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    stdin.closeInput()
    while output.count < 65_536, let wait = Milliseconds.until(deadline), wait > 0 {
      var request = pollfd(fd: stdout.output, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, wait) > 0 else { break }
      let bytes = stdout.drain()
      guard !bytes.isEmpty else { break }
      output += bytes
    }
    return output
  }

  /// The exit status; nil if the program had to be killed.
  private static func wait(for child: pid_t, until deadline: ContinuousClock.Instant) -> Int32? {
    var status: Int32 = 0
    while waitpid(child, &status, WNOHANG) == 0 {
      guard ContinuousClock.now < deadline else {
        kill(child, SIGKILL)
        waitpid(child, &status, 0)
        return nil
      }
      poll(nil, 0, 2)
    }
    // As a shell has it: 128 and the signal.
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }
}
