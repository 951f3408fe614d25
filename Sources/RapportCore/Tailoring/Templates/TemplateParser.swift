/// Reads a template's source into nodes, one pass over its UTF-8 bytes.
struct TemplateParser {
  /// A section whose end is not reached yet, with the nodes that stand around it.
  private struct OpenSection {
    var name: String
    var isInverted: Bool
    var line: Int
    var column: Int
    var outer: [TemplateNode]
  }

  let bytes: [UInt8]
  private(set) var mentions: [Template.Mention] = []

  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)
  private var nodes: [TemplateNode] = []
  private var sections: [OpenSection] = []
  /// The end of what has become nodes.
  private var done = 0
  private var place: SourcePlace

  init(source: String) {
    bytes = Array(source.utf8)
    place = SourcePlace()
  }

  mutating func parse() throws(TemplateError) -> [TemplateNode] {
    guard bytes.count <= Template.maximumBytes else {
      throw error("the text is longer than 1 MB", "split it into several steps")
    }
    while let start = bytes.position(of: opening, from: done) {
      try readTag(at: start)
    }
    addText(done..<bytes.count)
    if let open = sections.last {
      throw TemplateError(
        line: open.line,
        column: open.column,
        message: "the section \"\(open.name)\" is never closed",
        remedy: "add {{/\(open.name)}} where it ends"
      )
    }
    return nodes
  }

  private mutating func readTag(at start: Int) throws(TemplateError) {
    place.advance(to: start, in: bytes)
    let tag = try scanTag(at: start)
    let content = bytes[tag.content]
    guard tag.kind.canStandAlone, let line = standaloneLine(around: start..<tag.end) else {
      addText(done..<start)
      if bytes.isLineStart(start), tag.kind.isShown { nodes.append(.lineStart) }
      done = tag.end
      try apply(tag.kind, content: content, indentation: "")
      return
    }
    addText(done..<line.lowerBound)
    done = line.upperBound
    let indentation = String(decoding: bytes[line.lowerBound..<start], as: UTF8.self)
    try apply(tag.kind, content: content, indentation: indentation)
  }

  private mutating func apply(
    _ kind: TemplateTag.Kind,
    content: ArraySlice<UInt8>,
    indentation: String
  ) throws(TemplateError) {
    switch kind {
    case .comment:
      break
    case .delimiters:
      try setDelimiters(content)
    case .variable(let isEscaped):
      let path = TemplatePath(try name(in: content))
      mention(path.text, .value)
      add(.variable(TemplateVariable(path: path, isEscaped: isEscaped)))
    case .section(let isInverted):
      try openSection(try name(in: content), isInverted: isInverted)
    case .end:
      try closeSection(try name(in: content))
    case .partial:
      let name = try name(in: content)
      mention(name, .partial)
      let partial = TemplatePartial(
        name: name,
        indentation: indentation,
        line: place.line,
        column: place.column
      )
      nodes.append(.partial(partial))
    }
  }

  private mutating func openSection(_ name: String, isInverted: Bool) throws(TemplateError) {
    guard sections.count < Template.maximumDepth else {
      throw error(
        "sections nest deeper than \(Template.maximumDepth)",
        "move the inner part to a step of its own"
      )
    }
    mention(name, isInverted ? .inverted : .section)
    let open = OpenSection(
      name: name,
      isInverted: isInverted,
      line: place.line,
      column: place.column,
      outer: nodes
    )
    sections.append(open)
    nodes = []
  }

  private mutating func closeSection(_ name: String) throws(TemplateError) {
    guard let open = sections.popLast() else {
      throw error("{{/\(name)}} closes nothing", "remove it, or open it with {{#\(name)}} before")
    }
    guard open.name == name else {
      throw error(
        "{{/\(name)}} stands where \"\(open.name)\" of line \(open.line) is open",
        "write {{/\(open.name)}} first"
      )
    }
    let section = TemplateSection(
      path: TemplatePath(name),
      isInverted: open.isInverted,
      nodes: nodes
    )
    nodes = open.outer
    add(.section(section))
  }

  private mutating func setDelimiters(_ content: ArraySlice<UInt8>) throws(TemplateError) {
    let parts = content.split { $0.isTemplateSpace }
    guard parts.count == 2, !parts.contains(where: { $0.contains(UInt8(ascii: "=")) }) else {
      throw error(
        "a delimiter tag names two delimiters without \"=\"",
        "write it like {{=<% %>=}}"
      )
    }
    opening = Array(parts[0])
    closing = Array(parts[1])
  }

  /// Adds a variable or section; a variable and an inverted section of the same name side by side
  /// are a value and its fallback.
  private mutating func add(_ node: TemplateNode) {
    switch (nodes.last, node) {
    case (.variable(var variable)?, .section(let section))
    where section.isInverted && section.path.text == variable.path.text:
      variable.hasFallback = true
      nodes[nodes.count - 1] = .variable(variable)
      nodes.append(node)
    case (.section(let section)?, .variable(var variable))
    where section.isInverted && section.path.text == variable.path.text:
      variable.hasFallback = true
      nodes.append(.variable(variable))
    default:
      nodes.append(node)
    }
  }

  private mutating func addText(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let text = String(decoding: bytes[range], as: UTF8.self)
    nodes.append(.text(text, startsLine: bytes.isLineStart(range.lowerBound)))
  }

  private mutating func mention(_ name: String, _ use: Template.Mention.Use) {
    mentions.append(
      Template.Mention(name: name, use: use, line: place.line, column: place.column)
    )
  }
}

