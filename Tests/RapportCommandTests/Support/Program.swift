import CPseudoTerminal
import Glibc
import TestSupport

/// A program run to its end without a terminal.
struct Program {
  struct Outcome {
    /// The exit status, or 128 and the signal that ended it.
    let status: Int32
    let output: [UInt8]
    let errors: [UInt8]

    var text: String { String(decoding: output, as: UTF8.self) }
    var message: String { String(decoding: errors, as: UTF8.self) }
  }

  enum Failure: Error {
    case notStarted(String)
    /// It ran longer than any input may make it run.
    case tooLate([String])
  }

  let path: String
  var environment: [String: String]

  /// Runs it with its standard streams as files; kills it where it takes longer than `limit`.
  func run(
    _ arguments: [String],
    input: [UInt8] = [],
    within limit: Duration = .seconds(60)
  ) throws -> Outcome {
    let folder = try TemporaryFolder()
    let (input, output, errors) = try (
      TextFile.write(input, to: "\(folder.path)/input"), "\(folder.path)/output",
      "\(folder.path)/errors"
    )
    var ends: [Int32] = [-1, -1]
    guard pt_pipe(&ends) else { throw Failure.notStarted(path) }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
    // Held open by the program alone, so that its end is felt at once.
    posix_spawn_file_actions_adddup2(&actions, ends[1], 9)
    var argumentPointers = ([path] + arguments).map { strdup($0) } + [nil]
    var variablePointers = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in argumentPointers + variablePointers { free(pointer) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, nil, &argumentPointers, &variablePointers)
    close(ends[1])
    guard code == 0 else { throw Failure.notStarted(path) }
    let isEnded = Self.waits(for: ends[0], within: limit)
    if !isEnded { kill(process, SIGKILL) }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    guard isEnded else { throw Failure.tooLate(arguments) }
    return Outcome(
      status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F),
      output: TextFile.bytes(output) ?? [],
      errors: TextFile.bytes(errors) ?? []
    )
  }

  /// Whether the other end of a pipe is closed in time.
  private static func waits(for descriptor: Int32, within limit: Duration) -> Bool {
    let deadline = ContinuousClock.now + limit
    while true {
      let left = deadline - .now
      guard left > .zero else { return false }
      let milliseconds = Int32(left / .milliseconds(1)) + 1
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&request, 1, milliseconds) > 0 { return true }
    }
  }
}
