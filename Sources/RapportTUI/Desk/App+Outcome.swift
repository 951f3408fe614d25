import RapportCore

/// The end of a contact.
extension App {
  /// Hands the finished contact to the journal; it closes when the journal has it.
  ///
  /// `promise` nil leaves what was promised during the contact.
  mutating func end(
    with outcome: Outcome,
    promise: Promise? = nil,
    now: Instant
  ) -> [Effect] {
    desk.start(now: now)
    desk.settle(now: now)
    guard desk.front?.isEnding == false else { return [] }
    desk.editFront { tab in
      tab.isEnding = true
      tab.contact.promise = promise ?? tab.contact.promise
    }
    guard let tab = desk.front else { return [] }
    let interaction = Interaction(
      ending: tab.contact,
      with: outcome,
      guidance: tab.guidance,
      at: now
    )
    say(.info, "\(tab.shortTitle): \(outcome.word)", at: now)
    return [.saveDraft(tab.contact), .log(interaction, ends: tab.id)]
  }

  var canRate: Availability {
    guard let tab = desk.front else { return .no("nobody is open: find the caller first") }
    guard !tab.isEnding else { return .no("this contact is being logged") }
    return .when(tab.customer != nil, else: "nobody is known to keep a rating of")
  }

  /// Keeps what they said of their satisfaction; back to the outcomes where the agent came from there.
  mutating func rate(_ rating: Int?, thenEnds: Bool, now: Instant) -> [Effect] {
    let words = rating.map { "noted by you: \($0) of \(Contact.bestRating)" } ?? "no rating"
    let effects = change(words, now: now) { $0.rating = rating }
    if thenEnds {
      layers.append(.picker(.outcomes(for: self, now: now)))
    } else {
      say(.ok, rating == nil ? "No rating" : "Rating \(words)", at: now)
    }
    return effects
  }
}
