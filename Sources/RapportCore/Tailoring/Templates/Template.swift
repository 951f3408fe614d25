/// A text with blanks, in Mustache's core language, parsed once and rendered many times.
///
/// Interpolation, sections, inverted sections, comments, partials and set-delimiter tags as in
/// https://github.com/mustache/spec (all mandatory modules); no lambdas, inheritance or dynamic names.
package struct Template: Sendable {
  /// A name that a template uses, and where.
  package struct Mention: Sendable, Hashable {
    package enum Use: Sendable, Hashable { case value, section, inverted, partial }

    package var name: String
    package var use: Use
    /// Counted from 1; columns are Unicode scalars.
    package var line: Int
    package var column: Int

    package init(name: String, use: Use, line: Int, column: Int) {
      self.name = name
      self.use = use
      self.line = line
      self.column = column
    }
  }

  /// How deep sections may nest in one template.
  package static let maximumDepth = 64
  /// The longest source and the longest result, in UTF-8 bytes.
  package static let maximumBytes = 1 << 20

  /// Where its own words come from; values are always `.value`.
  package var origin: TemplateSpan.Origin
  /// The variables and sections in the order they are written.
  package let variables: [Mention]
  /// The partials in the order they are written.
  package let partials: [Mention]
  let nodes: [TemplateNode]

  /// Parses a template in one pass over its UTF-8 bytes.
  package init(
    parsing source: String,
    origin: TemplateSpan.Origin = .script
  ) throws(TemplateError) {
    var parser = TemplateParser(source: source)
    nodes = try parser.parse()
    variables = parser.mentions.filter { $0.use != .partial }
    partials = parser.mentions.filter { $0.use == .partial }
    self.origin = origin
  }

  /// One that says nothing.
  init(empty origin: TemplateSpan.Origin) {
    self.origin = origin
    (nodes, variables, partials) = ([], [], [])
  }

  init(nodes: [TemplateNode], like template: Template) {
    self.nodes = nodes
    origin = template.origin
    variables = template.variables
    partials = template.partials
  }
}
