import JSONLogic

/// One mistake that a schema must refuse: a value put into the example of its kind, or taken out.
struct SchemaMistake: CustomStringConvertible {
  var kind: String
  var path: [String]
  var value: JSON?

  init(_ kind: String, _ path: String, _ value: JSON?) {
    self.kind = kind
    self.path = path.split(separator: "/").map(String.init)
    self.value = value
  }

  var description: String {
    "\(kind) /\(path.joined(separator: "/")): \(value?.compact() ?? "nothing")"
  }
}

enum SchemaMistakes {
  static let all = [
    SchemaMistake("segment", "status", "activ"), SchemaMistake("segment", "priority", -1),
    SchemaMistake("segment", "priority", nil), SchemaMistake("segment", "id", "Loyal Advocates"),
    SchemaMistake("segment", "adjust/detail", 3), SchemaMistake("segment", "name", " "),
    SchemaMistake("segment", "goal/by", "2027-02-30"),
    SchemaMistake("segment", "manual/0/reason", nil),
    SchemaMistake("segment", "waive/0/finding", "lack"),
    SchemaMistake("segment", "waive/0/reason", nil),
    SchemaMistake("segment", "manual/0/member", "yes"),
    SchemaMistake("tone", "voice/empathy", 3), SchemaMistake("tone", "voice/pace", -3),
    SchemaMistake("tone", "voice/humor", 0.5),
    SchemaMistake("tone", "say", ["english": ["Hello."]]),
    SchemaMistake("tone", "phrases/en/greeting", 1),
    SchemaMistake("service", "hours/weekly/mon/0", "8-12"),
    SchemaMistake("service", "hours/weekly/mon/0", "24:00-12:00"),
    SchemaMistake("service", "hours/weekly/mon/0", "08:00-24:01"),
    SchemaMistake("service", "hours/closed/0", "2026-12-32"),
    SchemaMistake("service", "hours/timeZone", nil), SchemaMistake("service", "kind", "gift"),
    SchemaMistake("service", "channels/0", "fax"),
    SchemaMistake("service", "validUntil", "2027-02-29"),
    SchemaMistake("script", "steps/0/kind", "shout"), SchemaMistake("script", "steps/0/text", nil),
    SchemaMistake("script", "steps/2/next", []), SchemaMistake("script", "intent", nil),
    SchemaMistake("script", "steps", []), SchemaMistake("attributes", "0/type", "int"),
    SchemaMistake("attributes", "0/path", "behaviour.orders"),
    SchemaMistake("attributes", "2/choices", nil), SchemaMistake("agents", "0/role", "boss"),
    SchemaMistake("agents", "0/languages/0", "german"),
    SchemaMistake("intents", "0/offers", "sometimes"),
    SchemaMistake("store", "defaults/channel", "fax"),
    SchemaMistake("store", "defaults/currency", "euro"), SchemaMistake("store", "company", ""),
    SchemaMistake("store", "thresholds/conditions", "four"),
    SchemaMistake("costs", "0/labour", 21_300), SchemaMistake("costs", "0/from", "October"),
    SchemaMistake("customer", "id", ""), SchemaMistake("customer", "since", "14.03.2021"),
    SchemaMistake("customer", "kind", "company"),
    SchemaMistake("customer", "notSaid/psychographic.values", true),
    SchemaMistake("interaction", "at", "yesterday"), SchemaMistake("interaction", "at", nil),
    SchemaMistake("interaction", "revenue/amount", 49),
    SchemaMistake("interaction", "segments/loyal-advocates", "7"),
    SchemaMistake("interaction", "mood", "furious"), SchemaMistake("survey", "kind", "nps"),
    SchemaMistake("survey", "max", nil), SchemaMistake("order", "state", "payed"),
    SchemaMistake("order", "currency", "Euro"), SchemaMistake("lifecycle", "event", "end"),
    SchemaMistake("feedback", "verdict", "bad"), SchemaMistake("feedback", "on", nil),
    SchemaMistake("review", "grade", 5), SchemaMistake("review", "score", 80),
    SchemaMistake("adjustment", "evaluateAt", nil), SchemaMistake("adjustment", "baseline", [:]),
    SchemaMistake("access", "what", "look"), SchemaMistake("change", "set", [:]),
    SchemaMistake("import", "state", "done"), SchemaMistake("import", "size", -1),
    SchemaMistake("draft", "kind", "letter"), SchemaMistake("draft", "ticks/open", true),
  ]
}

extension JSON {
  /// Puts `value` at a path of keys and positions, or takes away what is there.
  func replacing(_ path: ArraySlice<String>, by value: JSON?) -> JSON {
    guard let key = path.first else { return value ?? .null }
    switch self {
    case .object(var object):
      let inner = object[key] ?? .null
      object[key] = path.count == 1 ? value : inner.replacing(path.dropFirst(), by: value)
      return .object(object)
    case .array(var items):
      guard let position = Int(key), items.indices.contains(position) else { return self }
      if path.count == 1, value == nil {
        items.remove(at: position)
      } else {
        items[position] = items[position].replacing(path.dropFirst(), by: value)
      }
      return .array(items)
    default: return self
    }
  }

  /// The paths to everything inside.
  var paths: [[String]] {
    var found: [[String]] = []
    let members =
      objectValue?.map { ($0.key, $0.value) }
      ?? arrayValue?.enumerated().map { (String($0.offset), $0.element) } ?? []
    for (key, value) in members {
      found.append([key])
      found += value.paths.map { [key] + $0 }
    }
    return found
  }
}
