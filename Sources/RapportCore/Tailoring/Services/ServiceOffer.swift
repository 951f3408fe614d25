/// One service considered for one customer at one moment, offered or not, and why.
package struct ServiceOffer: Sendable, Identifiable {
  package enum Availability: Sendable, Hashable {
    /// No hours: always there.
    case always
    case open(until: Instant)
    /// `opens` is nil where it does not open within the next four weeks.
    case closed(opens: Instant?)
  }

  package var service: Service { prepared.service }
  let prepared: PreparedService
  /// The segments that grant it, strongest first.
  package var from: [Segment.ID]
  /// `in`: offer it; `unknown`: ask first; `out`: not for them; `broken`: its rule cannot be used.
  package var answer: Membership.Answer
  /// Why, or why not, in words.
  package var because: String
  package var availability: Availability
  /// The sentence to say, in the contact's language; filled like a script.
  package var say: [TemplateSpan]
  /// Times in words, on the team's clock and the customer's: `open, until 20:00 here, 14:00 there`.
  package var status: String
  /// What to say or do while it is closed.
  package var whenClosed: String?
  package var instead: Service.ID?
  /// Why it waits though the customer may have it: `after the solution`.
  package var waits: String?
  /// A better one of the same group that is closed now.
  package var better: Service.ID?

  package var id: Service.ID { prepared.service.id }

  package init(
    service: Service,
    from: [Segment.ID],
    answer: Membership.Answer,
    because: String,
    availability: Availability,
    say: [TemplateSpan],
    status: String,
    whenClosed: String? = nil,
    instead: Service.ID? = nil,
    waits: String? = nil,
    better: Service.ID? = nil
  ) {
    self.init(
      prepared: PreparedService(service),
      from: from,
      answer: answer,
      because: because,
      availability: availability,
      status: status
    )
    self.say = say
    self.whenClosed = whenClosed
    self.instead = instead
    self.waits = waits
    self.better = better
  }

  init(
    prepared: PreparedService,
    from: [Segment.ID],
    answer: Membership.Answer,
    because: String,
    availability: Availability,
    status: String
  ) {
    self.prepared = prepared
    self.from = from
    self.answer = answer
    self.because = because
    self.availability = availability
    say = []
    self.status = status
  }
}
