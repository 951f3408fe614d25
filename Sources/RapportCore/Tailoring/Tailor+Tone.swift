/// A tone as one customer would hear it, whatever their segments would choose.
package struct TonePreview: Sendable {
  /// With the adjustments of the customer's segments, and no segment that set it.
  package var tone: ResolvedTone
  /// The phrases that every script may ask for, then the others by name.
  package var phrases: [(name: String, spans: [TemplateSpan])]
}

extension Tailor {
  /// What scripts expect of a tone.
  package static let phraseNames = ["greeting", "apology", "hold", "closing"]

  /// The phrases of a tone filled for a customer, or for a caller whom nobody knows.
  ///
  /// In the language of the contact where the tone or the store's default speaks it.
  package func preview(
    of tone: Tone,
    for customer: Customer?,
    account: Customer? = nil,
    derived: DerivedFacts? = nil,
    in situation: Situation
  ) -> TonePreview {
    let facts = customer.map { CustomerFacts($0, account: account, derived: derived) }
    let evaluator = MembershipEvaluator(segments, at: situation.now)
    let memberships = facts.map { evaluator.memberships(of: $0) } ?? []
    let choice = tones.choose(
      memberships,
      channel: situation.channel,
      intent: situation.intent,
      mood: situation.mood,
      given: tone
    )
    let wanted = languages(customer, situation)
    let resolved = tones.localize(
      choice,
      language: wanted.first { tones.speaks($0, choice) } ?? wanted[0],
      channel: situation.channel,
      mood: situation.mood
    )
    let context = TailoringContext(
      facts: facts,
      situation: situation,
      definitions: definitions,
      services: services,
      memberships: memberships,
      tone: resolved
    )
    let renderer = ContactRenderer(
      tailor: self,
      context: context,
      tone: resolved,
      situation: situation,
      script: nil
    )
    let others = resolved.phrases.keys.filter { !Self.phraseNames.contains($0) }.sorted()
    return TonePreview(
      tone: resolved,
      phrases: (Self.phraseNames + others).map { ($0, renderer.phrase($0)) }
    )
  }
}
