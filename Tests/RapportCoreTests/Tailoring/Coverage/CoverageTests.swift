import JSONLogic
import Testing

@testable import RapportCore

struct CoverageTests {
  private static func script(
    _ id: String,
    _ intent: String,
    _ channels: [JSON],
    _ languages: [String],
    _ more: JSONObject = [:]
  ) -> (String, JSON) {
    var texts: JSONObject = [:]
    for language in languages { texts[language] = "Hello." }
    var script: JSONObject = [
      "id": .string(id), "title": "T", "intent": .string(intent), "channels": .array(channels),
      "steps": [["id": "a", "kind": "say", "text": .object(texts)]],
    ]
    for (key, value) in more { script[key] = value }
    return ("scripts/\(id).json", .object(script))
  }

  private func definitions(_ scripts: [(String, JSON)]) -> Definitions {
    var files: [String: JSON] = [
      "store.json": [
        "name": "x", "company": "X", "defaults": ["language": "en", "tone": "plain"],
      ],
      "agents.json": [["id": "mk", "name": "M", "languages": ["es"]]],
      "intents.json": [["id": "bill", "title": "Bill"], ["id": "move", "title": "Move"]],
      "tones/plain.json": ["id": "plain", "name": "Plain", "phrases": ["en": ["greeting": "Hi."]]],
      "tones/warm.json": ["id": "warm", "name": "Warm"],
      "segments/loyal.json": [
        "id": "loyal", "name": "Loyal", "priority": 1, "tone": "warm", "rule": true,
      ],
      "segments/old.json": ["id": "old", "name": "Old", "priority": 2, "status": "retired"],
    ]
    for (file, script) in scripts { files[file] = script }
    return Definitions(decoding: DefinitionDocuments(files: files))
  }

  private func demand(
    _ customers: [(Segment.ID?, String, Int)],
    _ contacts: [(Segment.ID?, String, Intent.ID, Channel, Int)] = []
  ) -> Demand {
    var demand = Demand()
    for (segment, language, count) in customers {
      demand.customers[Demand.Group(segment, language)] = count
    }
    for (segment, language, intent, channel, count) in contacts {
      demand.contacts[Demand.Topic(Demand.Group(segment, language), intent, channel)] = count
    }
    return demand
  }

  @Test func `who is served by what`() {
    let rule: JSON = [">": [["var": "behavioral.orders"], 1]]
    let coverage = Coverage(
      definitions([
        Self.script("bill", "bill", ["phone"], ["en", "de"]),
        Self.script("bill-loyal", "bill", ["phone"], ["en"], ["segments": ["loyal"]]),
        Self.script("bill-chat", "bill", ["chat"], ["en"], ["condition": rule]),
        Self.script("move-warm", "move", ["phone"], ["en"], ["tones": ["warm"]]),
      ])
    )
    #expect(coverage.segments.map(\.id) == ["loyal"])
    #expect(coverage.channels == [.phone, .chat])
    #expect(coverage.languages == ["de", "en", "es"])
    let cases: [(Segment.ID?, Intent.ID, Channel, String, Coverage.Answer)] = [
      (nil, "bill", .phone, "en", .everybodys("bill")),
      ("loyal", "bill", .phone, "en", .own("bill-loyal")),
      ("loyal", "bill", .phone, "de", .everybodys("bill")),
      (nil, "bill", .phone, "es", .foreign("bill", language: "en")),
      ("loyal", "bill", .phone, "es", .foreign("bill-loyal", language: "en")),
      (nil, "bill", .chat, "en", .some("bill-chat")),
      (nil, "bill", .chat, "de", .foreign("bill-chat", language: "en")),
      (nil, "bill", .email, "en", .none),
      // Written for a tone that only the segment has.
      (nil, "move", .phone, "en", .none), ("loyal", "move", .phone, "en", .everybodys("move-warm")),
    ]
    for (segment, intent, channel, language, expected) in cases {
      let answer = coverage.answer(segment, intent, channel, language)
      #expect(answer == expected, "\(segment?.rawValue ?? "all") \(intent) \(channel) \(language)")
    }
    #expect(coverage.cells(of: nil).count == 2 * 2 * 3)
    #expect(coverage.cells(of: nil).allSatisfy { $0.contacts == nil })
  }

