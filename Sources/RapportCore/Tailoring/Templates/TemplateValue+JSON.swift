package import JSONLogic

extension TemplateValue {
  /// JSON as it stands: null is missing, numbers are written as in JSON.
  package init(_ json: JSON) {
    switch json {
    case .null: self = .missing
    case .bool(let value): self = .bool(value)
    case .number(let number): self = .text(number.description)
    case .string(let text): self = .text(text)
    case .array(let items): self = .list(items.map(TemplateValue.init))
    case .object(let object): self = .object(object)
    }
  }
}

extension JSONObject: TemplateObject {
  package func value(named name: String) -> TemplateValue? { self[name].map(TemplateValue.init) }
}