// MARK: - Tags

extension TemplateParser {
  private func scanTag(at start: Int) throws(TemplateError) -> TemplateTag {
    var first = start + opening.count
    while first < bytes.count, bytes[first].isTemplateSpace { first += 1 }
    let sigil = first < bytes.count ? bytes[first] : 0
    let kind = try kind(of: sigil)
    let contentStart = kind.hasSigil(sigil) ? first + 1 : first
    let isTriple = sigil == UInt8(ascii: "{")
    let ending: [UInt8]
    switch kind {
    case .delimiters: ending = [UInt8(ascii: "=")] + closing
    case .variable where isTriple: ending = [UInt8(ascii: "}")] + closing
    default: ending = closing
    }
    guard let end = bytes.position(of: ending, from: contentStart) else {
      let right = String(decoding: ending, as: UTF8.self)
      throw error("the tag that opens here is never closed", "add \(right) where it ends")
    }
    return TemplateTag(kind: kind, content: contentStart..<end, end: end + ending.count)
  }

  private func kind(of sigil: UInt8) throws(TemplateError) -> TemplateTag.Kind {
    switch sigil {
    case UInt8(ascii: "#"): return .section(isInverted: false)
    case UInt8(ascii: "^"): return .section(isInverted: true)
    case UInt8(ascii: "/"): return .end
    case UInt8(ascii: ">"): return .partial
    case UInt8(ascii: "!"): return .comment
    case UInt8(ascii: "="): return .delimiters
    case UInt8(ascii: "&"), UInt8(ascii: "{"): return .variable(isEscaped: false)
    case UInt8(ascii: "$"), UInt8(ascii: "<"):
      throw error(
        "blocks and parents (inheritance) are not part of Mustache's core",
        "use a section {{#name}} or a partial {{> name}}"
      )
    default: return .variable(isEscaped: true)
    }
  }

  /// The whole line, its end included, where nothing but blanks stands beside the tag.
  private func standaloneLine(around tag: Range<Int>) -> Range<Int>? {
    var start = tag.lowerBound
    while start > 0, bytes[start - 1].isTemplateBlank { start -= 1 }
    guard bytes.isLineStart(start), start >= done else { return nil }
    var end = tag.upperBound
    while end < bytes.count, bytes[end].isTemplateBlank { end += 1 }
    if end == bytes.count { return start..<end }
    if bytes[end] == UInt8(ascii: "\n") { return start..<(end + 1) }
    let isCRLF =
      bytes[end] == UInt8(ascii: "\r") && end + 1 < bytes.count
      && bytes[end + 1] == UInt8(ascii: "\n")
    return isCRLF ? start..<(end + 2) : nil
  }

  /// The name in a tag: letters, digits, `_`, `-`, joined by dots; or a lone dot.
  private func name(in content: ArraySlice<UInt8>) throws(TemplateError) -> String {
    let trimmed = content.drop { $0.isTemplateSpace }
    let end = trimmed.lastIndex { !$0.isTemplateSpace }.map { $0 + 1 } ?? trimmed.endIndex
    let name = trimmed[..<end]
    let text = String(decoding: name, as: UTF8.self)
    guard !name.isEmpty else {
      throw error("the tag has no name", "write a name such as {{customer.callName}}")
    }
    guard text == "." || (name.allSatisfy(\.isTemplateNameByte) && !name.hasEmptyComponent) else {
      throw error(
        "\"\(text)\" is not a name",
        "names are letters, digits, - and _ joined by dots; "
          + "for a fallback write {{name}}{{^name}}instead{{/name}}"
      )
    }
    return text
  }

  private func error(_ message: String, _ remedy: String) -> TemplateError {
    TemplateError(line: place.line, column: place.column, message: message, remedy: remedy)
  }
}
