import JSONLogic

extension Contact {
  /// The contact that a line of the journal was, open again, under the same id; nil where the line does
  /// not say whose it was or how they were reached.
  ///
  /// What the agent had chosen instead of the best script is not in the journal.
  package init?(reopening past: Interaction) {
    var draft = past.record
    draft["kind"] = "contact"
    draft["script"] = nil
    let seconds = past.record["handleSeconds"]?.intValue ?? 0
    draft["openedAt"] = .string(past.at.adding(seconds: Int64(-max(0, seconds))).description)
    self.init(draft: .object(draft))
    func services(_ key: String) -> [Service.ID] {
      (past.record[key]?.arrayValue ?? []).compactMap { $0.stringValue.map { Service.ID($0) } }
    }
    for service in services("offered") { offers[service] = .skipped }
    for service in services("accepted") { offers[service] = .done }
    rating = past.noted?.score
  }

  /// Makes it a contact with somebody else, or with nobody known.
  ///
  /// It keeps how and why they reached us, the note, what was said and asked. What was offered, an
  /// earlier case and the check of who they are belong to the other customer: `verifying` are the
  /// script's steps of that check, which are open again.
  package mutating func move(to customer: Customer.ID?, verifying: some Sequence<String>) {
    self.customer = customer
    verified = []
    offers = [:]
    script = nil
    continues = nil
    foundBy = nil
    for step in verifying { ticks[step] = nil }
  }
}
