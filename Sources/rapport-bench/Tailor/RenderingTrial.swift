import JSONLogic
import RapportCore

/// One script's text with a tone's phrases, beside chevron where python3 has it.
struct RenderingTrial {
  let rounds: Int

  private static let partials = [
    "greeting":
      "Hello {{customer.callName}}, you are speaking with {{agent.name}} of {{company.name}}.",
    "apology":
      "I am sorry about this{{#customer.callName}}, {{customer.callName}}{{/customer.callName}}.",
    "closing":
      "Thank you, and have a good {{#now.evening}}evening{{/now.evening}}{{^now.evening}}day{{/now.evening}}.",
  ]
  private static let text = """
    {{> greeting}} {{> apology}} I can see the second payment for order {{ask.orderNumber}}, made \
    on {{ask.day}}. {{#customer.company}}I will tell {{customer.company}} too. {{/customer.company}}\
    The money goes back to your account today, and is there in three to five days. \
    {{#segment.loyal}}You have ordered {{customer.orders}} times from us. {{/segment.loyal}}\
    You will get the receipt at {{customer.email}}. {{> closing}}
    """
  private static let data: JSON = [
    "customer": [
      "callName": "Zoë", "company": "Kiefer Optik GmbH", "orders": "14",
      "email": "zoe.mueller@example.org",
    ],
    "agent": ["name": "Maria Kern"], "company": ["name": "Northwind"],
    "ask": ["orderNumber": "NB-204518", "day": "21 November"], "now": ["evening": false],
    "segment": ["loyal": true],
  ]

  func run() async throws -> JSON {
    let template = try Template(parsing: Self.text)
    let partials = try Self.partials.mapValues { try Template(parsing: $0, origin: .tone) }
    let environment = TemplateEnvironment(
      escaping: .none,
      missing: .hole { $0 },
      partial: { partials[$0] }
    )
    let data = [TemplateValue(Self.data)]
    var watch = Stopwatch()
    var spans: [TemplateSpan] = []
    let times = 1_000
    for _ in 0..<rounds {
      try await watch.measure {
        for _ in 0..<times { spans = try template.render(data, in: environment) }
      }
    }
    let peer = try peer()
    let own = spans.complete ?? ""
    return [
      "microseconds": ["median": JSON(watch.median), "slowest": JSON(watch.slowest)],
      "chevronMicroseconds": peer["microseconds"] ?? .null,
      "sameText": peer["text"].map { .bool($0.stringValue == own) } ?? .null,
    ]
  }

  /// Chevron parses each time; its tokens are kept, so that both measure rendering alone.
  private func peer() throws -> JSON {
    let input: JSON = [
      "text": .string(Self.text),
      "partials": .object(
        JSONObject(Self.partials.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
      ),
      "data": Self.data,
    ]
    let script = """
      import json, sys, time
      try:
          import chevron
      except ImportError:
          print("{}"); sys.exit()
      given = json.loads(sys.argv[1])
      tokens = list(chevron.tokenizer.tokenize(given["text"]))
      def render():
          return chevron.render(tokens, given["data"], partials_dict=given["partials"])
      times = []
      for _ in range(\(rounds)):
          start = time.perf_counter()
          for _ in range(100): text = render()
          times.append((time.perf_counter() - start) / 100 * 1e6)
      print(json.dumps({"microseconds": sorted(times)[len(times) // 2], "text": text}))
      """
    let bytes = try PeerProcess.output(of: ["python3", "-c", script, input.compact()])
    return (try? JSON(parsing: bytes)) ?? [:]
  }
}
