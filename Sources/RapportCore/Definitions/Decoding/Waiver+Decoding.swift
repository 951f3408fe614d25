import JSONLogic

extension Waiver {
  /// Nil where it does not say what is accepted, and why.
  init?(_ fields: Fields) {
    let finding = fields.word("finding", Finding.self)
    var pointer = fields.text("pointer")
    if let text = pointer, JSONPointer(parsing: text) == nil {
      fields.note("pointer", "\"\(text)\" is no pointer", remedy: "such as \"/rule/and/0\"")
      pointer = nil
    }
    let reason = fields.required("reason", fields.text)
    fields.finish()
    if !fields.has("finding"), !fields.has("pointer") {
      fields.note(nil, "it accepts nothing", remedy: "name a \"finding\", a \"pointer\" or both")
    }
    guard let reason, finding != nil || pointer != nil else { return nil }
    self.init(finding: finding, pointer: pointer, reason: reason)
  }
}
