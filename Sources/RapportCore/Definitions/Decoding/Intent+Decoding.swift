extension Intent {
  /// Nil where there is no id.
  init?(_ fields: Fields) {
    guard let id = fields.required("id", { fields.id($0, of: Intent.self) }) else { return nil }
    let title = fields.required("title", fields.localized)
    self.init(id: id, title: title ?? LocalizedText([fields.language: id.rawValue]))
    revision = fields.integer("revision", in: 1...1_000_000) ?? 1
    mood = fields.text("mood")
    caps = fields.dimensions("caps")
    offers = fields.word("offers") ?? .always
    examples = fields.lists("examples")
    fields.finish()
  }
}

extension Intent.Offers: CaseIterable {
  package static let allCases: [Intent.Offers] = [.always, .afterSolution, .never]
}
