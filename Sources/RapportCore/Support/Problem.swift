/// One thing that is wrong in the store: where, what, and what would be right.
///
/// Loading and checking collect problems instead of throwing the first; the part of the store that
/// is good still works. The texts are the same on every screen and in every command.
package struct Problem: Hashable, Sendable, CustomStringConvertible {
  package enum Severity: String, Sendable, Comparable {
    /// Nothing is wrong; it could be better.
    case hint
    case warning, error

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { self == .error ? 2 : self == .warning ? 1 : 0 }
  }

  package var severity: Severity
  package var place: Place
  /// What is wrong, lower case and without a full stop.
  package var message: String
  /// What would be right, as a sentence of its own; nil where the message says it already.
  package var remedy: String?
  /// What lint calls it; nil for anything that is not a matter of judgement.
  package var finding: Finding?
  /// The words that it is about, as they stand in the store.
  package var quote: String?

  package init(
    _ severity: Severity,
    at place: Place,
    _ message: String,
    remedy: String? = nil,
    finding: Finding? = nil
  ) {
    self.severity = severity
    self.place = place
    self.message = message
    self.remedy = remedy
    self.finding = finding
  }

  package var description: String {
    "\(place): \(message)" + (remedy.map { "; \($0)" } ?? "")
  }
}