  @Test func `a script that cannot be used serves nobody`() {
    let coverage = Coverage(
      definitions([
        Self.script("a", "bill", ["phone"], ["en"], ["condition": ["nonsense": []]]),
        Self.script("b", "move", ["phone"], [], ["steps": []]),
      ])
    )
    #expect(coverage.answer(nil, "bill", .phone, "en") == .none)
    #expect(coverage.answer(nil, "move", .phone, "en") == .none)
  }

  @Test func `what matters most comes first, with its counts`() {
    let coverage = Coverage(
      definitions([
        Self.script("bill", "bill", ["phone", "chat"], ["en", "es"]),
        Self.script("move", "move", ["phone"], ["en"]),
      ]),
      demand: demand(
        [(nil, "en", 900), (nil, "es", 120), (nil, "fr", 0), (nil, "it", 7), ("loyal", "es", 3)],
        [
          (nil, "es", "move", .phone, 34), (nil, "es", "bill", .phone, 99),
          (nil, "en", "move", .chat, 35),
          (nil, "es", "move", .chat, 0), (nil, "it", "bill", .email, 1),
        ]
      )
    )
    // Nobody speaks French; an e-mail came, which no script serves.
    #expect(coverage.languages == ["en", "es", "it"])
    #expect(coverage.channels == [.phone, .email, .chat])
    let gaps = coverage.gaps(of: nil)
    #expect(
      gaps.prefix(3).map {
        "\($0.language) \($0.channel) \($0.missing.map(\.intent)) \($0.contacts ?? -1)"
      } == [
        "en chat [move] 35", "es phone [move] 34", "it email [bill, move] 1",
      ]
    )
    #expect(gaps.first { $0.language == "es" && $0.channel == .chat }?.customers == 120)
    #expect(
      coverage.problems.map(\.message) == [
        "English by chat: no script for 1 of 2 reasons: move; 900 customers, 35 contacts",
        "Spanish by phone and chat: no script for 1 of 2 reasons: move; 120 customers, 34 contacts",
        "Italian in every channel: no script for any of 2 reasons; 7 customers, 1 contact",
        "English by e-mail: no script for any of 2 reasons; 900 customers, 0 contacts",
        "Spanish by e-mail: no script for any of 2 reasons; 120 customers, 0 contacts",
      ]
    )
    #expect(coverage.problems.allSatisfy { $0.severity == .hint && $0.finding == .gap })
  }

  @Test func `languages without any script are one line`() {
    let coverage = Coverage(
      definitions([
        Self.script("bill", "bill", ["phone"], ["en"]),
        Self.script("move", "move", ["phone"], ["en"]),
      ]),
      demand: demand([
        (nil, "en", 9), (nil, "es", 4), (nil, "fr", 3), (nil, "it", 2), (nil, "pt", 1),
      ])
    )
    #expect(
      coverage.problems.map(\.message) == [
        "no script at all in 4 languages: Spanish (4 customers), French (3 customers), Italian (2 "
          + "customers) and 1 more; 10 customers, 0 contacts"
      ]
    )
    // Where nobody counted, nothing is said of how many.
    #expect(
      Coverage(coverage.definitions).problems.map(\.message) == [
        "Spanish by phone: no script for any of 2 reasons"
      ]
    )
  }

  @Test func `a segment is told apart only where it misses more than everybody`() {
    let coverage = Coverage(
      definitions([
        Self.script("bill", "bill", ["phone"], ["en"], ["tones": ["plain"]]),
        Self.script("move", "move", ["phone"], ["en"]),
      ]),
      demand: demand([(nil, "en", 9), ("loyal", "en", 4)])
    )
    #expect(coverage.gaps(of: nil).isEmpty)
    #expect(
      coverage.problems.map(\.message) == [
        "Loyal, English by phone: no script for 1 of 2 reasons: bill; 4 customers, 0 contacts"
      ]
    )
  }
}
