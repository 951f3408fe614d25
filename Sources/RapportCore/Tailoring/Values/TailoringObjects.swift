import JSONLogic

/// `customer.`: the computed name, the parts of the name, and every attribute by its path.
struct CustomerObject: TemplateObject {
  let context: TailoringContext

  func value(named name: String) -> TemplateValue? {
    guard let facts = context.facts else { return .missing }
    switch name {
    case "callName": return TemplateValue(context.callName)
    case "name": return .object(NameObject(name: facts.customer.name, language: context.language))
    case "id": return .text(facts.customer.id.rawValue)
    case "company":
      let account = facts.account.flatMap { $0.name.displayed(language: nil) ?? $0.company }
      return TemplateValue(facts.customer.company ?? account)
    case "email": return TemplateValue(facts.customer.emails.first)
    case "phone": return TemplateValue(facts.customer.phones.first)
    default:
      if Family(rawValue: name) != nil {
        return .object(AttributeObject(context: context, prefix: name))
      }
      return context.attribute(name)
    }
  }

  var shown: String? { context.callName }
}

/// The attributes of a family: `customer.behavioral.` and below.
struct AttributeObject: TemplateObject {
  let context: TailoringContext
  let prefix: String

  func value(named name: String) -> TemplateValue? {
    let path = "\(prefix).\(name)"
    if context.catalog[path] == nil, context.facts?.value(at: path)?.objectValue != nil {
      return .object(AttributeObject(context: context, prefix: path))
    }
    return context.attribute(path)
  }
}

/// The parts of the name, and itself in full.
struct NameObject: TemplateObject {
  let name: PersonName
  let language: String

  func value(named part: String) -> TemplateValue? {
    switch part {
    case "full": TemplateValue(shown)
    case "given": TemplateValue(name.given)
    case "family": TemplateValue(name.family)
    case "preferred": TemplateValue(name.preferred)
    case "salutation": TemplateValue(name.salutation)
    default: nil
    }
  }

  var shown: String? { name.displayed(language: language) }
}

/// Who speaks: name and team.
struct AgentObject: TemplateObject {
  let agent: Agent?

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name": TemplateValue(agent?.name)
    case "team": TemplateValue(agent?.team)
    default: nil
    }
  }

  var shown: String? { agent?.name }
}

/// `company.`: its name and whatever else `store.json` tells of it, in the contact's language.
struct CompanyObject: TemplateObject {
  let settings: StoreSettings
  let language: String

  func value(named part: String) -> TemplateValue? {
    if part == "name" { return TemplateValue(shown) }
    guard let value = settings.companyDetails[part] else { return .missing }
    guard let texts = value.objectValue else { return TemplateValue(value) }
    let text = texts[language] ?? texts[LocalizedText.base(of: language)]
    return TemplateValue(text?.stringValue)
  }

  var shown: String? { settings.company.isBlank ? nil : settings.company }
}

/// `ask.`: every id is known; what was not asked yet is missing.
struct AskObject: TemplateObject {
  let asks: [String: String]

  func value(named id: String) -> TemplateValue? { TemplateValue(asks[id]) }
}

/// `service.`: the service being offered, or any by its id.
struct ServiceObject: TemplateObject {
  let context: TailoringContext
  let current: Service?

  func value(named name: String) -> TemplateValue? {
    if let current {
      switch name {
      case "name": return TemplateValue(current.name.text(in: context.language))
      case "summary": return TemplateValue(current.summary?.text(in: context.language))
      case "link": return TemplateValue(current.link)
      case "limit": return TemplateValue(limit(current))
      default: break
      }
    }
    return context.services[Service.ID(name)].map {
      .object(ServiceObject(context: context, current: $0))
    }
  }

  var shown: String? { current?.name.text(in: context.language) }

  private func limit(_ service: Service) -> String? {
    guard let limit = service.limit else { return nil }
    let parts = limit.split(separator: " ")
    guard parts.count == 2 else { return limit }
    return context.format.money(String(parts[0]), currency: String(parts[1])) ?? limit
  }
}

/// Puts the service being offered before everything else.
struct OfferObject: TemplateObject {
  let context: TailoringContext
  let service: Service

  func value(named name: String) -> TemplateValue? {
    name == "service" ? .object(ServiceObject(context: context, current: service)) : nil
  }
}

/// `segment.`: the name of the strongest, and by id whether the customer is in it.
struct SegmentObject: TemplateObject {
  let segments: [(id: Segment.ID, name: String)]

  func value(named name: String) -> TemplateValue? {
    if name == "name" { return TemplateValue(segments.first?.name) }
    return .bool(segments.contains { $0.id.rawValue == name })
  }

  var shown: String? { segments.first?.name }
}

/// `now.`: on the customer's clock, where it is known.
struct NowObject: TemplateObject {
  let context: TailoringContext

  func value(named name: String) -> TemplateValue? {
    let clock = context.clock
    switch name {
    case "date": return .text(context.format.date(clock.date))
    case "time": return .text(context.format.time(clock))
    case "weekday": return .text(context.format.weekday(clock.date))
    case "year": return .text(String(clock.date.year))
    case "morning": return .bool((4..<12).contains(clock.hour))
    case "afternoon": return .bool((12..<18).contains(clock.hour))
    case "evening": return .bool(clock.hour >= 18 || clock.hour < 4)
    default: return nil
    }
  }

  var shown: String? { context.format.date(context.clock.date) }
}

extension TemplateValue {
  init(_ text: String?) { self = text.map { .text($0) } ?? .missing }
}
