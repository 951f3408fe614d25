/// What the agent sees: everything picked for one customer, reason, channel and moment.
package struct Guidance: Sendable {
  /// Nil for a caller who stays unknown.
  package var customer: Customer?
  /// The account a person belongs to.
  package var account: Customer?
  /// All active segments, strongest first.
  package var memberships: [Membership]
  /// Best first; empty where nothing is unknown or nothing may be asked.
  package var questions: [NextQuestion]
  /// How many questions would settle what is unknown; nil where nobody counted.
  package var settlement: Settlement?
  package var tone: ResolvedTone
  /// To offer first, then those that wait, then closed, unknown and refused ones.
  package var services: [ServiceOffer]
  /// Nil without a reason, or where no script serves it; `noScript` then says why.
  package var script: RenderedScript?
  package var noScript: String?

  package init(
    customer: Customer?,
    account: Customer?,
    memberships: [Membership],
    questions: [NextQuestion],
    tone: ResolvedTone,
    services: [ServiceOffer],
    script: RenderedScript?,
    noScript: String?
  ) {
    self.customer = customer
    self.account = account
    self.memberships = memberships
    self.questions = questions
    self.tone = tone
    self.services = services
    self.script = script
    self.noScript = noScript
  }
}
