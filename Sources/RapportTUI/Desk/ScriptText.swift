import RapportCore
import Terminal

/// Rendered text as styled lines.
enum ScriptText {
  /// The paragraphs of a text, blanks as `[label]`.
  static func paragraphs(_ spans: [TemplateSpan]) -> [Line] {
    var lines = [Line()]
    for span in spans {
      switch span {
      case .hole(_, let label): lines[lines.count - 1].append("[\(label)]", role: .scriptMissing)
      case .text(let text, let origin):
        let parts = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, part) in parts.enumerated() {
          if index > 0 { lines.append(Line()) }
          for piece in Terminal.Text.pieces(part) {
            lines[lines.count - 1].append(String(piece), role: origin.role)
          }
        }
      }
    }
    while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// At least the first characters of a text.
  static func beginning(_ spans: [TemplateSpan], _ characters: Int) -> [TemplateSpan] {
    var rest = characters
    var beginning: [TemplateSpan] = []
    for span in spans where rest > 0 {
      switch span {
      case .hole(_, let label):
        beginning.append(span)
        rest -= label.utf8.count
      case .text(let text, let origin):
        beginning.append(
          text.utf8.count <= rest ? span : .text(String(text.prefix(rest)), from: origin)
        )
        rest -= text.utf8.count
      }
    }
    return beginning
  }

  /// The text in one line.
  static func line(_ spans: [TemplateSpan]) -> Line {
    paragraphs(spans).enumerated().reduce(Line()) { line, next in
      line + (next.offset == 0 ? Line() : Line(" ")) + next.element
    }
  }
}

extension TemplateSpan.Origin {
  fileprivate var role: Role {
    switch self {
    case .script, .tone: .script
    case .value: .scriptFilled
    }
  }
}
