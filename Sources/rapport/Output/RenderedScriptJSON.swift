import JSONLogic
import RapportCore

/// The documented JSON of `rapport script`.
struct RenderedScriptJSON {
  let script: RenderedScript

  var json: JSON {
    [
      "script": .string(script.script.id.rawValue),
      "title": .string(script.title),
      "language": .string(script.language),
      "channel": .string(script.channel.rawValue),
      "because": .string(script.because),
      "notice": script.notice.map { .string($0) } ?? .null,
      "subject": script.subject.isEmpty ? .null : text(script.subject),
      "steps": .array(script.steps.map(step)),
      "holes": .array(holes),
      "alternatives": .array(script.alternatives.map(alternative)),
    ]
  }

  private func alternative(_ other: RenderedScript.Alternative) -> JSON {
    [
      "script": .string(other.id.rawValue), "title": .string(other.title),
      "language": .string(other.language), "because": .string(other.because),
    ]
  }

  private func step(_ step: RenderedScript.RenderedStep) -> JSON {
    var json: JSONObject = [
      "id": .string(step.id), "kind": .string(step.kind.rawValue), "label": .string(step.label),
      "text": text(step.spans),
    ]
    if step.spans.complete == nil { json["spans"] = .array(step.spans.map(span)) }
    if !step.next.isEmpty {
      json["next"] = .array(step.next.map { ["label": .string($0.label), "to": .string($0.to)] })
    }
    return .object(json)
  }

  private func text(_ spans: [TemplateSpan]) -> JSON { spans.complete.map { .string($0) } ?? .null }

  private func span(_ span: TemplateSpan) -> JSON {
    switch span {
    case .text(let text, _): ["text": .string(text)]
    case .hole(let path, let label): ["hole": .string(path), "label": .string(label)]
    }
  }

  private var holes: [JSON] {
    script.holes.map { hole in
      ["step": .string(hole.step), "path": .string(hole.path), "label": .string(hole.label)]
    }
  }
}

extension RenderedScript {
  /// Every blank with the step it is in; those of an e-mail's subject are in `subject`.
  var holes: [(step: String, path: String, label: String)] {
    let texts = [("subject", subject)] + steps.map { ($0.id, $0.spans) }
    return texts.flatMap { step, spans in
      spans.compactMap { span in
        guard case .hole(let path, let label) = span else { return nil }
        return (step, path, label)
      }
    }
  }
}
