/// A piece of rendered text: words, or a hole where a value is not known.
package enum TemplateSpan: Sendable, Hashable {
  /// Where words come from, so that a screen can show what was filled in.
  package enum Origin: Sendable, Hashable { case script, tone, value }

  case text(String, from: Origin)
  /// `path` is the variable (`ask.orderNumber`), `label` what a person calls it.
  case hole(path: String, label: String)
}

extension [TemplateSpan] {
  /// The text, or nil while a hole is in it: what must not be said cannot be copied.
  package var complete: String? {
    var result = ""
    for span in self {
      guard case .text(let text, _) = span else { return nil }
      result += text
    }
    return result
  }

  /// The text with each hole as `[label]`, for the eyes of the agent only.
  package var preview: String {
    map { span in
      switch span {
      case .text(let text, _): text
      case .hole(_, let label): "[\(label)]"
      }
    }.joined()
  }
}
