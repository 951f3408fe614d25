/// How a program that had the terminal ended.
package enum ProgramOutcome: Hashable, Sendable {
  case exited(Int32)
  case killed(signal: Int32)
  /// Why, in plain words: `there is no such file or folder`.
  case notStarted(reason: String)
}
