extension Agent {
  /// Nil where there is no id.
  init?(_ fields: Fields) {
    guard let id = fields.required("id", { fields.id($0, of: Agent.self) }) else { return nil }
    self.init(id: id, name: fields.required("name", fields.text) ?? id.rawValue)
    team = fields.plainText("team")
    languages = fields.strings("languages")
    role = fields.word("role") ?? .agent
    _ = fields.text("timeZone")
    fields.finish()
  }
}

extension Agent.Role: CaseIterable {
  package static let allCases: [Agent.Role] = [.agent, .supervisor, .trainer]
}
