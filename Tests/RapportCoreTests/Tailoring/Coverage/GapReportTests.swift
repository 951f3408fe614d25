import JSONLogic
import Testing

@testable import RapportCore

struct GapReportTests {
  private static func script(
    _ id: String,
    _ intent: String,
    _ channels: [JSON],
    _ languages: [String],
    segments: [JSON] = [],
    tones: [JSON] = []
  ) -> (String, JSON) {
    var texts: JSONObject = [:]
    for language in languages { texts[language] = "Hello." }
    let script: JSONObject = [
      "id": .string(id), "title": "T", "intent": .string(intent), "channels": .array(channels),
      "segments": .array(segments), "tones": .array(tones),
      "steps": [["id": "a", "kind": "say", "text": .object(texts)]],
    ]
    return ("scripts/\(id).json", .object(script))
  }

  private func report(
    _ scripts: [(String, JSON)],
    _ demand: Demand? = nil
  ) -> GapReport {
    var files: [String: JSON] = [
      "store.json": [
        "name": "x", "company": "X", "defaults": ["language": "en", "tone": "plain"],
      ],
      "intents.json": [["id": "bill", "title": "Bill"], ["id": "move", "title": "Move"]],
      "tones/plain.json": ["id": "plain", "name": "Plain", "phrases": ["en": ["greeting": "Hi."]]],
      "tones/warm.json": ["id": "warm", "name": "Warm"],
      "segments/loyal.json": [
        "id": "loyal", "name": "Loyal", "priority": 1, "tone": "warm", "rule": true,
      ],
    ]
    for (file, script) in scripts { files[file] = script }
    let definitions = Definitions(decoding: DefinitionDocuments(files: files))
    return GapReport(Coverage(definitions, demand: demand))
  }

  private func words(_ items: [GapReport.Item]) -> [String] {
    items.map { item in
      let who = item.id.segment?.rawValue ?? "all"
      let what = item.id.intent?.rawValue ?? "any"
      let channels = item.channels.map(\.rawValue).joined(separator: "+")
      let counts = item.customers.map { "\($0) \(item.contacts ?? -1)" } ?? "not counted"
      return "\(who) \(item.id.language) \(channels) \(what): \(item.words), \(counts)"
    }
  }

  private var demand: Demand {
    var demand = Demand()
    demand.customers = [
      Demand.Group(nil, "en"): 900, Demand.Group(nil, "es"): 120, Demand.Group(nil, "it"): 7,
      Demand.Group("loyal", "es"): 3, Demand.Group("loyal", "en"): 4,
    ]
    demand.contacts = [
      Demand.Topic(Demand.Group(nil, "es"), "move", .phone): 30,
      Demand.Topic(Demand.Group(nil, "es"), "move", .chat): 4,
      Demand.Topic(Demand.Group(nil, "it"), "move", .phone): 1,
      Demand.Topic(Demand.Group("loyal", "es"), "move", .phone): 2,
    ]
    return demand
  }

  @Test func `a reason is one line with the channels that miss it, the most contacts first`() {
    let report = report(
      [
        Self.script("bill", "bill", ["phone", "chat"], ["en", "es"]),
        Self.script("move", "move", ["phone", "chat"], ["en"]),
      ],
      demand
    )
    #expect(
      words(report.all) == [
        "all es phone+chat move: in English, 120 34",
        // Nothing is written in Italian.
        "all it phone+chat any: in English, 7 1",
      ]
    )
    #expect(report.all.last?.reasons == ["move", "bill"])
    #expect(words(report.items(of: "loyal")) == ["loyal es phone+chat move: in English, 3 2"])
  }

  @Test func `a segment has a line of its own only for what it misses beyond everybody`() {
    let report = report(
      [
        Self.script("bill", "bill", ["phone", "chat"], ["en", "es"]),
        Self.script("move", "move", ["phone"], ["en"]),
        Self.script("move-es", "move", ["phone"], ["es"], segments: ["loyal"]),
      ],
      demand
    )
    #expect(words(report.all.filter { $0.id.segment != nil }) == [])
    #expect(
      words(report.items(of: "loyal")) == [
        "loyal en chat move: none, 4 0", "loyal es chat move: none, 3 0",
      ]
    )
    #expect(words(report.all).contains("all es phone+chat move: in English or none, 120 34"))
  }

  @Test func `what only a segment misses is told beside what everybody does`() {
    let report = report([
      Self.script("bill", "bill", ["phone"], ["en"], tones: ["plain"]),
      Self.script("move", "move", ["phone"], ["en"]),
    ])
    #expect(words(report.all) == ["loyal en phone bill: none, not counted"])
  }

  @Test func `without counts every language that is spoken is asked for`() {
    let report = report([Self.script("bill", "bill", ["phone"], ["en", "es"])])
    #expect(
      words(report.all) == [
        "all en phone move: none, not counted", "all es phone move: none, not counted",
      ]
    )
  }

  @Test func `where nothing is missing there is no line`() {
    let report = report([
      Self.script("bill", "bill", ["phone"], ["en"]),
      Self.script("move", "move", ["phone"], ["en"]),
    ])
    #expect(report.all.isEmpty && report.items(of: "loyal").isEmpty)
    #expect(report.items(of: "gone").isEmpty)
  }
}
