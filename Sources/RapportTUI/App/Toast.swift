import RapportCore

/// What happened, in the status line.
struct Toast: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case ok, info, warning, error }

  /// Long enough to read a short sentence.
  static let seconds: Int64 = 4

  var kind: Kind
  var text: String
  /// Nil stays until a key.
  var until: Instant?

  init(_ kind: Kind, _ text: String, at now: Instant) {
    self.kind = kind
    self.text = text
    until = kind == .error ? nil : now.adding(seconds: Self.seconds)
  }
}

/// One line of the messages log.
struct LogEntry: Hashable, Sendable {
  var at: Instant
  var kind: Toast.Kind
  var text: String
}
