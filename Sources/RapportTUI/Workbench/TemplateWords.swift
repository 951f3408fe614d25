import Terminal

/// A template as its author reads it: blanks by name, and what is said where a value is there.
enum TemplateWords {
  /// A line for each of the template's; a template that cannot be read is shown as it is written.
  static func lines(_ template: String, role: Role) -> [Line] {
    let parts = template.components(openedBy: "{{", closedBy: "}}")
    var lines = [Line()]
    /// Sections that say what there is to say without a value.
    var hidden: [String] = []
    func add(_ text: String, _ role: Role) {
      guard hidden.isEmpty else { return }
      for (index, part) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { lines.append(Line()) }
        lines[lines.count - 1].append(String(part), role: role)
      }
    }
    for part in parts {
      guard part.isTag else {
        add(part.text, role)
        continue
      }
      let tag = part.text.trimmed
      let name = String(tag.drop { "#^/>&{! ".contains($0) }).trimmed
      switch tag.first {
      case "^": hidden.append(name)
      case "/": if hidden.last == name { hidden.removeLast() }
      case "#", "!": break
      default: add("[\(label(name.filter { $0 != "}" }))]", .scriptFilled)
      }
    }
    return lines
  }

  private static func label(_ name: String) -> String {
    switch name {
    case "customer.callName": return "name"
    case "agent.name": return "agent"
    case "company.name": return "company"
    default:
      let last = name.split(separator: ".").last.map(String.init) ?? name
      return PointerWords.name(last)
    }
  }
}

extension String {
  /// The text cut at marks; what a mark opens and nothing closes is text.
  fileprivate func components(
    openedBy open: String,
    closedBy close: String
  ) -> [(text: String, isTag: Bool)] {
    var parts: [(text: String, isTag: Bool)] = []
    var rest = self[...]
    while let start = rest.firstRange(of: open) {
      let after = rest[start.upperBound...]
      guard let end = after.firstRange(of: close) else { break }
      parts.append((String(rest[..<start.lowerBound]), false))
      parts.append((String(after[..<end.lowerBound]), true))
      rest = after[end.upperBound...]
      // The third brace of a tag that is not escaped.
      if parts.last?.text.hasPrefix("{") == true, rest.hasPrefix("}") { rest = rest.dropFirst() }
    }
    return parts + [(String(rest), false)]
  }
}
