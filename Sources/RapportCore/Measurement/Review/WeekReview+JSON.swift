package import JSONLogic

extension WeekReview {
  /// `rapport review --format json`.
  package func json(_ facts: WeekFacts) -> JSON {
    [
      "from": .string(facts.start.description), "to": .string(facts.now.description),
      "due": JSON(due), "lines": .array(lines.map(\.json)),
    ]
  }
}

extension WeekReview.Line {
  fileprivate var json: JSON {
    var object: JSONObject = [
      "topic": .string(topic.rawValue), "text": .string(words), "due": .bool(isDue),
    ]
    switch place {
    case .definition(let reference): object["on"] = reference.json
    case .feedback(let reference?): object["on"] = reference.json
    case .step(let segment, let place):
      object["on"] = DefinitionReference(.segment, segment.rawValue).json
      object["at"] = .string(place.rawValue)
    case .customer(let id): object["customer"] = .string(id.rawValue)
    case .gap(let gap):
      object["language"] = .string(gap.language)
      object["intent"] = gap.intent.map { .string($0.rawValue) }
      object["segment"] = gap.segment.map { .string($0.rawValue) }
    case .feedback(nil), .rest, nil: break
    }
    return .object(object)
  }
}

extension DefinitionReference {
  fileprivate var json: JSON { ["kind": .string(kind.rawValue), "id": .string(id)] }
}
