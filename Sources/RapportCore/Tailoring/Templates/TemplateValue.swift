/// What a name in a template stands for.
package enum TemplateValue: Sendable {
  /// Known by name, but without a value: false in a section, a hole in a script.
  case missing
  case bool(Bool)
  /// Ready to be shown; blank text counts as missing.
  case text(String)
  case list([TemplateValue])
  case object(any TemplateObject)

  /// Whether a section over it is rendered.
  package var isTrue: Bool {
    switch self {
    case .missing: false
    case .bool(let value): value
    case .text(let text): !text.isBlank
    case .list(let items): !items.isEmpty
    case .object: true
    }
  }
}

/// Something with named members, looked up only when a template asks for them.
package protocol TemplateObject: Sendable {
  /// The member, or nil where there is none of that name, so that outer objects are asked next.
  func value(named name: String) -> TemplateValue?

  /// What it shows where it is named itself; nil where only its members can be shown.
  var shown: String? { get }
}

extension TemplateObject {
  package var shown: String? { nil }
}

extension String {
  /// Whether there is nothing but white space.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
