import JSONLogic
import RapportCore
import RapportDemo
import Testing

/// The demo store through the program's own eyes.
struct GuidanceTests {
  let tailor: Tailor
  let agent: Agent?

  init() throws {
    var files: [String: JSON] = [:]
    for (path, bytes) in DemoFixture.store.definitions() { files[path] = try JSON(parsing: bytes) }
    let definitions = Definitions(decoding: DefinitionDocuments(files: files))
    tailor = Tailor(definitions)
    agent = definitions.agents.first { $0.id == "mk" }
  }

  /// 15:04 in Berlin, on a Sunday.
  let now = Instant(seconds: 1_795_356_240)

  private func customer(_ id: String) throws -> (customer: Customer, account: Customer?) {
    let record = try #require(DemoFixture.customersByID[id]?.objectValue)
    let account = record["account"]?.stringValue.flatMap { DemoFixture.customersByID[$0] }
    return (
      try #require(Customer(record: record)),
      account?.objectValue.flatMap { Customer(record: $0) }
    )
  }

  private func situation(_ channel: Channel, _ intent: Intent.ID?) -> Situation {
    Situation(agent: agent, channel: channel, intent: intent, now: now)
  }

  @Test(arguments: [
    ("C-004211", "en"), ("C-004211", "de"), ("C-000007", "de"), ("C-000731", "es"),
    ("C-000977", "en"), ("C-000977", "es"),
  ])
  func `every script renders without a blank once its questions are answered`(
    id: String,
    language: String
  ) throws {
    let (customer, account) = try customer(id)
    for script in tailor.definitions.scripts {
      for channel in script.channels {
        var situation = situation(channel, script.intent)
        situation.script = script.id
        situation.language = language
        for ask in script.asks { situation.asks[ask.id] = "NW-123456" }
        let guidance = tailor.guidance(for: customer, account: account, in: situation)
        let rendered = try #require(guidance.script, "\(script.id)")
        #expect(rendered.script.id == script.id && rendered.language == language)
        for span in rendered.subject + rendered.steps.flatMap(\.spans) {
          if case .hole(let path, _) = span { Issue.record("\(script.id) \(language): \(path)") }
        }
      }
    }
  }

  @Test func `the caller of the Desk drawing is greeted, told and offered as drawn`() throws {
    let (customer, account) = try customer("C-004211")
    let guidance = tailor.guidance(
      for: customer,
      account: account,
      in: situation(.phone, "billing-dispute")
    )
    let members = guidance.memberships.filter { $0.answer == .in }.map(\.segment.rawValue)
    #expect(members == ["loyal-advocates", "mobile-first"])
    #expect(guidance.questions.first?.path == "psychographic.values")
    #expect(guidance.tone.tone.id == "warm" && guidance.tone.address == "du")
    #expect(
      guidance.services.filter { !$0.from.isEmpty && $0.answer == .in }.map(\.id.rawValue).prefix(2)
        == ["priority-line", "early-access"]
    )
    let script = try #require(guidance.script)
    #expect(script.script.id == "charged-twice" && script.language == "de")
    let opening = script.steps.first?.spans.complete
    #expect(
      opening == "Hallo Zoë, schön, dass du anrufst. Hier ist Maria Kern von Northwind."
    )
  }

  @Test func `callers who speak Spanish are in segments, and answered in Spanish`() throws {
    let evaluator = MembershipEvaluator(tailor.definitions, at: now)
    var segments: Set<Segment.ID> = []
    var openings: [String: String] = [:]
    for record in DemoFixture.customers where record["language"] == "es" {
      let (customer, account) = try customer(record["id"]?.stringValue ?? "")
      let facts = CustomerFacts(customer, account: account)
      segments.formUnion(
        evaluator.memberships(of: facts).filter { $0.answer == .in }.map(\.segment)
      )
      let guidance = tailor.guidance(
        for: customer,
        account: account,
        in: situation(.phone, "order-status")
      )
      let script = try #require(guidance.script)
      #expect(script.language == "es" && guidance.tone.language == "es")
      #expect(script.notice == "Spanish is not among your languages")
      openings[guidance.tone.address ?? ""] = script.steps.first?.spans.complete
    }
    #expect(segments.count >= 10, "\(segments)")
    #expect(Set(openings.keys) == ["tú", "usted"])
  }

  @Test(arguments: [
    ("formal", "Sra. Gil Puig, le atiende Maria Kern, de Northwind."),
    ("warm", "Hola, Ana, qué bien que llames. Soy Maria Kern, de Northwind."),
    ("patient", "Hola, Sra. Gil Puig. Me llamo Maria Kern, de Northwind. Tenemos tiempo."),
  ])
  func `a Spanish caller is greeted as the tone addresses`(tone: String, greeting: String) throws {
    let record: JSON = [
      "id": "C-1", "language": "es",
      "name": ["full": "Ana Gil Puig", "given": "Ana", "family": "Gil Puig", "salutation": "Sra."],
    ]
    let customer = try #require(record.objectValue.flatMap { Customer(record: $0) })
    let chosen = try #require(tailor.definitions.tones.first { $0.id.rawValue == tone })
    let preview = tailor.preview(of: chosen, for: customer, in: situation(.phone, nil))
    #expect(preview.phrases.first?.spans.complete == greeting)
    let nobody = tailor.preview(of: chosen, for: nil, in: situation(.phone, nil))
    #expect(nobody.phrases.allSatisfy { $0.spans.complete?.isEmpty == false })
  }

  @Test func `the engine answers as the rules read word for word`() throws {
    let rules = SegmentTests().rules
    let evaluator = MembershipEvaluator(tailor.definitions, at: now)
    for record in DemoFixture.customers.prefix(240) {
      let id = record["id"]?.stringValue ?? ""
      let (customer, account) = try customer(id)
      for membership in evaluator.memberships(of: CustomerFacts(customer, account: account)) {
        let expected = try rules.membership(membership.segment.rawValue, of: record)
        let answer = [0: Membership.Answer.out, 1: .unknown, 2: .in][expected]
        #expect(membership.answer == answer, "\(id) \(membership.segment)")
      }
    }
  }
}
