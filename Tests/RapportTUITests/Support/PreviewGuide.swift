import JSONLogic
import RapportCore
import RapportTUI

/// Guidance made by hand: what the tailoring would say, in a form that only these tests decide.
enum PreviewGuide {
  static let knowledge = Knowledge(
    definitions: PreviewDefinitions.definitions,
    guide: { guidance(for: $0?.customer, account: $0?.account, $1) },
    evaluate: { known, _ in memberships(of: known.customer) },
    explain: { known, segment, _ in PreviewWhy.tree(of: segment, for: known?.customer) },
    accepts: { value, ask in
      guard ask.pattern != nil else { return true }
      let characters = Array(value)
      return characters.count == 9 && characters[..<2].allSatisfy(\.isUppercase)
        && characters[2] == "-" && characters[3...].allSatisfy(\.isNumber)
    },
    recognise: { text, script in
      let word = text.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("AB-") }
      guard let word, let ask = script.asks.first else { return [:] }
      return [ask.id: String(word.prefix(9))]
    },
    rank: { IntentRanker(PreviewDefinitions.definitions).rank($0) }
  )

  static func memberships(of customer: Customer?) -> [Membership] {
    guard let customer else { return [] }
    let orders = customer.value(at: "behavioral.orders")?.intValue
    let values = customer.value(at: "psychographic.values")?.arrayValue
    let device = customer.value(at: "technographic.device")?.stringValue
    return [
      membership(
        0,
        orders.map { $0 >= 12 },
        orders.map { "\($0) orders (12 or more)" } ?? "not known: orders",
        near: orders.map { "nearly: \(12 - $0) orders short" }
      ),
      membership(
        1,
        device.map { $0 == "ios" },
        device.map { "device \($0)" } ?? "not known: device"
      ),
      membership(
        2,
        values.map { $0.contains("sustainability") },
        values == nil ? "not known: values" : "values sustainability"
      ),
      membership(3, false, "0 employees (50 or more)", near: "nearly: 38 of 50 employees"),
      membership(4, false, "last order 51 days ago (more than 180)"),
    ]
  }

  private static func membership(
    _ index: Int,
    _ holds: Bool?,
    _ why: String,
    near: String? = nil
  ) -> Membership {
    let (id, name) = PreviewDefinitions.segments[index]
    let answer: Membership.Answer = holds.map { $0 ? .in : .out } ?? .unknown
    return Membership(
      segment: Segment.ID(id),
      name: name,
      revision: index + 1,
      answer: answer,
      because: [.init(text: why, answer: answer)],
      nearMiss: answer == .out ? near : nil
    )
  }

  static func guidance(
    for customer: Customer?,
    account: Customer?,
    _ situation: Situation
  ) -> Guidance {
    let memberships = memberships(of: customer)
    let isLoyal = memberships.first?.answer == .in
    let language = situation.language ?? customer?.language.map(LocalizedText.base) ?? "en"
    let known = ["en", "de"].contains(language) ? language : "en"
    return Guidance(
      customer: customer,
      account: account,
      memberships: memberships,
      questions: customer.map { questions($0, memberships, known) } ?? [],
      tone: tone(isLoyal: isLoyal, language: known, situation),
      services: customer == nil ? [] : offers(isLoyal: isLoyal, situation),
      script: script(customer, situation, known),
      noScript: situation.intent.map { "no script for \($0) on \(situation.channel.rawValue)" }
    )
  }

  private static func questions(
    _ customer: Customer,
    _ memberships: [Membership],
    _ language: String
  ) -> [NextQuestion] {
    guard memberships.contains(where: { $0.answer == .unknown && $0.segment == "green-minded" }),
      customer.notSaid("psychographic.values") == nil
    else { return [] }
    return [
      NextQuestion(
        path: "psychographic.values",
        question: language == "de"
          ? "Was ist dir beim Einkauf am wichtigsten?"
          : "What matters most to you when you buy from us?",
        reason: "So that we offer only what fits.",
        choices: PreviewDefinitions.definitions.catalog["psychographic.values"]?.choices ?? [],
        settles: ["green-minded"]
      )
    ]
  }

  private static func tone(
    isLoyal: Bool,
    language: String,
    _ situation: Situation
  ) -> ResolvedTone {
    let tone = isLoyal ? PreviewDefinitions.warm : PreviewDefinitions.plain
    var voice = tone.voice
    if situation.mood == .upset { voice[.empathy] = 2 }
    return ResolvedTone(
      tone: tone,
      from: isLoyal ? "loyal-advocates" : nil,
      overruled: isLoyal ? [("mobile-first", "plain")] : [],
      voice: voice,
      adjustments: [
        .init(dimension: .empathy, from: 1, to: 2, cause: .mood(situation.mood)),
        .init(dimension: .humor, from: 0, to: -2, cause: .channel(situation.channel)),
      ],
      language: language,
      address: language == "de" ? "du" : nil,
      say: ["I can see why that is annoying."],
      avoid: ["As per our policy"],
      bannedWords: ["unfortunately"],
      phrases: [:],
      words: isLoyal
        ? ["first name", language == "de" ? "du" : "short", "warm"] : ["plain", "friendly"]
    )
  }

  private static func offers(isLoyal: Bool, _ situation: Situation) -> [ServiceOffer] {
    let services = PreviewDefinitions.definitions.services
    let waits = situation.mood == .upset ? "after the solution" : nil
    return [
      ServiceOffer(
        service: services[0],
        from: ["loyal-advocates"],
        answer: isLoyal ? .in : .out,
        because: isLoyal ? "for Loyal advocates" : "not a loyal advocate",
        availability: .open(until: situation.now.adding(seconds: 18_000)),
        say: [.text("I can put you on our priority line.", from: .script)],
        status: "open, until 20:00 here and there",
        waits: waits
      ),
      ServiceOffer(
        service: services[1],
        from: ["loyal-advocates", "mobile-first"],
        answer: .in,
        because: "for Mobile-first",
        availability: .always,
        say: [.text("You can try new things first.", from: .script)],
        status: "",
        waits: waits
      ),
      ServiceOffer(
        service: services[2],
        from: [],
        answer: .unknown,
        because: "country is not known",
        availability: .closed(opens: situation.now.adding(seconds: 60_000)),
        say: [],
        status: "closed, opens Monday 08:00 here and there",
        whenClosed: "They open Monday at eight.",
        instead: "priority-line"
      ),
    ]
  }

  private static func script(
    _ customer: Customer?,
    _ situation: Situation,
    _ language: String
  ) -> RenderedScript? {
    let scripts = PreviewDefinitions.definitions.scripts
    guard let script = scripts.first(where: { $0.intent == situation.intent }) else { return nil }
    let labels = Dictionary(
      script.asks.map { ($0.id, $0.label.text(preferring: [language, "en"]) ?? $0.id) }
    ) { first, _ in first }
    func render(_ text: LocalizedText) -> [TemplateSpan] {
      spans(text.text(preferring: [language, "en"]) ?? "", labels, customer, situation)
    }
    let isMail = situation.channel == .email
    return RenderedScript(
      script: script,
      title: script.title.text(preferring: [language, "en"]) ?? "",
      channel: situation.channel,
      language: language,
      subject: isMail ? script.subject.map(render) ?? [] : [],
      steps: script.steps.map { step in
        .init(
          id: step.id,
          kind: step.kind,
          label: step.label.text(preferring: [language, "en"]) ?? step.id,
          spans: render(step.text),
          compare: step.needs.map { path in
            (
              PreviewDefinitions.definitions.catalog[path]?.label.text(in: "en") ?? path,
              customer?.value(at: path)?.stringValue
            )
          },
          next: step.next.map { ($0.label.text(preferring: [language, "en"]) ?? "", $0.to) }
        )
      },
      because: "for Loyal advocates, in \(language)",
      alternatives: [],
      notice: customer?.language == "pt" ? "no Portuguese script: this one is English" : nil
    )
  }

  private static func spans(
    _ text: String,
    _ labels: [String: String],
    _ customer: Customer?,
    _ situation: Situation
  ) -> [TemplateSpan] {
    var spans: [TemplateSpan] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "{{"), let end = rest.firstRange(of: "}}") {
      let before = rest[..<start.lowerBound]
      if !before.isEmpty { spans.append(.text(String(before), from: .script)) }
      let path = String(rest[start.upperBound..<end.lowerBound])
      rest = rest[end.upperBound...]
      let value: String? =
        switch path {
        case "agent.name": situation.agent?.name
        case "customer.callName":
          customer.map { CustomerPresentation($0).shortName ?? CustomerPresentation($0).name }
            ?? "there"
        default: situation.asks[String(path.dropFirst(4))]
        }
      let label = labels[String(path.dropFirst(4))] ?? path
      spans.append(value.map { .text($0, from: .value) } ?? .hole(path: path, label: label))
    }
    if !rest.isEmpty { spans.append(.text(String(rest), from: .script)) }
    return spans
  }
}
