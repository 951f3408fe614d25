/// A piece of a parsed template.
enum TemplateNode: Sendable {
  /// `startsLine`: its first byte is the first of a line of the source.
  case text(String, startsLine: Bool)
  /// A tag follows that begins a line of the source; where an indentation goes.
  case lineStart
  case variable(TemplateVariable)
  case section(TemplateSection)
  case partial(TemplatePartial)
}

/// `{{path}}`, or unescaped `{{{path}}}` and `{{&path}}`.
struct TemplateVariable: Sendable {
  var path: TemplatePath
  var isEscaped: Bool
  /// A `{{^path}}` stands directly before or after it and says what to show instead.
  var hasFallback = false
}

/// `{{#path}}` or `{{^path}}` up to `{{/path}}`.
struct TemplateSection: Sendable {
  var path: TemplatePath
  var isInverted: Bool
  var nodes: [TemplateNode]
}

/// `{{> name}}`.
struct TemplatePartial: Sendable {
  var name: String
  /// Put before every line of the partial; not empty only where the tag stands alone on its line.
  var indentation: String
  var line: Int
  var column: Int
}

/// A dotted name, split once; without components the innermost value itself (`{{.}}`).
struct TemplatePath: Sendable {
  var text: String
  var components: [String]

  init(_ text: String) {
    self.text = text
    components =
      text == "." ? [] : text.utf8.split(separator: UInt8(ascii: ".")).map { String($0) ?? "" }
  }
}
