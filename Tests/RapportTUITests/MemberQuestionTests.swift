import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// Asking members of a segment whether they are as its profile says, and pinning them to it.
struct MemberQuestionTests {
  private static let segment: JSON = [
    "id": "loyal", "name": "Loyal", "priority": 1, "revision": 7, "owner": "lb",
    "goal": ["text": "Keep them."], "needs": ["fast exchange"], "preferences": ["short answers"],
    "rule": [">=": [["var": "behavioral.orders"], 10]],
  ]

  /// With a customer who is in, and nothing more to ask.
  private func bench(_ more: JSON = [:], columns: Int = 120, rows: Int = 40) throws -> Bench {
    var segment = Self.segment
    for (key, value) in more.objectValue ?? [:] { segment[key] = value }
    let files: [String: JSON] = [
      "store.json": ["name": "northwind", "format": 1, "defaults": ["language": "en"]],
      "segments/loyal.json": segment,
      "attributes.json": [
        ["path": "behavioral.orders", "label": ["en": "orders"], "type": "integer"]
      ],
      "tones/plain.json": ["id": "plain", "name": "Plain"],
    ]
    let definitions = Definitions(decoding: DefinitionDocuments(files: files))
    let tailor = Tailor(definitions)
    var knowledge = PreviewGuide.knowledge
    knowledge.definitions = definitions
    knowledge.guide = { known, situation in
      tailor.guidance(
        for: known?.customer,
        account: nil,
        derived: known?.derived(in: definitions, at: situation.now),
        in: situation
      )
    }
    var bench = Bench(columns, rows, knowledge: knowledge)
    bench.app.agent.role = .supervisor
    bench.definitions = MemoryDefinitions.State(documents: definitions.documents)
    let record: JSONObject = [
      "id": "C-9", "name": ["full": "Ada Brook"], "behavioral": ["orders": 14],
    ]
    bench.store.put(Customer(id: "C-9", record: record))
    bench.open("ada brook")
    try #require(bench.app.desk.front?.contact.customer == "C-9")
    return bench
  }

  @Test func `once nothing else is to be asked, a member may be asked for us, and once only`()
    throws
  {
    var bench = try bench(columns: 80, rows: 24)
    #expect(bench.screen.contains("if there is time: “You need fast exchange. Is that so?”"))
    bench.press("a", "2")
    bench.type("I never exchange anything")
    bench.press("Enter")
    let line = try #require(bench.feedback.values.first)
    #expect(line.verdict == .disagrees && line.reason == "I never exchange anything")
    #expect(line.on == Feedback.Subject("segment", "loyal", revision: 7, part: "needs/0"))
    #expect(line.evidence == ["fast exchange"] && line.customer == "C-9")
    #expect(!bench.screen.contains("if there is time"))
    #expect(bench.screen.contains("Loyal, fast exchange: disagrees"))
    bench.press("u")
    #expect(bench.feedback.isEmpty)
  }

  @Test func `f on the segment asks too, and goes on with what was not asked`() throws {
    var bench = try bench()
    bench.press("w", "f")
    #expect(bench.screen.contains("ask them: “You need fast exchange. Is that so?”"))
    bench.press("5", "1", "Enter")
    #expect(bench.feedback.values.first?.verdict == .agrees)
    bench.press("f")
    #expect(bench.screen.contains("ask them: “You prefer short answers. Is that so?”"))
  }

  @Test func `whoever is upset is not asked, nor anybody whose segment says nothing`() throws {
    var upset = try bench(columns: 80, rows: 24)
    upset.press("!")
    #expect(!upset.screen.contains("if there is time"))
    let bare = try bench(["needs": [], "preferences": []], columns: 80, rows: 24)
    #expect(!bare.screen.contains("if there is time"))
    #expect(bare.app.canAskMember != .yes)
  }

  @Test func `a customer is pinned with a reason, and the pin is taken back`() throws {
    var bench = try bench()
    bench.press("w", "P")
    #expect(bench.screen.contains("Pin Ada") && bench.screen.contains("1 must belong"))
    bench.press("1")
    bench.type("our best reviewer")
    bench.press("Enter")
    let saved = bench.definitions.documents[DefinitionReference(.segment, "loyal")]
    #expect(saved?["golden"] == ["members": ["C-9"]])
    #expect(bench.screen.contains("must belong to Loyal"))
    bench.press("F4", "u")
    #expect(
      bench.definitions.documents[DefinitionReference(.segment, "loyal")]?["golden"] == nil
    )
  }

  @Test func `a pin that the rule breaks already says so before it is set`() throws {
    var bench = try bench()
    bench.press("w", "P")
    #expect(bench.screen.contains("must not belong  the rule says otherwise now"))
    bench.press("2")
    #expect(bench.screen.contains("the rule says otherwise now: 14 orders (10 or more)"))
    bench.press("Esc")
    #expect(bench.definitions.changes.isEmpty)
  }

  @Test func `agents do not pin`() throws {
    var bench = try bench()
    bench.app.agent.role = .agent
    bench.press("w", "P")
    #expect(bench.app.layers.isEmpty && bench.screen.contains("supervisors pin customers"))
  }
}
