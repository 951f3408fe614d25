import JSONLogic

extension Promise {
  /// The contact in which something was promised, as far as telling who kept it needs.
  package struct Occasion: Sendable, Hashable {
    private let contact: String?
    private let intent: String?

    package init(contact: String?, intent: String?) {
      self.contact = contact
      self.intent = intent
    }

    /// Whether a later contact with the customer kept it: they were reached, and not about something
    /// else.
    ///
    /// A contact without a reason, or a promise without one, is about anything.
    package func isKept(outcome: String?, about other: String?, continuing: String?) -> Bool {
      if outcome == Outcome.noAnswer.rawValue { return false }
      if let continuing, continuing == contact { return true }
      guard let intent, let other else { return true }
      return intent == other
    }
  }
}

extension FollowUp {
  /// The last thing that was promised to a customer and not kept since.
  ///
  /// `history` is theirs, the newest first.
  package init?(openIn history: [Interaction], zone: Zone) {
    guard let made = history.firstIndex(where: { $0.promise != nil }) else { return nil }
    let occasion = Promise.Occasion(
      contact: history[made].id.rawValue,
      intent: history[made].intent?.rawValue
    )
    let isKept = history[..<made].contains { later in
      occasion.isKept(
        outcome: later.outcome,
        about: later.intent?.rawValue,
        continuing: later.record["continues"]?.stringValue
      )
    }
    guard !isKept else { return nil }
    self.init(of: history[made], in: zone)
  }
}
