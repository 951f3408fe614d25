extension Template {
  /// The template with the name in a form of address made to do without it.
  ///
  /// `Hello {{name}}, ...`, `Thank you, {{name}}.` and `{{name}}, please ...` become `Hello, ...`,
  /// `Thank you.` and `Please ...` where there is no name. Elsewhere in a sentence, where leaving it out
  /// would leave nonsense, the name stays a hole.
  package func makingOptional(_ name: String) -> Template {
    guard variables.contains(where: { $0.name == name && $0.use == .value }) else { return self }
    return Template(nodes: Vocative(path: TemplatePath(name)).rewrite(nodes), like: self)
  }
}

/// Rewrites a list of nodes; both the words before and after the name decide.
private struct Vocative {
  let path: TemplatePath

  func rewrite(_ nodes: [TemplateNode]) -> [TemplateNode] {
    var result: [TemplateNode] = []
    var rest = nodes[...]
    while let node = rest.popFirst() {
      switch node {
      case .section(var section) where section.path.text != path.text:
        section.nodes = rewrite(section.nodes)
        result.append(.section(section))
      case .variable(let variable) where variable.path.text == path.text && !variable.hasFallback:
        result += address(variable, &result, &rest)
      default:
        result.append(node)
      }
    }
    return result
  }

  private func address(
    _ variable: TemplateVariable,
    _ before: inout [TemplateNode],
    _ after: inout ArraySlice<TemplateNode>
  ) -> [TemplateNode] {
    let name = TemplateNode.variable(variable)
    guard case .text(let next, _)? = after.first else { return [name] }
    let lead = if case .text(let text, _)? = before.last { text } else { "" }
    if next.first.map(Self.ends.contains) ?? false {
      for gap in [", ", " "] where lead.hasSuffix(gap) && (gap == ", " || isGreeting(lead)) {
        before.removeLast()
        let kept = String(lead.dropLast(gap.count))
        if !kept.isEmpty { before.append(.text(kept, startsLine: false)) }
        return [section([text(gap), name])]
      }
    }
    guard beginsSentence(lead, before), next.hasPrefix(", "),
      let letter = next.dropFirst(2).first, letter.isLetter
    else { return [name] }
    after.removeFirst()
    after.insert(text(String(next.dropFirst(3))), at: after.startIndex)
    return [
      section([name, text(", " + String(letter))]),
      section([text(letter.uppercased())], isInverted: true),
    ]
  }

  /// `Hello `, `Good morning `: up to three words since the last sentence.
  private func isGreeting(_ lead: String) -> Bool {
    let words = lead.split { ".!?\n".contains($0) }.last?.split(separator: " ") ?? []
    return (1...3).contains(words.count) && words.allSatisfy { $0.allSatisfy(\.isLetter) }
  }

  private func beginsSentence(_ lead: String, _ before: [TemplateNode]) -> Bool {
    if before.isEmpty { return true }
    if case .lineStart? = before.last { return true }
    return lead.last == "\n" || [". ", "! ", "? "].contains { lead.hasSuffix($0) }
  }

  private func text(_ text: String) -> TemplateNode { .text(text, startsLine: false) }

  private func section(_ nodes: [TemplateNode], isInverted: Bool = false) -> TemplateNode {
    .section(TemplateSection(path: path, isInverted: isInverted, nodes: nodes))
  }

  private static let ends: Set<Character> = [",", ".", "!", "?", ";", ":", "…"]
}
