/// What one key led to, from writing it to the terminal.
struct Keystroke {
  /// Until the first byte drawn.
  let first: Duration
  /// Until the last byte drawn before every thread of the program slept again.
  let settled: Duration
  let bytes: Int
}
