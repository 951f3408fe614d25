/// A follow-up that a line of the journal promises.
struct Promised {
  let by: String
  /// The contact in which it was promised, and its reason.
  private let contact: String?
  private let intent: String?
  let place: Range<Int>

  init(_ by: String, in contact: String?, about intent: String?, at place: Range<Int>) {
    self.by = by
    self.contact = contact
    self.intent = intent
    self.place = place
  }

  /// Whether a later contact with the customer kept it: they were reached, and not about something else.
  ///
  /// A contact without a reason, or a promise without one, is about anything.
  func isKept(outcome: String?, about other: String?, continuing: String?) -> Bool {
    if outcome == "no-answer" { return false }
    if let continuing, continuing == contact { return true }
    guard let intent, let other else { return true }
    return intent == other
  }
}
