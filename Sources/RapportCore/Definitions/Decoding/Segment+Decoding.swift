package import JSONLogic

extension Segment {
  /// The priority of a segment that names none: after all that do.
  static let lastPriority = 1_000_000

  init(_ fields: Fields, id: ID) {
    let name = fields.required("name", fields.plainText)
    let priority = fields.required("priority") { fields.integer($0, in: 1...Self.lastPriority) }
    self.init(id: id, name: name ?? id.rawValue, priority: priority ?? Self.lastPriority)
    status = fields.word("status") ?? .active
    revision = fields.integer("revision", in: 1...1_000_000) ?? 1
    summary = fields.plainText("summary")
    goal = fields.goal("goal")
    needs = fields.strings("needs")
    preferences = fields.strings("preferences")
    behaviors = fields.strings("behaviors")
    (rule, broken) = fields.rule("rule")
    tone = fields.id("tone")
    adjust = fields.voice("adjust")
    services = fields.ids("services")
    if let golden = fields.nested("golden") {
      goldenMembers = golden.ids("members")
      goldenNonmembers = golden.ids("nonmembers")
      golden.finish()
    }
    manual = fields.objects("manual").compactMap { Manual($0) }
    waived = fields.objects("waive").compactMap { Waiver($0) }
    owner = fields.text("owner")
    reviewEveryDays = fields.integer("reviewEveryDays", in: 1...100_000)
    fields.finish()
  }
}

extension Segment {
  /// Reads one segment's JSON by itself; what is wrong with it is left out.
  ///
  /// Nil where it is no object.
  package init?(decoding json: JSON, id: ID) {
    guard let object = json.objectValue else { return nil }
    let file = "\(DefinitionReference(.segment, id.rawValue))"
    self.init(Fields(object, file: file, language: "en", log: ProblemLog()), id: id)
  }
}

extension Segment.Manual {
  /// Nil where it does not say who and what.
  init?(_ fields: Fields) {
    let customer = fields.required("customer") { fields.id($0, of: Customer.self) }
    let member = fields.required("member", fields.bool)
    guard let customer, let member else { return nil }
    self.init(
      customer: customer,
      member: member,
      reason: fields.required("reason", fields.text) ?? "",
      by: fields.text("by"),
      until: fields.date("until")
    )
    fields.finish()
    if until == nil, fields.has("until") { return nil }
  }
}

extension Segment.Status: CaseIterable {
  package static let allCases: [Segment.Status] = [.draft, .active, .retired]
}
