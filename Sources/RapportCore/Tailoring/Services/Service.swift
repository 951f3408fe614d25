package import JSONLogic

/// Something the customer may be offered.
package struct Service: Sendable, Identifiable {
  package typealias ID = Identifier<Service>

  package enum Kind: String, Sendable {
    case productOption = "product-option"
    case supportHours = "support-hours"
    case resource, benefit, goodwill
  }

  package var id: ID
  package var name: LocalizedText
  package var kind: Kind
  package var revision = 1
  package var summary: LocalizedText?
  /// What the agent says.
  package var offer: LocalizedText?
  /// Empty means every channel.
  package var channels: [Channel] = []
  package var eligibility: Rule?
  package var broken: Problem?
  package var hours: OpeningHours?
  package var group: String?
  package var rank = 0
  package var whenClosed: LocalizedText?
  package var instead: ID?
  package var notForIntents: [Intent.ID] = []
  package var validFrom: CalendarDate?
  package var validUntil: CalendarDate?
  package var link: String?
  /// For goodwill, such as `20.00 EUR`.
  package var limit: String?

  /// Findings of lint on the eligibility that somebody accepts.
  package var waived: [Waiver] = []

  package init(id: ID, name: LocalizedText, kind: Kind) {
    self.id = id
    self.name = name
    self.kind = kind
  }
}
