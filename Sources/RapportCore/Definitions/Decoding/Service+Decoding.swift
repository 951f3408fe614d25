import JSONLogic

extension Service {
  init(_ fields: Fields, id: ID) {
    let name = fields.required("name", fields.localized)
    let kind = fields.required("kind") { fields.word($0, Kind.self) }
    self.init(
      id: id,
      name: name ?? LocalizedText([fields.language: id.rawValue]),
      kind: kind ?? .resource
    )
    revision = fields.integer("revision", in: 1...1_000_000) ?? 1
    summary = fields.localized("summary")
    offer = fields.localized("offer")
    channels = fields.words("channels")
    (eligibility, broken) = fields.rule("eligibility")
    hours = OpeningHours(fields, "hours")
    if hours == nil, fields.has("hours") {
      broken = broken ?? Problem(.error, at: fields.place("hours"), "its hours cannot be read")
    }
    group = fields.text("group")
    rank = fields.integer("rank") ?? 0
    whenClosed = fields.localized("whenClosed")
    instead = fields.id("instead")
    notForIntents = fields.ids("notForIntents")
    validFrom = fields.date("validFrom")
    validUntil = fields.date("validUntil")
    link = fields.text("link")
    limit = Self.limit(fields)
    waived = fields.objects("waive").compactMap { Waiver($0) }
    _ = fields.text("owner")
    fields.finish()
    checkValidity(fields)
  }

  private func checkValidity(_ fields: Fields) {
    if let validFrom, let validUntil, validUntil < validFrom {
      fields.note("validUntil", "it ends before it begins on \(validFrom)")
    }
  }

  /// `"20.00 EUR"`, or an amount with its currency.
  private static func limit(_ fields: Fields) -> String? {
    guard case .object? = fields.object["limit"] else { return fields.text("limit") }
    guard let money = fields.nested("limit") else { return nil }
    defer { money.finish() }
    guard let amount = money.required("amount", money.text),
      let currency = money.required("currency", money.text)
    else { return nil }
    return "\(amount) \(currency)"
  }
}

extension Service.Kind: CaseIterable {
  package static let allCases: [Service.Kind] = [
    .productOption, .supportHours, .resource, .benefit, .goodwill,
  ]
}
