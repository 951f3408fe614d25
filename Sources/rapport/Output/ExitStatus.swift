/// How a command ends.
///
/// A command that answers "no" throws its status after it has printed the result.
enum ExitStatus: Int32, Error {
  case answered = 0
  /// Answered, and the answer is no: no hit, blanks left, no script, problems found.
  case no = 1
  /// Could not answer.
  case failed = 2
  /// The arguments make no command.
  case usage = 64
  case interrupted = 130
}
