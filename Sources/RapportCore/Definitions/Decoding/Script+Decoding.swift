extension Script {
  init(_ fields: Fields, id: ID) {
    let title = fields.required("title", fields.localized)
    let intent = fields.required("intent") { fields.id($0, of: Intent.self) }
    self.init(
      id: id,
      title: title ?? LocalizedText([fields.language: id.rawValue]),
      intent: intent ?? Identifier("")
    )
    revision = fields.integer("revision", in: 1...1_000_000) ?? 1
    segments = fields.ids("segments")
    tones = fields.ids("tones")
    channels = fields.words("channels")
    (condition, broken) = fields.rule("condition")
    if intent == nil {
      broken = broken ?? Problem(.error, at: fields.place("intent"), "it names no reason to serve")
    }
    subject = fields.localized("subject")
    asks = fields.objects("asks").compactMap { Ask($0) }
    steps = fields.objects("steps").enumerated().map { Step($1, position: $0) }
    waived = fields.objects("waive").compactMap { Waiver($0) }
    _ = (fields.plainText("summary"), fields.text("owner"))
    fields.finish()
  }
}

extension Script.Ask {
  /// Nil where there is no id.
  init?(_ fields: Fields) {
    guard let id = fields.required("id", fields.text) else { return nil }
    self.init(
      id: id,
      label: fields.localized("label") ?? LocalizedText([fields.language: id]),
      pattern: fields.text("pattern")
    )
    personal = fields.bool("personal")
    fields.finish()
  }
}

extension Step {
  /// A step without an id is named by its position, counted from 1.
  init(_ fields: Fields, position: Int) {
    let id = fields.required("id", fields.text) ?? "step-\(position + 1)"
    let kind = fields.required("kind") { fields.word($0, Kind.self) } ?? .say
    self.init(
      id: id,
      kind: kind,
      label: fields.localized("label") ?? LocalizedText([fields.language: id]),
      text: (kind == .choose ? fields.localized("text") : fields.required("text", fields.localized))
        ?? LocalizedText([:])
    )
    needs = fields.strings("needs")
    at = fields.word("at") ?? .start
    next = fields.objects("next").compactMap { Branch($0) }
    fields.finish()
  }
}

extension Step.Branch {
  /// Nil where it leads nowhere.
  init?(_ fields: Fields) {
    guard let to = fields.required("to", fields.text) else { return nil }
    let label = fields.required("label", fields.localized)
    self.init(label: label ?? LocalizedText([fields.language: to]), to: to)
    fields.finish()
  }
}

extension Step.Kind: CaseIterable {
  package static let allCases: [Step.Kind] = [.say, .verify, .do, .choose]
}
