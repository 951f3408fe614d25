import JSONLogic

@testable import RapportCore

/// Scripts drawn at random, and changes of them.
enum DrawnScript {
  static func any(_ random: inout SplitMix64) -> JSON {
    let ids = "abcdefg".shuffled(using: &random).prefix(Int.random(in: 0...5, using: &random))
    var script: JSON = ["title": word(&random), "channels": words(&random)]
    script["steps"] = .array(ids.map { step(String($0), &random) })
    if Bool.random(using: &random) { script["condition"] = rule(&random) }
    return script
  }

  private static func step(_ id: String, _ random: inout SplitMix64) -> JSON {
    var step: JSON = ["id": .string(id), "text": ["en": word(&random), "de": word(&random)]]
    if Bool.random(using: &random) { step["needs"] = words(&random) }
    if Bool.random(using: &random) {
      step["next"] = .array(
        "ab".map { ["label": word(&random), "to": .string(String($0))] }
      )
    }
    return step
  }

  private static func word(_ random: inout SplitMix64) -> JSON {
    .string("w\(Int.random(in: 0..<1_000_000, using: &random))")
  }

  private static func words(_ random: inout SplitMix64) -> JSON {
    .array((0..<Int.random(in: 1...3, using: &random)).map { _ in word(&random) })
  }

  private static func rule(_ random: inout SplitMix64) -> JSON {
    [">": [["var": "a.b"], JSON(Int.random(in: 0...99, using: &random))]]
  }

  static func ids(_ script: JSON) -> [String] {
    (script["steps"]?.arrayValue ?? []).compactMap { $0["id"]?.stringValue }
  }

  /// A few changes at random: of texts, lists, steps and their order.
  static func edited(_ script: JSON, _ random: inout SplitMix64) -> JSON {
    var script = script
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      var steps = script["steps"]?.arrayValue ?? []
      let index = steps.indices.randomElement(using: &random)
      switch Int.random(in: 0..<9, using: &random) {
      case 0: script["title"] = word(&random)
      case 1: script["channels"] = words(&random)
      case 2: script["condition"] = Bool.random(using: &random) ? rule(&random) : nil
      case 3:
        steps.insert(
          step("n\(Int.random(in: 0..<4, using: &random))-\(steps.count)", &random),
          at: index ?? 0
        )
      case 4: if let index { steps.remove(at: index) }
      case 5: steps.shuffle(using: &random)
      case 6: if let index { steps[index]["needs"] = words(&random) }
      case 7: if let index { steps[index]["next"] = nil }
      default:
        let language = ["en", "de", "fr"].randomElement(using: &random) ?? "en"
        if let index { steps[index]["text"]?[language] = word(&random) }
      }
      var ids: Set<String> = []
      script["steps"] = .array(steps.filter { ids.insert($0["id"]?.stringValue ?? "").inserted })
    }
    return script
  }

  static func setting(_ word: String, _ language: String, of id: String, in script: JSON) -> JSON {
    changing(script) { steps in
      for index in steps.indices where steps[index]["id"]?.stringValue == id {
        steps[index]["text"]?[language] = .string(word)
      }
    }
  }

  static func removing(_ id: String, from script: JSON) -> JSON {
    changing(script) { steps in steps.removeAll { $0["id"]?.stringValue == id } }
  }

  static func adding(_ id: String, to script: JSON, _ random: inout SplitMix64) -> JSON {
    let new = step(id, &random)
    let place = Int.random(in: 0...9, using: &random)
    return changing(script) { $0.insert(new, at: min($0.count, place)) }
  }

  private static func changing(_ script: JSON, _ body: (inout [JSON]) -> Void) -> JSON {
    var script = script
    var steps = script["steps"]?.arrayValue ?? []
    body(&steps)
    script["steps"] = .array(steps)
    return script
  }

  /// Every text that is a value somewhere.
  static func texts(_ json: JSON) -> Set<String> {
    switch json {
    case .string(let text): [text]
    case .array(let items): items.reduce(into: []) { $0.formUnion(texts($1)) }
    case .object(let object): object.values.reduce(into: []) { $0.formUnion(texts($1)) }
    default: []
    }
  }
}
