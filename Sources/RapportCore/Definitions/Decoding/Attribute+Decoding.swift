import JSONLogic

extension Attribute {
  /// Nil where there is no path or no type.
  init?(_ fields: Fields) {
    let path = fields.required("path", fields.text)
    let kind = fields.required("type") { fields.word($0, Kind.self) }
    guard let path, let kind else { return nil }
    let name = path.split(separator: ".").last.map(String.init) ?? path
    self.init(
      path: path,
      label: fields.required("label", fields.localized) ?? LocalizedText([fields.language: name]),
      kind: kind
    )
    unit = fields.localized("unit")
    choices = Self.choices(fields)
    question = fields.localized("question")
    reason = fields.localized("reason")
    freshForDays = fields.integer("freshForDays", in: 0...100_000)
    find = fields.bool("find") ?? false
    personal = fields.bool("personal") ?? false
    protected = fields.bool("protected") ?? false
    source = fields.text("source")
    fields.finish()
    if kind == .choice, choices.isEmpty, !fields.has("choices") {
      fields.note("choices", "a choice without choices", remedy: "list them, or make it text")
    }
  }

  /// A choice is its value alone, or an object with a label.
  private static func choices(_ fields: Fields) -> [Choice] {
    var choices: [Choice] = []
    for (item, place) in fields.items("choices") {
      guard let choice = choice(item, place, fields) else { continue }
      if choices.contains(where: { $0.value == choice.value }) {
        fields.note(at: place, "the choice \"\(choice.value)\" is there twice")
      } else {
        choices.append(choice)
      }
    }
    return choices
  }

  private static func choice(_ item: JSON, _ place: JSONPointer, _ fields: Fields) -> Choice? {
    switch item {
    case .string(let value):
      return Choice(value: value, label: LocalizedText([fields.language: value]))
    case .object(let object):
      let fields = fields.nested(object, at: place)
      defer { fields.finish() }
      guard let value = fields.required("value", fields.text) else { return nil }
      return Choice(
        value: value,
        label: fields.localized("label") ?? LocalizedText([fields.language: value])
      )
    default:
      fields.wrongType(place, item, "a value with its label")
      return nil
    }
  }
}
