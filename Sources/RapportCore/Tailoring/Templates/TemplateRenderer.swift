/// Renders nodes to spans over a stack of contexts.
struct TemplateRenderer {
  /// Sections and partials inside each other: a recursive partial over data may go 64 levels deep,
  /// as each level is a section and a partial.
  private static let maximumDepth = 128
  /// Nodes visited, so that partials which double each other without a word end too.
  private static let maximumSteps = 1_000_000

  private let environment: TemplateEnvironment
  private var stack: [TemplateValue]
  private var indentation = ""
  private var depth = 0
  private var steps = 0
  private var bytes = 0
  /// The partial being rendered, for messages.
  private var place = (line: 1, column: 1)

  private var spans: [TemplateSpan] = []
  private var words = ""
  private var wordsOrigin = TemplateSpan.Origin.script

  init(data: [TemplateValue], environment: TemplateEnvironment) {
    stack = data
    self.environment = environment
  }

  mutating func finish() -> [TemplateSpan] {
    flush()
    return spans
  }

  mutating func render(
    _ nodes: [TemplateNode],
    from origin: TemplateSpan.Origin
  ) throws(TemplateError) {
    steps += nodes.count
    guard steps <= Self.maximumSteps else {
      throw limit("the text repeats itself without end")
    }
    for node in nodes {
      switch node {
      case .text(let text, let startsLine):
        if indentation.isEmpty {
          try append(text, from: origin)
        } else {
          try appendIndented(text, startsLine: startsLine, from: origin)
        }
      case .lineStart:
        if !indentation.isEmpty { try append(indentation, from: origin) }
      case .variable(let variable):
        try render(variable)
      case .section(let section):
        try render(section, from: origin)
      case .partial(let partial):
        try render(partial, from: origin)
      }
    }
  }

  private mutating func render(_ variable: TemplateVariable) throws(TemplateError) {
    guard let text = environment.text(of: value(at: variable.path)) else {
      if case .hole(let label) = environment.missing, !variable.hasFallback {
        appendHole(path: variable.path.text, label: label(variable.path.text))
      }
      return
    }
    let isEscaped = environment.escaping == .html && variable.isEscaped
    try append(isEscaped ? text.htmlEscaped : text, from: .value)
  }

  private mutating func render(
    _ section: TemplateSection,
    from origin: TemplateSpan.Origin
  ) throws(TemplateError) {
    let value = value(at: section.path)
    if section.isInverted {
      if !value.isTrue { try nested(section.nodes, from: origin) }
      return
    }
    guard value.isTrue else { return }
    let items: [TemplateValue] = if case .list(let items) = value { items } else { [value] }
    for item in items {
      stack.append(item)
      try nested(section.nodes, from: origin)
      stack.removeLast()
    }
  }

  private mutating func render(
    _ partial: TemplatePartial,
    from origin: TemplateSpan.Origin
  ) throws(TemplateError) {
    guard let template = environment.partial(partial.name) else {
      let path = "> \(partial.name)"
      if let text = environment.filled[path], !text.isBlank {
        try append(text, from: .value)
      } else if case .hole(let label) = environment.missing {
        if !indentation.isEmpty || !partial.indentation.isEmpty {
          try append(indentation + partial.indentation, from: origin)
        }
        appendHole(path: path, label: label(path))
      }
      return
    }
    let outer = (indentation, place)
    if !partial.indentation.isEmpty { indentation += partial.indentation }
    place = (partial.line, partial.column)
    try nested(template.nodes, from: template.origin)
    (indentation, place) = outer
  }

  private mutating func nested(
    _ nodes: [TemplateNode],
    from origin: TemplateSpan.Origin
  ) throws(TemplateError) {
    guard depth < Self.maximumDepth else {
      throw limit("partials include each other without end")
    }
    depth += 1
    try render(nodes, from: origin)
    depth -= 1
  }

  private func limit(_ message: String) -> TemplateError {
    TemplateError(
      line: place.line,
      column: place.column,
      message: message,
      remedy: "remove the {{> ...}} that leads back"
    )
  }
}

// MARK: - Look-up

extension TemplateRenderer {
  /// The first component is looked for from the innermost context outwards, the others only in it.
  private func value(at path: TemplatePath) -> TemplateValue {
    if !environment.filled.isEmpty, let text = environment.filled[path.text], !text.isBlank {
      return .text(text)
    }
    guard let first = path.components.first else { return stack.last ?? .missing }
    for context in stack.reversed() {
      guard case .object(let object) = context, var value = object.value(named: first) else {
        continue
      }
      for component in path.components.dropFirst() {
        guard case .object(let object) = value, let member = object.value(named: component) else {
          return .missing
        }
        value = member
      }
      return value
    }
    return .missing
  }
}

// MARK: - Output

extension TemplateRenderer {
  private mutating func append(
    _ text: String,
    from origin: TemplateSpan.Origin
  ) throws(TemplateError) {
    bytes += text.utf8.count
    guard bytes <= Template.maximumBytes else {
      throw limit("the text grows longer than 1 MB")
    }
    if origin != wordsOrigin {
      flush()
      wordsOrigin = origin
    }
    words += text
  }

  /// Every line of the source that begins in `text` gets the indentation.
  private mutating func appendIndented(
    _ text: String,
    startsLine: Bool,
    from origin: TemplateSpan.Origin
  ) throws(TemplateError) {
    var isStart = startsLine
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if isStart {
        if line.startIndex == text.endIndex { break }  // a line that another node begins
        try append(indentation, from: origin)
      }
      let isLast = line.endIndex == text.endIndex
      let end = isLast ? line.endIndex : text.utf8.index(after: line.endIndex)
      try append(String(text[line.startIndex..<end]), from: origin)
      isStart = true
    }
  }

  private mutating func appendHole(path: String, label: String) {
    flush()
    spans.append(.hole(path: path, label: label))
  }

  private mutating func flush() {
    guard !words.isEmpty else { return }
    spans.append(.text(words, from: wordsOrigin))
    words = ""
  }
}

extension String {
  /// With the four characters that mean something in HTML written as entities.
  var htmlEscaped: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
