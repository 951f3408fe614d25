import JSONLogic
import Testing

@testable import RapportCore

struct ScriptSelectorTests {
  private func script(
    _ id: Script.ID,
    languages: [String] = ["en"],
    _ change: (inout Script) -> Void = { _ in }
  ) -> Script {
    var script = Script(id: id, title: LocalizedText(["en": id.rawValue]), intent: "bill")
    let texts = Dictionary(uniqueKeysWithValues: languages.map { ($0, "x") })
    script.steps = [
      Step(id: "a", kind: .say, label: LocalizedText([:]), text: LocalizedText(texts))
    ]
    change(&script)
    return script
  }

  private func request(
    _ languages: [String] = ["de-AT", "de", "en"],
    channel: Channel = .phone
  ) -> ScriptSelector.Request {
    ScriptSelector.Request(
      intent: "bill",
      channel: channel,
      languages: languages,
      segments: ["loyal", "mobile"],
      tone: "warm"
    )
  }

  private let yes = RuleReading(.in, because: "")

  @Test func `languages come first, then the segment, the tone, the fewest restrictions, the id`() {
    let scripts = [
      script("i-plain"), script("h-plain"),
      script("g-narrow") { $0.channels = [.phone] },
      script("f-tone") { $0.tones = ["warm"] },
      script("e-mobile") { $0.segments = ["mobile"] },
      script("d-loyal") { $0.segments = ["loyal", "other"] },
      script("c-german", languages: ["de", "en"]),
      script("b-austrian", languages: ["de-AT"]),
      script("x-other") { $0.segments = ["other"] },
      script("x-tone") { $0.tones = ["brisk"] },
      script("x-channel") { $0.channels = [.chat] },
      script("x-language", languages: ["fr"]),
      script("x-intent") { $0.intent = "other" },
      script("x-broken") { $0.broken = Problem(.error, at: Place(file: "a"), "b") },
    ]
    let chosen = ScriptSelector(scripts).candidates(request(), read: { _ in yes })
    #expect(
      chosen.map(\.script.id) == [
        "b-austrian", "c-german", "d-loyal", "e-mobile", "f-tone", "h-plain", "i-plain", "g-narrow",
      ]
    )
    #expect(chosen.map(\.language).prefix(3) == ["de-AT", "de", "en"])
    #expect(chosen[2].segment == "loyal" && chosen[4].isForTone)
  }

  @Test func `every step must be in the language; a region may leave some to its base`() {
    let mixed = script("mixed", languages: ["de"]) {
      $0.steps.append(
        Step(
          id: "b",
          kind: .say,
          label: LocalizedText([:]),
          text: LocalizedText(["de-AT": "y", "de": "y"])
        )
      )
    }
    var problems: [Problem] = []
    #expect(PreparedScript(mixed, &problems).languages == ["de-AT", "de"])
  }

  @Test(arguments: [
    (Membership.Answer.in, true), (.out, false), (.unknown, false), (.broken, false),
  ])
  func `a condition must be in`(answer: Membership.Answer, isChosen: Bool) throws {
    let rule = try Rule([">": [["var": "behavioral.orders"], 3]])
    let selector = ScriptSelector([script("a") { $0.condition = rule }])
    let reading = RuleReading(answer, because: "orders not known")
    #expect(selector.candidates(request(), read: { _ in reading }).isEmpty != isChosen)
    if answer == .unknown {
      #expect(
        selector.reason(request(), title: "Bill", read: { _ in reading })
          == "no script yet: ask first, orders not known"
      )
    }
  }

  @Test func `without a script the reason is told`() {
    func reason(_ scripts: [Script], _ channel: Channel = .phone) -> String {
      ScriptSelector(scripts)
        .reason(request(["tr", "en"], channel: channel), title: "Bill", read: { _ in yes })
    }
    #expect(reason([]) == "no script for \"Bill\" yet")
    let phone = script("a", languages: ["fr"]) { $0.channels = [.phone] }
    #expect(reason([phone], .social) == "no script for \"Bill\" by social media")
    #expect(reason([phone]) == "no script for \"Bill\" by phone in Turkish or English")
    #expect(
      reason([script("b") { $0.segments = ["other"] }])
        == "no script for \"Bill\" fits this customer"
    )
  }

  @Test func `the choice is that of a plain filter and sort`() {
    var generator = SplitMix64(seed: 17)
    let segments: [Segment.ID] = ["loyal", "mobile", "other", "none"]
    let tones: [Tone.ID] = ["warm", "brisk"]
    let languages = ["de-AT", "de", "en", "fr"]
    for round in 0..<400 {
      let scripts = (0..<12).map { number in
        let spoken = languages.filter { _ in Bool.random(using: &generator) }
        return script(Script.ID("s\(number)"), languages: spoken) { script in
          script.segments = segments.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
          script.tones = tones.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
          script.channels = Channel.allCases.filter { _ in Bool.random(using: &generator) }
          if Int.random(in: 0..<5, using: &generator) == 0 { script.intent = "other" }
        }
      }
      let wanted = request()
      let chosen = ScriptSelector(scripts.shuffled(using: &generator))
        .candidates(wanted, read: { _ in yes })
      #expect(chosen.map(\.script.id) == naive(scripts, wanted), "seed 17, round \(round)")
    }
  }

  /// One criterion after the other, each a stable sort, the last one first.
  private func naive(_ scripts: [Script], _ wanted: ScriptSelector.Request) -> [Script.ID] {
    func language(_ script: Script) -> Int? {
      wanted.languages.firstIndex { script.steps[0].text.texts[$0] != nil }
    }
    func strength(_ script: Script) -> Int {
      wanted.segments.firstIndex { script.segments.contains($0) } ?? 9
    }
    func stable(_ scripts: [Script], by key: (Script) -> Int) -> [Script] {
      Dictionary(grouping: scripts, by: key).sorted { $0.key < $1.key }.flatMap(\.value)
    }
    var fitting: [Script] = []
    for script in scripts where script.intent == wanted.intent && language(script) != nil {
      if !script.channels.isEmpty, !script.channels.contains(wanted.channel) { continue }
      if !script.tones.isEmpty, !script.tones.contains(wanted.tone) { continue }
      if !script.segments.isEmpty, strength(script) == 9 { continue }
      fitting.append(script)
    }
    fitting.sort { $0.id.rawValue < $1.id.rawValue }
    fitting = stable(fitting) { script in
      (script.segments.isEmpty ? 0 : 1) + (script.tones.isEmpty ? 0 : 1)
        + (script.channels.isEmpty ? 0 : 1)
    }
    fitting = stable(fitting) { $0.tones.isEmpty ? 1 : 0 }
    fitting = stable(fitting, by: strength)
    return stable(fitting) { language($0) ?? 9 }.map(\.id)
  }
}
