import JSONLogic

/// What templates may name for one contact, looked up and formatted only when a template asks.
///
/// At the top: `customer`, `agent`, `company`, `ask`, `service`, `segment` and `now`.
package final class TailoringContext: Sendable {
  package let facts: CustomerFacts?
  package let agent: Agent?
  package let settings: StoreSettings
  package let asks: [String: String]
  package let catalog: AttributeCatalog
  /// In, strongest first.
  package let segments: [(id: Segment.ID, name: String)]
  package let services: [Service.ID: Service]
  package let language: String
  package let isFormal: Bool
  package let format: LocalFormat
  /// The customer's clock, else the team's.
  package let clock: LocalDateTime

  package init(
    facts: CustomerFacts?,
    situation: Situation,
    definitions: Definitions,
    services: [Service.ID: Service],
    memberships: [Membership],
    tone: ResolvedTone
  ) {
    let settings = definitions.settings
    self.facts = facts
    agent = situation.agent
    self.settings = settings
    asks = situation.asks
    catalog = definitions.catalog
    segments = memberships.compactMap { $0.answer == .in ? ($0.segment, $0.name) : nil }
    self.services = services
    language = tone.language
    isFormal = tone.formalAddress ?? false
    let country = facts?.value(at: "geographic.country")?.stringValue ?? settings.country
    format = LocalFormat(language: tone.language, country: country)
    let zone =
      (facts?.customer.timeZone).flatMap(TimeZones.zone) ?? TimeZones.zone(settings.timeZone)
    clock = (zone ?? TimeZones.utc).local(situation.now)
  }

  /// What the customer is called; nil where no name is known.
  package var callName: String? {
    guard let customer = facts?.customer, customer.kind == .person else { return nil }
    return CallName.text(
      for: customer.name,
      isFormal: isFormal,
      language: language,
      culture: customer.language
    )
  }

  /// The value of an attribute in the contact's language; missing where there is none.
  package func attribute(_ path: String) -> TemplateValue {
    guard let value = facts?.value(at: path) else { return .missing }
    return formatted(value, catalog[path])
  }

  private func formatted(_ value: JSON, _ attribute: Attribute?) -> TemplateValue {
    switch value {
    case .null, .object: .missing
    case .bool(let flag): .bool(flag)
    case .array(let items): .list(items.map { formatted($0, attribute) })
    case .number(let number): .text(amount(number, attribute))
    case .string(let text): .text(words(text, attribute))
    }
  }

  private func amount(_ number: JSONNumber, _ attribute: Attribute?) -> String {
    let unit = attribute?.unit?.texts.values.first { $0.count == 3 && $0 == $0.uppercased() }
    if let unit, let money = format.money(number.description, currency: unit) { return money }
    return number.literal ?? format.number(number.double)
  }

  private func words(_ text: String, _ attribute: Attribute?) -> String {
    if let choice = attribute?.choices.first(where: { $0.value == text }) {
      return choice.label.text(in: language) ?? text
    }
    guard attribute?.kind == .date else { return text }
    if let date = CalendarDate(parsing: text) { return format.date(date) }
    return Instant(parsing: text).map { format.date(TimeZones.utc.date($0)) } ?? text
  }
}

extension TailoringContext: TemplateObject {
  package func value(named name: String) -> TemplateValue? {
    switch name {
    case "customer": .object(CustomerObject(context: self))
    case "agent": .object(AgentObject(agent: agent))
    case "company": .object(CompanyObject(settings: settings, language: language))
    case "ask": .object(AskObject(asks: asks))
    case "service": .object(ServiceObject(context: self, current: nil))
    case "segment": .object(SegmentObject(segments: segments))
    case "now": .object(NowObject(context: self))
    default: nil
    }
  }
}
